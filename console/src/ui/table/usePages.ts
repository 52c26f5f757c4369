/** A list that the API answers page by page, each behind an opaque cursor. */
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';

export interface KeysetPage<Row> {
  items: Row[];
  next_cursor: string | null;
}

export interface Pages<Row> {
  /** The answers themselves, for what they hold beside their items. */
  answers?: KeysetPage<Row>[] | undefined;
  /** Undefined until the first page is there. */
  rows: Row[] | undefined;
  error: unknown;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  /** All rows, or the first `MOST_EXPORTED`: for a file. */
  loadAll: () => Promise<{ rows: Row[]; isAll: boolean }>;
}

interface PagesOptions<Row> {
  /** With the filter in it: another filter is another list. */
  key: readonly unknown[];
  load: (cursor: string | undefined, signal?: AbortSignal) => Promise<KeysetPage<Row>>;
  /** Asks again this often while the page is in sight; only with a single page shown. */
  pollMs?: number;
}

const MOST_EXPORTED = 10_000;

export function usePages<Row>({ key, load, pollMs }: PagesOptions<Row>): Pages<Row> {
  const query = useInfiniteQuery<
    KeysetPage<Row>,
    Error,
    InfiniteData<KeysetPage<Row>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= 1 && pollMs) || false,
  });
  return {
    answers: query.data?.pages,
    rows: query.data?.pages.flatMap(({ items }) => items),
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    loadAll: () => loadAll(load),
  };
}

async function loadAll<Row>(load: PagesOptions<Row>['load']): Promise<{ rows: Row[]; isAll: boolean }> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    rows.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && rows.length < MOST_EXPORTED);
  return { rows, isAll: cursor === undefined };
}

/** A list that comes in one answer, for the same table. */
export function wholeList<Row>(query: {
  data: Row[] | undefined;
  error: unknown;
  refetch: () => unknown;
  /** False where the answer has but a part. */
  isAll?: boolean;
}): Pages<Row> {
  const { data, error, refetch, isAll = true } = query;
  return {
    rows: data,
    error: data ? null : error,
    retry: () => void refetch(),
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => {},
    loadAll: async () => ({ rows: data ?? [], isAll }),
  };
}
