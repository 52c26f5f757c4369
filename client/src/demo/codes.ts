/** Codes that confirm a number: nothing is texted, the code is always the same. */
import { CallbackError } from '../errors.ts';
import { POLICY } from './policy.ts';
import { recordEvent } from './record.ts';
import { refuse, refuseInput, refuseLimit } from './refuse.ts';
import { type Call, instant, type StoredRequest } from './state.ts';

export const DEMO_CODE = '123456';

const phoneOf = (request: StoredRequest) => `${request.requester_id} ${request.requester_phone}`;

/** Whether its buyer must confirm the number first. */
export const needsCode = ({ state }: Call, request: StoredRequest): boolean =>
  state.asks_for_codes && !state.confirmed_phones.includes(phoneOf(request));

export const isWaiting = ({ code, status }: StoredRequest): boolean =>
  code !== undefined && status === 'pending';

/** The first code of a request, or another in place of it. */
export function sendCode(call: Call, request: StoredRequest): void {
  const { now } = call;
  const until = Math.max(request.code?.until ?? now + POLICY.codeWait, now + POLICY.codeValid);
  const sent = (request.code?.sent ?? 0) + 1;
  request.code = { sent_at: now, expires_at: now + POLICY.codeValid, until, tries: 0, sent };
  recordEvent(call, request, { event_type: 'code_sent', actor: 'system', data: {}, at: instant(now) });
}

export function codeJson(request: StoredRequest) {
  const { code } = request;
  if (!code || !isWaiting(request)) return null;
  return {
    expires_at: instant(code.expires_at),
    tries_left: POLICY.codeTries - code.tries,
    resend_at: code.sent < POLICY.codesPerRequest ? instant(code.sent_at + POLICY.codePause) : null,
    confirm_until: instant(code.until),
  };
}

/** Sends the request on if the code is right. A wrong one is answered, so that its try is kept. */
export function confirmCode(call: Call, request: StoredRequest, entered: string): CallbackError | undefined {
  const code = request.code ?? refuse('conflict', 'This request isn’t waiting for a code.');
  if (!/^\d{6}$/.test(entered)) refuseInput('code', 'code must be six digits.');
  if (!isWaiting(request)) refuse('code_expired', 'This request wasn’t confirmed in time. Make a new one.');
  if (code.tries >= POLICY.codeTries)
    refuse('no_tries_left', 'There were too many wrong codes. Request a new code.');
  if (code.expires_at <= call.now) refuse('code_expired', 'This code has expired. Request a new code.');
  code.tries += 1;
  if (entered !== DEMO_CODE) return wrongCode(POLICY.codeTries - code.tries);
  call.state.confirmed_phones.push(phoneOf(request));
  const at = instant(call.now);
  Object.assign(request, { requested_at: at, updated_at: at });
  request.expires_at = instant(call.now + POLICY.expiresAfter);
  delete request.code;
  recordEvent(call, request, { event_type: 'phone_confirmed', actor: 'buyer', data: {} });
  recordEvent(call, request, { event_type: 'request_created', actor: 'buyer', data: {}, from_status: null });
  return undefined;
}

function wrongCode(triesLeft: number): CallbackError {
  const left = triesLeft === 1 ? 'You have 1 try left.' : `You have ${triesLeft} tries left.`;
  const sentence = `That code is wrong. ${triesLeft === 0 ? 'Request a new code.' : left}`;
  return new CallbackError('wrong_code', sentence, { triesLeft });
}

export function resendCode(call: Call, request: StoredRequest): void {
  const code = request.code ?? refuse('conflict', 'This request isn’t waiting for a code.');
  if (!isWaiting(request)) refuse('code_expired', 'This request wasn’t confirmed in time. Make a new one.');
  if (code.sent >= POLICY.codesPerRequest) {
    const sentence = 'We sent three codes for this request. Check the number, or withdraw the request.';
    refuseLimit('codes_per_request', sentence, code.until - call.now);
  }
  const resendIn = code.sent_at + POLICY.codePause - call.now;
  if (resendIn > 0)
    refuseLimit(
      'code_resend',
      'We just sent a code. Wait half a minute before you request another.',
      resendIn,
    );
  sendCode(call, request);
}

/** Ends one that was not confirmed; its seller never knows, and the listing is free again. */
export function endUnconfirmed(
  call: Call,
  request: StoredRequest,
  actor: 'buyer' | 'system',
  reason?: string,
) {
  const at = instant(call.now);
  Object.assign(request, { status: 'cancelled', updated_at: at, cancelled_at: at, cancelled_by: actor });
  Object.assign(request, { cancel_reason: reason ?? null, holds_day: false });
  recordEvent(call, request, { event_type: 'request_not_sent', actor, data: {}, from_status: 'pending' });
}
