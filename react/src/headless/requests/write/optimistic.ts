/** Shows a change of a request everywhere at once, before the server has agreed, and takes it back when it refuses. */
import type {
  CallbackRequest,
  CallbackRequestDetail,
  Eligibility,
  RequestPage,
  Stats,
} from '@ringback/client';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { QueryKeys } from '../../platform/queryKeys.ts';
import { requestsOf } from '../read/requestPages.ts';
import type { Status } from '../request.ts';

type RequestList = InfiniteData<RequestPage>;

/** What becomes of a request; fields that an answer has beyond the list's are kept. */
export type Change = (request: CallbackRequest) => Partial<CallbackRequest>;

export interface Cache {
  queryClient: QueryClient;
  keys: QueryKeys;
  /** Decides which of the two sides' numbers a request counts in. */
  userId: string | undefined;
}

/** Changes the request in every cached answer; returns what takes that back, and nothing that has come since. */
export function changeEverywhere(cache: Cache, id: string, change: Change): () => void {
  const before = findCached(cache, id);
  if (!before) return () => {};
  const made = change(before);
  setEverywhere(cache, before, () => made);
  return () => setEverywhere(cache, findCached(cache, id), (shown) => formerOf(before, made, shown));
}

/** What the request was before, in those fields that still show what was made of them. */
function formerOf(
  before: CallbackRequest,
  made: Partial<CallbackRequest>,
  shown: CallbackRequest,
): Partial<CallbackRequest> {
  const fields = Object.keys(made) as (keyof CallbackRequest)[];
  const left = fields.filter((field) => JSON.stringify(shown[field]) === JSON.stringify(made[field]));
  return Object.fromEntries(left.map((field) => [field, before[field]]));
}

function setEverywhere(cache: Cache, request: CallbackRequest | undefined, change: Change) {
  if (!request) return;
  const { queryClient, keys } = cache;
  const changed = <Request extends CallbackRequest>(known: Request): Request =>
    known.id === request.id ? { ...known, ...change(known) } : known;

  queryClient.setQueriesData<RequestList>({ queryKey: keys.lists }, (list) => list && mapList(list, changed));
  queryClient.setQueryData<CallbackRequestDetail>(
    keys.request(request.id),
    (known) => known && changed(known),
  );
  queryClient.setQueriesData<Eligibility>(
    { queryKey: keys.eligibilities },
    (answer) =>
      answer && { ...answer, existing_request: answer.existing_request && changed(answer.existing_request) },
  );
  queryClient.setQueryData<Stats>(
    keys.stats,
    (stats) => stats && moveCount(stats, request, changed(request), cache.userId),
  );
}

function mapList(list: RequestList, change: (request: CallbackRequest) => CallbackRequest): RequestList {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}

/** As the newest answer has it: one of a page that was left stays in the cache and is not asked for again. */
function findCached({ queryClient, keys }: Cache, id: string): CallbackRequest | undefined {
  const lists = queryClient.getQueriesData<RequestList>({ queryKey: keys.lists });
  const answers = queryClient.getQueriesData<Eligibility>({ queryKey: keys.eligibilities });
  return [
    queryClient.getQueryData<CallbackRequestDetail>(keys.request(id)),
    ...lists.flatMap(([, list]) => requestsOf(list?.pages ?? [])),
    ...answers.map(([, answer]) => answer?.existing_request),
  ]
    .flatMap((request) => (request?.id === id ? [request] : []))
    .sort((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at))[0];
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
