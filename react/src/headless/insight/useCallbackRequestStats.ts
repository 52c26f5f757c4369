import type { CallbackError, Stats } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { QUERY_DEFAULTS, usePollMs } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';

export interface CallbackRequestStats {
  /** Null until they have come. */
  stats: Stats | null;
  loading: boolean;
  error: CallbackError | null;
  refresh: () => Promise<void>;
}

/** The signed-in person's numbers, as seller and as buyer. */
export function useCallbackRequestStats(): CallbackRequestStats {
  const { client, keys, queryClient } = useCallbackContext();
  const { data, isLoading, error, refetch } = useQuery<Stats, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      refetchInterval: usePollMs(),
      queryKey: keys.stats,
      queryFn: ({ signal }) => client.getStats({ signal }),
    },
    queryClient,
  );
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { stats: data ?? null, loading: isLoading, error, refresh };
}
