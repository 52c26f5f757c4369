/** What people do with requests beside the status: request, edit, extend, log attempts, confirm. */
import type * as z from 'zod/mini';
import { type BodyWithPhone, bodyInE164 } from '../phone/e164.ts';
import { parsePhone } from '../phone/phone.ts';
import type {
  ConfirmCallbackRequest,
  CreateCallbackRequest,
  EditCallbackRequest,
  LogCallbackAttempt,
} from '../schemas/requests.ts';
import { EDITABLE_FIELDS } from '../vocabulary.ts';
import { needsCode, sendCode } from './codes.ts';
import {
  findRequest,
  isOpen,
  requireConfirmed,
  requireOpen,
  requireSide,
  touch,
  transition,
} from './machine.ts';
import { findObstacle, urgentLeft, urgentObstacle, urgentUntil } from './obstacle.ts';
import { POLICY } from './policy.ts';
import { recordEvent } from './record.ts';
import { refuse, refuseInput, refuseLimit } from './refuse.ts';
import { type Call, instant, newId, type StoredRequest } from './state.ts';

type Create = z.output<typeof CreateCallbackRequest>;
type Edit = z.output<typeof EditCallbackRequest>;
type Attempt = z.output<typeof LogCallbackAttempt>;
type Confirmation = z.output<typeof ConfirmCallbackRequest>;

const URGENT =
  'You have as many urgent requests open as you can. Choose another priority, or withdraw an urgent request first.';

const UNCONFIRMED =
  'This number isn’t confirmed. Keep the present number, or use one that you have confirmed.';

/** Requests a callback; returns the request's id. `region` is that of numbers without a country code. */
export function createRequest(call: Call, body: Create, region: string | undefined): string {
  const { state, userId, now } = call;
  const { listing_id, seller_id, ...fields } = readFields(body, region);
  const obstacle = findObstacle(call, String(listing_id), String(seller_id), body.priority);
  if (obstacle) refuse(obstacle.code, obstacle.message, obstacle.options);
  if (body.priority === 'urgent') requireUrgentLeft(call);
  const at = instant(now);
  const request: StoredRequest = {
    ...{ preferred_days: null, time_zone: null, callback_reason: null, message: null, preferred_time: null },
    ...(fields as Partial<StoredRequest> & Pick<StoredRequest, 'requester_phone' | 'requester_name'>),
    ...{ id: newId(state), listing_id: body.listing_id, seller_id: body.seller_id, requester_id: userId },
    ...{ status: 'pending', priority: body.priority, requested_at: at, updated_at: at },
    ...{ acknowledged_at: null, completed_at: null, cancelled_at: null, cancelled_by: null },
    ...{ cancel_reason: null, paused_at: null, edited_at: null, confirmation: null },
    ...{ seller_note: null, snoozed_until: null },
    ...{ expires_at: instant(now + POLICY.expiresAfter), holds_day: true, extensions: 0 },
    ...{ attempts: [], events: [] },
  };
  state.requests.unshift(request);
  if (needsCode(call, request)) sendCode(call, request);
  else
    recordEvent(call, request, {
      ...{ event_type: 'request_created', actor: 'buyer', data: {}, from_status: null },
    });
  return request.id;
}

/** The number in E.164, empty texts as none. */
function readFields(body: Create | Edit, region: string | undefined): BodyWithPhone {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const { phone_region: _, ...fields } = bodyInE164(given as BodyWithPhone, parsePhone, region);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]),
  );
}

function requireUrgentLeft(call: Call): void {
  if (urgentLeft(call) > 0) return;
  refuseLimit('open_urgent_requests_per_user', URGENT, urgentUntil(call) - call.now);
}

/** A field that is left out stays, null clears it; without a difference nothing happens. */
export function editRequest(call: Call, id: string, body: Edit, region: string | undefined): void {
  const given = readFields(body, region);
  const request = findRequest(call, id);
  requireSide(call, request, 'buyer', 'Only the buyer can edit a request.');
  requireConfirmed(request);
  requireOpen(request, 'be edited');
  const fields = EDITABLE_FIELDS.filter(
    (name) => name in given && JSON.stringify(given[name]) !== JSON.stringify(request[name]),
  );
  if (fields.length === 0) return;
  requireEditsLeft(call, request);
  const changed = { ...request, ...Object.fromEntries(fields.map((name) => [name, given[name]])) };
  if (fields.includes('priority')) requireUrgentAllowed(call, changed);
  if (fields.includes('requester_phone') && needsCode(call, changed))
    refuse('not_accepted', UNCONFIRMED, { field: 'requester_phone' });
  Object.assign(request, changed);
  request.edited_at = touch(call, request);
  if (fields.includes('requester_phone')) request.paused_at = null;
  recordEvent(call, request, { event_type: 'request_edited', actor: 'buyer', data: { fields } });
}

function requireUrgentAllowed(call: Call, { priority, seller_id }: StoredRequest): void {
  if (priority !== 'urgent') return;
  const obstacle = urgentObstacle(call, String(seller_id));
  if (obstacle) refuse(obstacle.code, obstacle.message, obstacle.options);
  requireUrgentLeft(call);
}

function requireEditsLeft(call: Call, request: StoredRequest): void {
  const edits = request.events.filter(({ event_type }) => event_type === 'request_edited').length;
  if (edits < POLICY.editsPerRequest) return;
  const sentence = 'You can’t edit this request again. Withdraw it, or wait for the call.';
  refuseLimit('edits_per_request', sentence, Date.parse(request.expires_at) - call.now);
}

/** The first attempt acknowledges a pending request, `reached` completes it, a wrong number pauses it. */
export function logAttempt(call: Call, id: string, { outcome, next_attempt_at = null }: Attempt): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', 'Only the seller can log a call attempt.');
  const at = Math.max(call.now, Date.parse(request.updated_at));
  if (isSameAttempt(request, outcome, at)) return;
  requireOpen(request, 'get further calls');
  requireAttemptsLeft(call, request);
  if (next_attempt_at !== null && Date.parse(next_attempt_at) >= Date.parse(request.expires_at))
    refuseInput('next_attempt_at', 'next_attempt_at must be before the request expires.');
  const attempt = { id: newId(call.state), outcome, attempted_at: touch(call, request), next_attempt_at };
  request.attempts.push(attempt);
  request.snoozed_until = null;
  request.paused_at = outcome === 'wrong_number' ? attempt.attempted_at : null;
  const { id: attempt_id, attempted_at } = attempt;
  const data = { attempt_id, outcome, attempted_at, ...(next_attempt_at && { next_attempt_at }) };
  recordEvent(call, request, { event_type: 'call_attempted', actor: 'seller', data });
  if (outcome === 'reached') transition(call, request, 'completed', 'seller', { attempt_id });
  else if (request.status === 'pending') transition(call, request, 'acknowledged', 'seller', { attempt_id });
}

/** A double tap, or a call that was sent again. */
const isSameAttempt = ({ attempts }: StoredRequest, outcome: string, at: number) =>
  attempts.some(
    (known) => known.outcome === outcome && Date.parse(known.attempted_at) > at - POLICY.sameAttempt,
  );

function requireAttemptsLeft(call: Call, request: StoredRequest): void {
  if (request.attempts.length < POLICY.attemptsPerRequest) return;
  const sentence = 'This request has reached its limit of call attempts. Complete or decline it.';
  refuseLimit('attempts_per_request', sentence, Date.parse(request.expires_at) - call.now);
}

/** The buyer answers whether the call took place; changeable for two weeks. */
export function confirmRequest(call: Call, id: string, { answer, rating = null }: Confirmation): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'buyer', 'Only the buyer can confirm the call.');
  requireConfirmable(call, request);
  if (rating !== null && answer !== 'talked') refuseInput('rating', 'rating goes only with talked.');
  const before = request.confirmation;
  if (before?.answer === answer && before.rating === rating) return;
  request.confirmation = { answer, rating, answered_at: touch(call, request) };
  if (before?.answer === answer) return;
  const event_type = answer === 'talked' ? 'completion_confirmed' : 'completion_contradicted';
  recordEvent(call, request, { event_type, actor: 'buyer', data: { answer } });
}

function requireConfirmable({ now }: Call, { status, completed_at }: StoredRequest): void {
  if (status !== 'completed' || completed_at === null)
    refuse('invalid_transition', 'Only a completed request can be confirmed.');
  else if (Date.parse(completed_at) + POLICY.confirmable <= now)
    refuse('invalid_transition', 'The two weeks in which you could answer are over.');
}

/** The buyer puts off the expiry of an open request. */
export function extendRequest(call: Call, id: string): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'buyer', 'Only the buyer can extend a request.');
  requireConfirmed(request);
  requireOpen(request, 'be extended');
  const sentence = 'You can’t extend this request again. When it has expired, you can make a new one.';
  if (!canExtend(request))
    refuseLimit('extensions_per_request', sentence, Date.parse(request.expires_at) - call.now);
  request.extensions += 1;
  request.expires_at = instant(Date.parse(request.expires_at) + POLICY.expiresAfter);
  touch(call, request);
  const data = { expires_at: request.expires_at };
  recordEvent(call, request, { event_type: 'request_extended', actor: 'buyer', data });
}

export const canExtend = (request: StoredRequest): boolean =>
  isOpen(request) && !request.code && request.extensions < POLICY.extensionsPerRequest;
