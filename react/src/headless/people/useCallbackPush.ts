import type { CallbackError } from '@ringback/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { MUTATION_DEFAULTS, QUERY_DEFAULTS } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';
import { type PushParts, type PushStatus, readPush, startPush, stopPush } from './ownDevice.ts';
import { deviceListKey, devicesKey, ownDeviceKey, webPushKey } from './peopleKeys.ts';
import type { PushError, PushWorker } from './pushBrowser.ts';

export interface CallbackPush {
  /** `checking` until it is known; React Native has none of this and is `unsupported`. */
  status: PushStatus | 'checking';
  /** While it is being turned on or off. */
  busy: boolean;
  /** Of the last try to turn it on or off, or else of finding out. */
  error: PushError | CallbackError | null;
  /** Asks for the permission, which browsers allow only in answer to a press. `error` has what went wrong. */
  turnOn: () => Promise<void>;
  /** Call it before sign-out, too: the next person at this browser must not read these notifications. */
  turnOff: () => Promise<void>;
}

/**
 * Push to this browser for the signed-in person. `worker` is the service worker that shows what is pushed.
 */
export function useCallbackPush(worker: PushWorker): CallbackPush {
  const { keys, queryClient } = useCallbackContext();
  const parts = usePushParts(worker);
  const { data: key, error: keyError } = useKey();
  const { data: status, error } = useQuery<PushStatus, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: ownDeviceKey(keys, worker.url),
      queryFn: () => readPush(parts, key ?? null),
      enabled: key !== undefined,
    },
    queryClient,
  );
  const {
    mutateAsync,
    isPending,
    error: changeError,
  } = useMutation<void, PushError | CallbackError, Promise<NotificationPermission> | null>(
    {
      ...MUTATION_DEFAULTS,
      async mutationFn(permission) {
        if (permission === null) await stopPush(parts);
        else if (key && (await permission) === 'granted') await startPush(parts, key);
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: devicesKey(keys) }),
    },
    queryClient,
  );
  const change = useCallback(
    (permission: Promise<NotificationPermission> | null) => mutateAsync(permission).catch(() => {}), // `error` has it
    [mutateAsync],
  );
  return {
    status: status ?? 'checking',
    busy: isPending,
    error: changeError ?? keyError ?? error,
    turnOn: useCallback(() => change(Notification.requestPermission()), [change]),
    turnOff: useCallback(() => change(null), [change]),
  };
}

function usePushParts(worker: PushWorker): PushParts {
  const { client, keys, queryClient, memory, messages } = useCallbackContext();
  const listDevices = () =>
    queryClient.fetchQuery({
      retry: QUERY_DEFAULTS.retry,
      networkMode: QUERY_DEFAULTS.networkMode,
      queryKey: deviceListKey(keys),
      queryFn: () => client.listDevices(),
    });
  return { client, worker, memory, locale: messages.locale, listDevices };
}

/** It stays the same for as long as anyone looks. */
function useKey() {
  const { client, keys, queryClient } = useCallbackContext();
  return useQuery<string | null, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: webPushKey(keys),
      queryFn: ({ signal }) => client.getWebPushKey({ signal }),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    queryClient,
  );
}
