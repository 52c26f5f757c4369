import type { CallbackError, CallbackRequestDetail } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
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
  const { client, keys, queryClient } = useCallbackContext();
  const pollMs = usePollMs();
  const { data, isLoading, error, refetch } = useQuery<CallbackRequestDetail, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: keys.request(id),
      queryFn: ({ signal }) => client.getCallbackRequest(id, { signal }),
      refetchInterval: ({ state }) => whileOpen(state.data, pollMs),
    },
    queryClient,
  );
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { request: data ?? null, loading: isLoading, error, refresh };
}
