/** Lists of requests: newest first or by what needs action, of one listing, searched for. */
import type * as z from 'zod/mini';
import type { CallbackRequest, ListCallbackRequestsQuery, RequestPage } from '../schemas/requests.ts';
import { isOpen, sideOf } from './machine.ts';
import { otherName } from './notificationText.ts';
import { isNumberFound } from './phones.ts';
import { DAY } from './policy.ts';
import { requestJson } from './read.ts';
import { refuseInput } from './refuse.ts';
import { type Call, listing, type Side, type StoredRequest } from './state.ts';

type Query = z.output<typeof ListCallbackRequestsQuery>;

/** One page; a cursor is the id after which it begins. */
export function listRequests(call: Call, query: Query): RequestPage {
  const { as, status, search, order, listing_id, limit, cursor } = query;
  if (as === 'buyer' && order === 'needs_action')
    refuseInput('order', 'order must be newest or, for a seller, needs_action.');
  const found = call.state.requests
    .filter((request) => sideOf(request, call.userId) === as)
    .filter((request) => status === undefined || request.status === status)
    .filter((request) => listing_id === undefined || request.listing_id === listing_id)
    .filter((request) => search === undefined || isFound(call, request, as, search))
    .map((request) => requestJson(call, request));
  return pageOf(order === 'needs_action' ? byNeed(found, call.now) : found, limit, cursor);
}

export function pageOf<Item extends { id: string }>(items: Item[], limit: number, cursor?: string) {
  const before = cursor === undefined ? -1 : items.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && before < 0)
    refuseInput('cursor', 'cursor must be the next_cursor of an earlier page.');
  const page = items.slice(before + 1, before + 1 + limit);
  const hasMore = before + 1 + limit < items.length;
  return { items: page, next_cursor: hasMore ? (page.at(-1)?.id ?? null) : null };
}

/** Open ones by place, the oldest first within one; then ended ones, newest first, as they are given. */
function byNeed(requests: CallbackRequest[], now: number): CallbackRequest[] {
  const open = requests.filter(isOpen).reverse();
  const placed = open.map((request) => ({ request, place: placeOf(request, now) }));
  placed.sort((a, b) => a.place - b.place);
  return [...placed.map(({ request }) => request), ...requests.filter((request) => !isOpen(request))];
}

/** As needs_action.sql has it. */
function placeOf(request: CallbackRequest, now: number): number {
  const { snoozed_until, last_attempt, priority } = request;
  const isPast = (at: string | null | undefined) => at != null && Date.parse(at) <= now;
  if (snoozed_until !== null && !isPast(snoozed_until)) return 4;
  if (isPast(snoozed_until) || priority === 'urgent' || isPast(last_attempt?.next_attempt_at)) return 0;
  if (request.is_preferred_now) return 1;
  return Date.parse(request.expires_at) <= now + DAY ? 2 : 3;
}

/** Each word occurs somewhere, or all are parts of the number. */
function isFound(call: Call, request: StoredRequest, as: Side, search: string): boolean {
  const { state } = call;
  const texts = [request.message, listing(state, request.listing_id)?.title, otherName(state, request, as)];
  const text = fold(texts.join('\n'));
  const hasNumber = (term: string) => {
    const digits = digitsOf(term);
    return as === 'seller' && isOpen(request) && digits.length >= 3 && isNumberFound(call, request, digits);
  };
  const words = fold(search).trim().split(/\s+/);
  return hasNumber(search) || words.every((word) => text.includes(word) || hasNumber(word));
}

const digitsOf = (term: string): string =>
  /^[0-9 +()./~-]+$/.test(term) ? term.replace(/\D/g, '').replace(/^0+/, '') : '';

const fold = (text: string) => text.normalize('NFC').toLowerCase();
