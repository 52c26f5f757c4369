/** Requests as one of their sides reads them, and what the button asks. */
import type { CallbackRequest, CallbackRequestDetail, Eligibility } from '../schemas/requests.ts';
import { canExtend } from './acts.ts';
import { codeJson, isWaiting } from './codes.ts';
import { findRequest, isOpen, sideOf } from './machine.ts';
import { existingRequest, findObstacle, mayRequestAgainAt, needsTrust, urgentLeft } from './obstacle.ts';
import { numbersFor } from './phones.ts';
import { POLICY } from './policy.ts';
import { preferredRanges } from './preferredTimes.ts';
import { mayRead, notesFor } from './sellerNotes.ts';
import { type Call, instant, listing, person, type Side, type StoredRequest } from './state.ts';
import { usualResponse } from './stats.ts';

export function requestDetail(call: Call, id: string): CallbackRequestDetail {
  const request = findRequest(call, id);
  const side = sideOf(request, call.userId) as Side;
  const history = request.events.filter((event) => mayRead(side, event)).map(({ id: _, ...entry }) => entry);
  return { ...requestJson(call, request), history, attempts: request.attempts };
}

export function requestJson(call: Call, stored: StoredRequest): CallbackRequest {
  const {
    holds_day: _,
    extensions: __,
    report: ____,
    code: _____,
    attempts,
    events: ___,
    ...request
  } = stored;
  const side = sideOf(stored, call.userId) as Side;
  const ranges = isOpen(stored) ? preferredRanges(stored, zoneOf(call, stored), call.now) : [];
  return {
    ...request,
    is_being_checked: false,
    is_waiting_for_code: isWaiting(stored),
    phone_code: codeJson(stored),
    ...numbersFor(call, stored, side),
    preferred_ranges: ranges,
    is_preferred_now: ranges[0] !== undefined && Date.parse(ranges[0].start) <= call.now,
    attempts_count: attempts.length,
    last_attempt: lastAttempt(stored),
    ...notesFor(side, stored),
    ...(side === 'seller' ? forSeller(call, stored) : forBuyer(call, stored)),
    ...parties(call, stored, side),
  };
}

const zoneOf = ({ state }: Call, { time_zone, requester_id }: StoredRequest) =>
  time_zone ?? person(state, requester_id)?.time_zone ?? 'UTC';

function lastAttempt({ attempts }: StoredRequest): CallbackRequest['last_attempt'] {
  const last = attempts.at(-1);
  if (!last) return null;
  const { id: _, ...attempt } = last;
  return attempt;
}

function forSeller({ now }: Call, { status, acknowledged_at, attempts }: StoredRequest) {
  const until = Date.parse(acknowledged_at ?? '') + POLICY.undo;
  const canUndo = status === 'acknowledged' && attempts.length === 0 && until > now;
  const undo_until = canUndo ? instant(until) : null;
  return { undo_until, can_extend: false, may_request_again_at: null, can_confirm_until: null };
}

function forBuyer(call: Call, request: StoredRequest) {
  const until = Date.parse(request.completed_at ?? '') + POLICY.confirmable;
  return {
    undo_until: null,
    can_extend: canExtend(request),
    may_request_again_at: mayRequestAgainAt(call, request),
    can_confirm_until: until > call.now ? instant(until) : null,
  };
}

function parties(call: Call, request: StoredRequest, side: Side) {
  const { state } = call;
  const [buyer, seller] = [person(state, request.requester_id), person(state, request.seller_id)];
  const item = listing(state, request.listing_id);
  return {
    requester: {
      id: request.requester_id,
      name: request.requester_name,
      phone: numbersFor(call, request, side).requester_phone,
      avatar_url: buyer?.avatar_url ?? null,
      is_verified: buyer?.is_verified ?? false,
    },
    seller: { id: request.seller_id, name: seller?.name ?? null, avatar_url: seller?.avatar_url ?? null },
    listing: {
      ...{ id: request.listing_id, title: item?.title ?? null, price: item?.price ?? null },
      ...{ currency: item?.currency ?? null, image: item?.image ?? null },
    },
  };
}

/** Whether the button may offer a request, and what to show instead. */
export function eligibility(call: Call, listingId: string, sellerId: string | undefined): Eligibility {
  const obstacle = findObstacle(call, listingId, sellerId);
  const existing = existingRequest(call, listingId);
  const item = listing(call.state, listingId);
  const seller = item && person(call.state, item.seller_id);
  return {
    can_request: obstacle === undefined,
    reason: obstacle?.code ?? null,
    message: obstacle?.message ?? null,
    notice: obstacle?.options.notice ?? null,
    limit: obstacle?.options.limit ?? null,
    retry_at: obstacle?.retry_at ?? null,
    can_ask_for_review: false, // the demo has no operator
    urgent_left: urgentLeft(call),
    urgent_needs_trust: needsTrust(call, item?.seller_id, 'urgent'),
    existing_request: existing ? requestJson(call, existing) : null,
    seller: seller
      ? {
          ...{ name: seller.name, avatar_url: seller.avatar_url ?? null },
          is_verified: seller.is_verified ?? false,
          usual_response_minutes: usualResponse(call, seller.id).usual_response_minutes,
        }
      : null,
    listing: item
      ? {
          ...{ title: item.title, image: item.image ?? null },
          ...{ price: item.price ?? null, currency: item.currency ?? null },
        }
      : null,
  };
}
