/** What a demo world does for each operation of a person's client. */
import type { CallbackClient } from '../call/client.ts';
import type { CallbackError } from '../errors.ts';
import { OPERATIONS } from '../operations/index.ts';
import type { Operation, OperationInput } from '../operations/operation.ts';
import { confirmRequest, createRequest, editRequest, extendRequest, logAttempt } from './acts.ts';
import { confirmCode, resendCode } from './codes.ts';
import { NO_CONSENT, withdraw } from './consent.ts';
import * as inbox from './inbox.ts';
import { listRequests } from './list.ts';
import { changeStatus, findRequest, requireSide, undoAcknowledgement } from './machine.ts';
import { revealPhone } from './phones.ts';
import { erase, personalData } from './privacy.ts';
import { eligibility, requestDetail } from './read.ts';
import { refuse } from './refuse.ts';
import { reportRequest } from './reports.ts';
import { setSellerNote, snooze } from './sellerNotes.ts';
import type { Call } from './state.ts';
import { ownFigures, responseTime, stats } from './stats.ts';

type Method = Exclude<keyof CallbackClient, 'subscribe'>;

/** As the operation's schemas have read it. */
// biome-ignore lint/suspicious/noExplicitAny: each handler gets what its operation's schemas give
type Read = { params: { id: string; token: string }; query: any; body: any };

/** An error that is answered, and not thrown, leaves what the call has changed. */
type Handlers = {
  [Name in Method]: (call: Call, input: Read) => Awaited<ReturnType<CallbackClient[Name]>> | CallbackError;
};

/** An operation that is new is asked for here by the compiler. `region` is that of numbers without a country code. */
const handlers = (region: string | undefined): Handlers => ({
  createCallbackRequest: (call, { body }) => requestDetail(call, createRequest(call, body, region)),
  confirmCallbackCode: (call, { params, body }) => {
    const request = findRequest(call, params.id);
    requireSide(call, request, 'buyer', 'Only the buyer can confirm the number.');
    return confirmCode(call, request, body.code) ?? requestDetail(call, params.id);
  },
  resendCallbackCode: changing((call, { params }) => {
    const request = findRequest(call, params.id);
    requireSide(call, request, 'buyer', 'Only the buyer can confirm the number.');
    resendCode(call, request);
  }),
  listCallbackRequests: (call, { query }) => listRequests(call, query),
  getCallbackRequest: (call, { params }) => requestDetail(call, params.id),
  updateCallbackRequestStatus: changing((call, { params, body }) =>
    changeStatus(call, params.id, body.status, body.reason || null),
  ),
  editCallbackRequest: changing((call, { params, body }) => editRequest(call, params.id, body, region)),
  extendCallbackRequest: changing((call, { params }) => extendRequest(call, params.id)),
  undoAcknowledgement: changing((call, { params }) => undoAcknowledgement(call, params.id)),
  logCallbackAttempt: changing((call, { params, body }) => logAttempt(call, params.id, body)),
  confirmCallbackRequest: changing((call, { params, body }) => confirmRequest(call, params.id, body)),
  revealCallbackPhone: (call, { params }) => revealPhone(call, params.id),
  setSellerNote: changing((call, { params, body }) => setSellerNote(call, params.id, body)),
  reportCallbackRequest: (call, { params, body }) => reportRequest(call, params.id, body),
  snoozeCallbackRequest: changing((call, { params, body }) => snooze(call, params.id, body)),
  getEligibility: (call, { params, query }) => eligibility(call, params.id, query.seller_id),
  listNotifications: (call, { query }) => inbox.listNotifications(call, query),
  getUnreadCount: inbox.unread,
  markNotificationRead: (call, { params }) => inbox.markRead(call, params.id),
  markAllNotificationsRead: inbox.markAllRead,
  getPreferences: inbox.preferences,
  putPreferences: (call, { body }) => inbox.putPreferences(call, body),
  getWebPushKey: () => null,
  listDevices: inbox.devices,
  registerDevice: (call, { params, body }) => inbox.registerDevice(call, params.token, body),
  retireDevice: (call, { params }) => inbox.retireDevice(call, params.token),
  getConsent: () => NO_CONSENT,
  withdrawConsent: withdraw,
  exportPersonalData: personalData,
  erasePersonalData: erase,
  getStats: stats,
  getOwnFigures: (call, { query }) => ownFigures(call, query),
  getResponseTime: (call, { params }) => responseTime(call, params.id),
});

/** Answers with the request as it is then. */
const changing = (change: (call: Call, input: Read) => void) => (call: Call, input: Read) => {
  change(call, input);
  return requestDetail(call, input.params.id);
};

const addressOf = ({ method, path }: Operation) => `${method} ${path}`;
const NAMES = new Map(Object.entries(OPERATIONS).map(([name, each]) => [addressOf(each), name as Method]));

/** Gives the function that carries out one call. The same key with the same content does nothing again. */
export function createOperator(region: string | undefined) {
  const handle = handlers(region);
  return (call: Call, operation: Operation, input: OperationInput, idempotencyKey?: string): unknown => {
    const name = NAMES.get(addressOf(operation)) as Method;
    const read = { params: {}, query: {}, body: {}, ...input } as Read;
    if (operation.repeat !== 'key' || idempotencyKey === undefined) return handle[name](call, read);
    const key = `${call.userId} ${idempotencyKey}`;
    const content = `${name} ${JSON.stringify(input)}`;
    const kept = call.state.keys[key];
    if (kept && kept.content !== content)
      refuse('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    if (kept) return requestDetail(call, kept.request_id);
    const answer = handle[name](call, read) as { id: string };
    call.state.keys[key] = { content, request_id: answer.id };
    return answer;
  };
}
