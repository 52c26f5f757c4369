import { type CallbackError, type CallbackRequest, PAGE_LIMIT, type RequestPage } from '@ringback/client';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { QUERY_DEFAULTS, usePollMs, whileShort } from '../../live/polling.ts';
import { type CallbackContextValue, useCallbackContext } from '../../platform/context.ts';
import type { ListQuery } from '../../platform/queryKeys.ts';
import { openCallsOf } from '../openCalls.ts';
import type { MarketplaceKey } from '../props.ts';
import type { Status } from '../request.ts';
import { calledBeside } from './calledRequests.ts';
import { firstPage, pageFrom, pageWith, requestsOf } from './requestPages.ts';

export interface RequestListOptions {
  /** All by default. */
  status?: Status | undefined;
  /** Words that all occur in the name, the title or the message, or digits of the phone number. */
  search?: string | undefined;
  /** Requests about this listing alone. */
  listingId?: MarketplaceKey | undefined;
  /** `newest` first by default; `needs_action` has those first that the seller should call now. */
  order?: ListQuery['order'];
  /** The size of a page, 1 to 100; 20 by default. */
  limit?: number | undefined;
  /** How many of the newest are left out; `loadMore` pages by cursor and needs none. */
  offset?: number | undefined;
}

export interface RequestList {
  /** In the order that was asked for, as far as they are loaded. */
  requests: CallbackRequest[];
  /** The first page is on its way. */
  loading: boolean;
  /** A newer answer is on its way. */
  refreshing: boolean;
  /** `error.code` is stable, `error.message` is English; `errorText` has it in the reader's language. */
  error: CallbackError | null;
  hasMore: boolean;
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
}

/** One side's requests, page by page; the hooks of both sides are made of it. */
export function useRequestList(as: ListQuery['as'], options: RequestListOptions): RequestList {
  const { status, order, limit = PAGE_LIMIT.default, offset = 0 } = options;
  const context = useCallbackContext();
  const search = options.search?.trim() || undefined;
  const query = { as, status, order, search, listing_id: options.listingId?.toString(), limit, offset };
  const pollMs = usePollMs();
  const list = useInfiniteQuery<
    RequestPage,
    CallbackError,
    InfiniteData<RequestPage>,
    readonly unknown[],
    Cursor
  >(
    {
      ...QUERY_DEFAULTS,
      queryKey: context.keys.list(query),
      queryFn: ({ pageParam, signal }) => readPage(context, query, pageParam, signal),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      refetchInterval: ({ state }) => whileShort(state.data?.pages.length, pollMs),
    },
    context.queryClient,
  );
  const { data, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = list;

  return {
    requests: useMemo(() => requestsOf(data?.pages ?? []), [data]),
    loading: list.isLoading,
    refreshing: list.isFetching,
    error: list.error,
    hasMore: hasNextPage,
    refresh: useCallback(async () => void (await refetch()), [refetch]),
    loadMore: useCallback(async () => {
      if (hasNextPage && !isFetchingNextPage) await fetchNextPage();
    }, [fetchNextPage, hasNextPage, isFetchingNextPage]),
  };
}

type Cursor = string | undefined;

async function readPage(
  { client, keys, memory, queryClient }: CallbackContextValue,
  query: ListQuery,
  cursor: Cursor,
  signal: AbortSignal,
): Promise<RequestPage> {
  if (cursor !== undefined) return pageFrom(client, query, cursor, signal);
  const page = await firstPage(client, query, signal);
  const before = queryClient.getQueryData<InfiniteData<RequestPage>>(keys.list(query));
  const shown = requestsOf(before?.pages ?? []);
  const called = await calledBeside(client, openCallsOf(memory), page, shown, signal);
  return pageWith(page, called, query.order, shown);
}
