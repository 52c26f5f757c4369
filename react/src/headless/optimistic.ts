/** Shows a change of a request everywhere at once, before the server has agreed, and takes it back when it refuses. */
import type {
  CallbackRequest,
  CallbackRequestDetail,
  Eligibility,
  RequestPage,
  Stats,
} from '@ringback/client';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Status } from './models.ts';
import type { QueryKeys } from './queryKeys.ts';
import { requestsOf } from './requestPages.ts';

type RequestList = InfiniteData<RequestPage>;

/** What becomes of a request; fields that an answer has beyond the list's are kept. */
export type Change = (request: CallbackRequest) => Partial<CallbackRequest>;

export interface Cache {
  queryClient: QueryClient;
  keys: QueryKeys;
  /** Decides which of the two sides' numbers a request counts in. */
  userId: string | undefined;
}

/** Changes the request in every cached answer; returns what takes the changes back. */
export function changeEverywhere(cache: Cache, id: string, change: Change): () => void {
  const { queryClient, keys } = cache;
  const snapshot = queryClient.getQueriesData({ queryKey: keys.requests });
  const before = findCached(cache, id);
  const changed = <Request extends CallbackRequest>(request: Request): Request =>
    request.id === id ? { ...request, ...change(request) } : request;

  queryClient.setQueriesData<RequestList>({ queryKey: keys.lists }, (list) => list && mapList(list, changed));
  queryClient.setQueryData<CallbackRequestDetail>(keys.request(id), (request) => request && changed(request));
  queryClient.setQueriesData<Eligibility>(
    { queryKey: keys.eligibilities },
    (answer) =>
      answer && { ...answer, existing_request: answer.existing_request && changed(answer.existing_request) },
  );
  if (before) {
    const after = changed(before);
    queryClient.setQueryData<Stats>(
      keys.stats,
      (stats) => stats && moveCount(stats, before, after, cache.userId),
    );
  }
  return () => {
    for (const [key, data] of snapshot) queryClient.setQueryData(key, data);
  };
}

function mapList(list: RequestList, change: (request: CallbackRequest) => CallbackRequest): RequestList {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}

function findCached({ queryClient, keys }: Cache, id: string): CallbackRequest | undefined {
  const lists = queryClient.getQueriesData<RequestList>({ queryKey: keys.lists });
  const answers = queryClient.getQueriesData<Eligibility>({ queryKey: keys.eligibilities });
  return (
    [
      queryClient.getQueryData<CallbackRequestDetail>(keys.request(id)),
      ...lists.flatMap(([, list]) => requestsOf(list?.pages ?? [])),
      ...answers.map(([, answer]) => answer?.existing_request),
    ].find((request) => request?.id === id) ?? undefined
  );
}

/** Counted in its new status instead of the old one. The rates wait for the server. */
function moveCount(
  stats: Stats,
  before: CallbackRequest,
  { status }: { status: Status },
  userId: string | undefined,
): Stats {
  if (userId === before.seller_id) {
    const { as_seller: counts } = stats;
    const left = { ...counts, [before.status]: counts[before.status] - 1 };
    return { ...stats, as_seller: { ...left, [status]: left[status] + 1 } };
  }
  if (userId === before.requester_id) {
    const { as_requester: counts } = stats;
    const left = { ...counts, [`${before.status}_sent`]: counts[`${before.status}_sent`] - 1 };
    return { ...stats, as_requester: { ...left, [`${status}_sent`]: left[`${status}_sent`] + 1 } };
  }
  return stats;
}
