import type { CallbackError, CallbackRequestDetail } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCallbackContext } from '../context.ts';
import { QUERY_DEFAULTS, useAskAgainMs, whileOpen } from '../live.ts';

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
  const askAgainMs = useAskAgainMs();
  const { data, isLoading, error, refetch } = useQuery<CallbackRequestDetail, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: keys.request(id),
      queryFn: ({ signal }) => client.getCallbackRequest(id, { signal }),
      refetchInterval: ({ state }) => whileOpen(state.data, askAgainMs),
    },
    queryClient,
  );
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { request: data ?? null, loading: isLoading, error, refresh };
}
