/** Reads a list of requests page by page, each from the cursor where the one before ended. */
import type { CallbackClient, CallbackRequest, RequestPage } from '@ringback/client';
import type { ListQuery } from '../../platform/queryKeys.ts';

const LARGEST_PAGE = 100;
const END: RequestPage = { items: [], next_cursor: null };

/** The first page after `offset` requests; the API knows no offsets, so they are read and left out. */
export async function firstPage(
  client: CallbackClient,
  { offset, ...query }: ListQuery,
  signal: AbortSignal,
): Promise<RequestPage> {
  let cursor: string | undefined;
  for (let left = offset; left > 0; ) {
    const limit = Math.min(left, LARGEST_PAGE);
    const skipped = await client.listCallbackRequests({ ...query, limit, cursor }, { signal });
    if (skipped.next_cursor === null) return END;
    left -= skipped.items.length;
    cursor = skipped.next_cursor;
  }
  return pageFrom(client, { offset, ...query }, cursor, signal);
}

/**
 * The page at the cursor. A search may find nothing on a page and still have more to look through: that goes
 * on here.
 */
export async function pageFrom(
  client: CallbackClient,
  { offset: _offset, ...query }: ListQuery,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<RequestPage> {
  const page = await client.listCallbackRequests({ ...query, cursor }, { signal });
  const isEmptyButNotLast = page.items.length === 0 && page.next_cursor !== null;
  return isEmptyButNotLast
    ? pageFrom(client, { offset: 0, ...query }, page.next_cursor ?? undefined, signal)
    : page;
}

/** All pages' requests, in their order. One that changed pages between two reads is listed once. */
export function requestsOf(pages: readonly RequestPage[]): CallbackRequest[] {
  return [...new Map(pages.flatMap((page) => page.items).map((request) => [request.id, request])).values()];
}

/** The first page with these requests besides, in their places; `before` is the list as it was. */
export function pageWith(
  page: RequestPage,
  others: readonly CallbackRequest[],
  order: ListQuery['order'],
  before: readonly CallbackRequest[],
): RequestPage {
  if (others.length === 0) return page;
  if (order === 'needs_action') return { ...page, items: inFormerPlaces(page.items, others, before) };
  const items = [...page.items, ...others].sort(
    (a, b) => Date.parse(b.requested_at) - Date.parse(a.requested_at),
  );
  return { ...page, items };
}

/** That order changes with the time and with each call; what stays must not move. */
function inFormerPlaces(
  items: CallbackRequest[],
  others: readonly CallbackRequest[],
  before: readonly CallbackRequest[],
): CallbackRequest[] {
  return others.reduce((all, other) => {
    const place = before.findIndex(({ id }) => id === other.id);
    return [...all.slice(0, place), other, ...all.slice(place)];
  }, items);
}
