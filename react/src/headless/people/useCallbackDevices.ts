import type { CallbackError, Device, RegisteredDevice } from '@ringback/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { MUTATION_DEFAULTS, QUERY_DEFAULTS } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';
import { deviceListKey, devicesKey } from './peopleKeys.ts';

export interface CallbackDevices {
  /** The newest first; empty until they have come. */
  devices: RegisteredDevice[];
  loading: boolean;
  /** Of the last change, or else of reading. */
  error: CallbackError | null;
  refresh: () => Promise<void>;
  /** Lets push reach a device; `token` is Expo's push token. Browsers have `useCallbackPush`. */
  registerDevice: (token: string, device: Device) => Promise<void>;
  /** Stops push to a device. */
  retireDevice: (token: string) => Promise<void>;
}

/** Where push reaches the signed-in person. */
export function useCallbackDevices(): CallbackDevices {
  const { client, keys, queryClient } = useCallbackContext();
  const { data, isLoading, error, refetch } = useQuery<RegisteredDevice[], CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: deviceListKey(keys),
      queryFn: ({ signal }) => client.listDevices({ signal }),
    },
    queryClient,
  );
  const { mutateAsync, error: changeError } = useMutation<
    void,
    CallbackError,
    { token: string; device?: Device }
  >(
    {
      ...MUTATION_DEFAULTS,
      mutationFn: ({ token, device }) =>
        device ? client.registerDevice(token, device) : client.retireDevice(token),
      onSettled: () => queryClient.invalidateQueries({ queryKey: devicesKey(keys) }),
    },
    queryClient,
  );
  return {
    devices: data ?? [],
    loading: isLoading,
    error: changeError ?? error,
    refresh: useCallback(async () => void (await refetch()), [refetch]),
    registerDevice: useCallback((token, device) => mutateAsync({ token, device }), [mutateAsync]),
    retireDevice: useCallback((token) => mutateAsync({ token }), [mutateAsync]),
  };
}
