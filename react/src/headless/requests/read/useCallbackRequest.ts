import type { CallbackError, CallbackRequestDetail } from '@ringback/client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { QUERY_DEFAULTS, usePollMs, whileOpen } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';

export interface SingleCallbackRequest {
  /** Null until it has come. */
  request: CallbackRequestDetail | null;
  loading: boolean;
  error: CallbackError | null;
  refresh: () => Promise<void>;
}

/** One request with its history and the calls made, followed while it is open. */
export function useCallbackRequest(id: string): SingleCallbackRequest {
  const { data, isLoading, error, refetch } = useRequestQuery(id);
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { request: data ?? null, loading: isLoading, error, refresh };
}

/** Asks for nothing without an id. */
export function useRequestQuery(
  id: string | undefined,
  staleTime: number = QUERY_DEFAULTS.staleTime,
): UseQueryResult<CallbackRequestDetail, CallbackError> {
  const { client, keys, queryClient } = useCallbackContext();
  const pollMs = usePollMs(id !== undefined);
  const known = id ?? '';
  return useQuery<CallbackRequestDetail, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      staleTime,
      enabled: id !== undefined,
      queryKey: keys.request(known),
      queryFn: ({ signal }) => client.getCallbackRequest(known, { signal }),
      refetchInterval: ({ state }) => whileOpen(state.data, pollMs),
    },
    queryClient,
  );
}
