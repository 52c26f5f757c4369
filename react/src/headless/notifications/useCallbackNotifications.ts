import { type CallbackError, type Notification, type NotificationPage, PAGE_LIMIT } from '@ringback/client';
import { type InfiniteData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { MUTATION_DEFAULTS, QUERY_DEFAULTS, usePollMs, whileShort } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';

export interface CallbackNotificationsOptions {
  /** The size of a page, 1 to 100; 20 by default. */
  limit?: number | undefined;
  unreadOnly?: boolean | undefined;
}

export interface CallbackNotifications {
  /** Newest first, as far as they are loaded. */
  notifications: Notification[];
  loading: boolean;
  error: CallbackError | null;
  hasMore: boolean;
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  markRead: (id: string) => Promise<void>;
  markAllRead: () => Promise<void>;
}

/** What the signed-in person was told about their requests. */
export function useCallbackNotifications(options: CallbackNotificationsOptions = {}): CallbackNotifications {
  const { limit = PAGE_LIMIT.default, unreadOnly = false } = options;
  const { client, keys, queryClient } = useCallbackContext();
  const pollMs = usePollMs();
  const list = useInfiniteQuery<
    NotificationPage,
    CallbackError,
    InfiniteData<NotificationPage>,
    readonly unknown[],
    string | undefined
  >(
    {
      ...QUERY_DEFAULTS,
      queryKey: keys.notificationList({ limit, unreadOnly }),
      queryFn: ({ pageParam, signal }) =>
        client.listNotifications({ limit, unreadOnly, cursor: pageParam }, { signal }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      refetchInterval: ({ state }) => whileShort(state.data?.pages.length, pollMs),
    },
    queryClient,
  );
  const { data, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const { mutateAsync, error: markError } = useMarkRead();

  return {
    notifications: useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]),
    loading: list.isLoading,
    error: list.error ?? markError,
    hasMore: hasNextPage,
    refresh: useCallback(async () => void (await refetch()), [refetch]),
    loadMore: useCallback(async () => {
      if (hasNextPage && !isFetchingNextPage) await fetchNextPage();
    }, [fetchNextPage, hasNextPage, isFetchingNextPage]),
    markRead: useCallback((id: string) => mutateAsync(id), [mutateAsync]),
    markAllRead: useCallback(() => mutateAsync(undefined), [mutateAsync]),
  };
}

/** Marks one, or all without an id; the lists and the count are asked for again afterwards. */
function useMarkRead() {
  const { client, keys, queryClient } = useCallbackContext();
  return useMutation<void, CallbackError, string | undefined>(
    {
      ...MUTATION_DEFAULTS,
      mutationFn: async (id) => {
        if (id === undefined) await client.markAllNotificationsRead();
        else await client.markNotificationRead(id);
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: keys.notifications }),
    },
    queryClient,
  );
}
