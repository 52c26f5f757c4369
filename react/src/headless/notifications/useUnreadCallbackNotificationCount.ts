import type { CallbackError } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { QUERY_DEFAULTS, usePollMs } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';

export interface UnreadCallbackNotificationCount {
  /** 0 until it is known. */
  count: number;
  loading: boolean;
  error: CallbackError | null;
  refresh: () => Promise<void>;
}

/** How many notifications the signed-in person has not read, for a badge. */
export function useUnreadCallbackNotificationCount(): UnreadCallbackNotificationCount {
  const { client, keys, queryClient } = useCallbackContext();
  const { data, isLoading, error, refetch } = useQuery<number, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      refetchInterval: usePollMs(),
      queryKey: keys.unreadCount,
      queryFn: ({ signal }) => client.getUnreadCount({ signal }),
    },
    queryClient,
  );
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { count: data ?? 0, loading: isLoading, error, refresh };
}
