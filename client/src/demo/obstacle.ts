/** Whether a person may request a callback about a listing now; the order is the database's. */
import type { CallbackErrorOptions, ErrorCode } from '../errors.ts';
import { dayOf, isOpen } from './machine.ts';
import { DAY, POLICY } from './policy.ts';
import { isBlocked } from './reports.ts';
import { type Call, instant, listing, person, type StoredRequest } from './state.ts';

export interface Obstacle {
  code: ErrorCode;
  message: string;
  options: CallbackErrorOptions;
  retry_at: string | null;
}

/** Without a seller's id, that of the listing is taken. */
export function findObstacle(
  call: Call,
  listingId: string,
  sellerId?: string,
  priority?: string | null,
): Obstacle | undefined {
  const item = listing(call.state, listingId);
  const seller = item && person(call.state, item.seller_id);
  if (!person(call.state, call.userId))
    return obstacle('forbidden', 'Your profile is missing or not active; complete or reactivate it first.');
  if (!item) return obstacle('not_found', 'There is no such listing.');
  if (sellerId !== undefined && sellerId !== item.seller_id) {
    const options = { field: 'seller_id' };
    return obstacle('invalid_input', 'seller_id must be the seller of this listing.', options);
  }
  if (item.seller_id === call.userId) return obstacle('own_listing', 'This is your own listing.');
  const todays = todaysRequest(call, listingId);
  if (todays) {
    const message = 'You already requested a callback about this listing today.';
    return obstacle('duplicate_request', message, { existingRequestId: todays.id }, tomorrow(call));
  }
  if (item.is_available === false || !seller)
    return obstacle('listing_unavailable', 'This listing is no longer available.');
  const wanted = call.state.preferences[item.seller_id]?.requests_from ?? 'everyone';
  // Blocks are not told.
  if (!seller.phone || isBlocked(call, item.seller_id, call.userId) || wanted === 'nobody')
    return obstacle('seller_unreachable', 'This seller can’t call back. Send a message instead.');
  if (item.callbacks_off) {
    const { notice } = item.callbacks_off;
    return obstacle('callbacks_off', notice ?? OFF, { notice });
  }
  if (needsTrust(call, item.seller_id)) return obstacle('trust_required', VERIFIED_ONLY);
  return (
    (priority === 'urgent' && urgentObstacle(call, item.seller_id)) || limitObstacle(call, item.seller_id)
  );
}

export function urgentObstacle(call: Call, sellerId: string): Obstacle | undefined {
  if (!needsTrust(call, sellerId, 'urgent')) return undefined;
  return obstacle('trust_required', URGENT_NEEDS_TRUST, { field: 'priority' });
}

/** Whether that seller takes such requests from verified buyers only, and the caller is none. */
export function needsTrust(
  { state, userId }: Call,
  sellerId: string | undefined,
  priority?: string | null,
): boolean {
  const wanted = sellerId === undefined ? undefined : state.preferences[sellerId]?.requests_from;
  const isWanted = wanted === 'trusted' || (wanted === 'trusted_for_urgent' && priority === 'urgent');
  return isWanted && person(state, userId)?.is_verified !== true;
}

const VERIFIED_ONLY = 'Only verified buyers can request a callback here. Verify your account first.';
const URGENT_NEEDS_TRUST =
  'Only verified buyers can make urgent requests here. Choose another priority, or verify your account first.';
const OFF = 'This marketplace takes no callback requests at the moment.';

function obstacle(
  code: ErrorCode,
  message: string,
  options: CallbackErrorOptions = {},
  retry_at: string | null = null,
): Obstacle {
  return { code, message, options, retry_at };
}

function limitObstacle(call: Call, sellerId: string): Obstacle | undefined {
  const todays = call.state.requests.filter(({ requested_at }) => isToday(call, requested_at));
  const sent = todays.filter(({ requester_id }) => requester_id === call.userId).length;
  const received = todays.filter(({ seller_id, code }) => seller_id === sellerId && !code).length;
  if (sent >= POLICY.requestsPerUserPerDay) {
    const message = 'You’ve reached today’s limit for callback requests. Try again tomorrow.';
    return limited(call, 'requests_per_user_per_day', message);
  }
  if (received >= POLICY.requestsPerSellerPerDay) {
    const message = 'This seller can’t take more requests today. Try again tomorrow.';
    return limited(call, 'requests_per_seller_per_day', message);
  }
  return undefined;
}

function limited(call: Call, limit: string, message: string): Obstacle {
  const retryAfterSeconds = Math.ceil((Date.parse(tomorrow(call)) - call.now) / 1000);
  return obstacle('rate_limited', message, { limit, retryAfterSeconds }, tomorrow(call));
}

/** The request that takes up the listing's day. */
function todaysRequest(call: Call, listingId: string): StoredRequest | undefined {
  return requestsAbout(call, listingId).find(({ requested_at }) => isToday(call, requested_at));
}

/** The one to show instead of offering another: today's, or else the latest that is open. */
export function existingRequest(call: Call, listingId: string): StoredRequest | undefined {
  return todaysRequest(call, listingId) ?? requestsAbout(call, listingId).find(isOpen);
}

const requestsAbout = ({ state, userId }: Call, listingId: string) =>
  state.requests.filter(
    (request) => request.requester_id === userId && request.listing_id === listingId && request.holds_day,
  );

const isToday = ({ now }: Call, at: string) => dayOf(at) === dayOf(instant(now));

/** When the marketplace's next day begins. */
export const tomorrow = ({ now }: Call): string => instant((Math.floor(now / DAY) + 1) * DAY);

/** When the buyer of a request that has ended may ask about the listing again. */
export function mayRequestAgainAt(call: Call, request: StoredRequest): string | null {
  const item = listing(call.state, request.listing_id);
  if (isOpen(request) || !item || item.is_available === false) return null;
  return todaysRequest(call, request.listing_id) ? tomorrow(call) : request.updated_at;
}

const openUrgent = ({ state, userId }: Call) =>
  state.requests.filter(
    (request) => request.requester_id === userId && request.priority === 'urgent' && isOpen(request),
  );

/** How many more urgent requests the caller may have open. */
export const urgentLeft = (call: Call): number =>
  Math.max(0, POLICY.openUrgentRequestsPerUser - openUrgent(call).length);

/** When time alone makes room for another, in milliseconds since 1970. */
export const urgentUntil = (call: Call): number =>
  Math.min(...openUrgent(call).map(({ expires_at }) => Date.parse(expires_at)));
