/** The status machine: where a request may go and who may take it there. The words are the database's. */
import { OPEN_STATUSES, SETTABLE_STATUSES, type STATUSES } from '../vocabulary.ts';
import { endUnconfirmed } from './codes.ts';
import { POLICY } from './policy.ts';
import { recordEvent } from './record.ts';
import { refuse, refuseInput } from './refuse.ts';
import { type Call, instant, type Side, type StoredRequest } from './state.ts';

type Status = (typeof STATUSES)[number];
type SettableStatus = (typeof SETTABLE_STATUSES)[number];

/** The buyer can end a request; all else is the seller's. */
const MAY_SET: Record<Side, readonly SettableStatus[]> = { seller: SETTABLE_STATUSES, buyer: ['cancelled'] };

export const isOpen = ({ status }: { status: Status }): boolean =>
  (OPEN_STATUSES as readonly Status[]).includes(status);

/** The request of the caller; another's is as if it were not there. */
export function findRequest({ state, userId }: Call, id: string): StoredRequest {
  const request = state.requests.find((known) => known.id === id && sideOf(known, userId) !== undefined);
  return request ?? refuse('not_found', 'There is no such request.');
}

export function sideOf(request: StoredRequest, userId: string): Side | undefined {
  if (request.seller_id === userId) return request.code ? undefined : 'seller';
  return request.requester_id === userId ? 'buyer' : undefined;
}

export function requireSide(call: Call, request: StoredRequest, side: Side, sentence: string): void {
  if (sideOf(request, call.userId) !== side) refuse('forbidden', sentence);
}

export function requireConfirmed({ code }: StoredRequest): void {
  if (code) refuse('conflict', 'Confirm your number first. You can still withdraw this request.');
}

export function requireOpen(request: StoredRequest, what: string): void {
  if (request.status === 'expired')
    refuse('request_expired', 'This request has expired. You can make a new one.');
  if (!isOpen(request)) refuse('invalid_transition', `A request that is ${request.status} cannot ${what}.`);
}

/** Sets the status that a person asks for; the present one again changes nothing. */
export function changeStatus(call: Call, id: string, status: SettableStatus, reason: string | null): void {
  const request = findRequest(call, id);
  const side = sideOf(request, call.userId) as Side;
  if (!MAY_SET[side].includes(status))
    refuse('forbidden', 'Only the seller can do this; you can withdraw the request.');
  if (reason !== null && status !== 'cancelled')
    refuseInput('reason', 'reason goes only with a cancellation.');
  if (status === request.status) return;
  requireOpen(request, `become ${status}`);
  if (request.code) endUnconfirmed(call, request, 'buyer', reason ?? undefined);
  else transition(call, request, status, side, reason === null ? {} : { reason });
}

/** Gives an open request its new status, with the event and what it causes. */
export function transition(
  call: Call,
  request: StoredRequest,
  status: Exclude<Status, 'pending'>,
  actor: Side | 'system',
  data: { reason?: string; attempt_id?: string } = {},
): void {
  const from = request.status;
  const at = touch(call, request);
  if (status === 'cancelled' && actor === 'buyer' && freesDay(call, request)) request.holds_day = false;
  request.status = status;
  if (status === 'acknowledged' || status === 'completed') request.acknowledged_at ??= at;
  if (status === 'completed') request.completed_at = at;
  if (status === 'cancelled') {
    Object.assign(request, { cancelled_at: at, cancelled_by: actor, cancel_reason: data.reason ?? null });
  }
  if (status !== 'acknowledged') request.paused_at = null;
  recordEvent(call, request, { event_type: 'status_changed', actor, data, from_status: from });
}

/** The time of a change; never before an earlier one. */
export function touch({ now }: Call, request: StoredRequest): string {
  request.updated_at = instant(Math.max(now, Date.parse(request.updated_at)));
  return request.updated_at;
}

/** A withdrawal lets the buyer request another callback that day, once. */
function freesDay({ state }: Call, request: StoredRequest): boolean {
  return !state.requests.some(
    (other) =>
      other.requester_id === request.requester_id &&
      other.listing_id === request.listing_id &&
      dayOf(other.requested_at) === dayOf(request.requested_at) &&
      !other.holds_day,
  );
}

/** The marketplace's day, in UTC. */
export const dayOf = (at: string): string => at.slice(0, 10);

/** Ends what is overdue, as maintenance does. */
export function expireOverdue(call: Call): void {
  for (const request of call.state.requests) {
    const expiresAt = Date.parse(request.expires_at);
    if (request.code) {
      if (isOpen(request) && request.code.until <= call.now) endUnconfirmed(call, request, 'system');
    } else if (isOpen(request) && expiresAt <= call.now)
      transition({ ...call, now: expiresAt }, request, 'expired', 'system');
  }
}

/** The seller takes back an acknowledgement, shortly after it and before any attempt; the buyer's notification goes. */
export function undoAcknowledgement(call: Call, id: string): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', 'Only the seller can take this back.');
  requireOpen(request, 'be taken back');
  const until = Date.parse(request.acknowledged_at ?? '') + POLICY.undo + POLICY.undoGrace;
  if (request.status !== 'acknowledged' || call.now >= until || request.attempts.length > 0)
    refuse('invalid_transition', 'This can no longer be taken back. You can still decline the request.');
  const taken = request.events.findLast(({ to_status }) => to_status === 'acknowledged');
  call.state.notifications = call.state.notifications.filter(({ event_id }) => event_id !== taken?.id);
  call.notified.add(request.requester_id);
  Object.assign(request, { status: 'pending', acknowledged_at: null });
  touch(call, request);
  const undone = { actor: 'seller', data: {}, from_status: 'acknowledged' } as const;
  recordEvent(call, request, { event_type: 'acknowledgement_undone', ...undone });
}
