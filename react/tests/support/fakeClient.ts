/**
 * A CallbackClient in memory, for the tests of hooks and views. It answers as the API does, as far as they
 * depend on it; `refuse` and `hold` decide how calls go.
 */
import {
  type CallbackClient,
  CallbackError,
  type CallbackErrorCode,
  type CallbackErrorOptions,
  type CallbackEvent,
  type LiveStatus,
  OPERATIONS,
} from '@ringback/client';
import { fakeLists } from './fakeLists.ts';
import { personalDataOf } from './fakePersonalData.ts';
import { fakePreferences, PREFERENCES } from './fakePreferences.ts';
import type { FakeServer } from './fakeServer.ts';
import { fakeWrites } from './fakeWrites.ts';
import { BUYER_ID, LISTING, NO_OWN_FIGURES } from './samples.ts';

export type Method = Exclude<keyof CallbackClient, 'subscribe'>;

export interface FakeClient extends CallbackClient {
  server: FakeServer;
  /** What was called, in order. */
  calls: { method: Method; args: readonly unknown[] }[];
  /** The arguments of each call of a method. */
  callsOf: (method: Method) => (readonly unknown[])[];
  /** Lets calls of a method fail until the returned function is called. */
  refuse: (method: Method, code: CallbackErrorCode, options?: CallbackErrorOptions) => () => void;
  /** Lets the answers to calls of a method get lost: the server has done what was asked. */
  loseAnswers: (method: Method) => void;
  /** Lets calls of a method wait until the returned function is called. */
  hold: (method: Method) => () => void;
  /** Who has subscribed; a test sends them events. */
  subscribers: Set<{ send: (event: CallbackEvent) => void; setStatus: (status: LiveStatus) => void }>;
}

export function createFakeClient(state: Partial<FakeServer> = {}): FakeClient {
  const server: FakeServer = {
    ...{ requests: [], notifications: [], userId: BUYER_ID, obstacle: null, listing: LISTING },
    ...{ preferences: PREFERENCES, devices: [], webPushKey: `${'B'.repeat(86)}E` },
    ...state,
  };
  const calls: FakeClient['calls'] = [];
  const refusals = new Map<Method, CallbackError>();
  const subscribers: FakeClient['subscribers'] = new Set();
  const gates = new Map<Method, Promise<void>>();
  const lost = new Set<Method>();

  /** The function, noted, held and refused as the test has asked. */
  function controlled<Args extends readonly unknown[], Answer>(
    method: Method,
    answer: (...args: Args) => Answer,
  ): (...args: Args) => Promise<Answer> {
    return async (...args) => {
      calls.push({ method, args });
      await gates.get(method);
      const refusal = refusals.get(method);
      if (refusal) throw refusal;
      const answered = structuredClone(answer(...args));
      if (lost.has(method)) throw new CallbackError('network_error', 'The fake loses the answer.');
      return answered;
    };
  }

  const { list, get, eligibility, stats, notifications, unread } = fakeLists(server);
  const writes = fakeWrites(server);
  const {
    create,
    update,
    edit,
    attempt,
    confirm,
    extend,
    undo,
    reveal,
    note,
    snooze,
    confirmCode,
    resendCode,
    markRead,
    markAllRead,
  } = writes;
  const { preferences, putPreferences, webPushKey, devices, register, retire } = fakePreferences(server);
  /** Operations that no component uses yet answer nothing. */
  const others = Object.fromEntries(
    (Object.keys(OPERATIONS) as Method[]).map((name) => [name, controlled(name, () => undefined)]),
  ) as unknown as CallbackClient;
  return {
    ...others,
    server,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    refuse(method, code, options) {
      refusals.set(method, new CallbackError(code, `The fake refuses with ${code}.`, options));
      return () => refusals.delete(method);
    },
    loseAnswers: (method) => void lost.add(method),
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<void>();
      gates.set(method, promise);
      return () => {
        gates.delete(method);
        resolve();
      };
    },
    subscribers,
    subscribe(send, { onStatus = () => {} } = {}) {
      const subscriber = { send, setStatus: onStatus };
      subscribers.add(subscriber);
      onStatus('connecting');
      return () => subscribers.delete(subscriber);
    },
    createCallbackRequest: controlled('createCallbackRequest', create),
    listCallbackRequests: controlled('listCallbackRequests', list),
    getCallbackRequest: controlled('getCallbackRequest', get),
    updateCallbackRequestStatus: controlled('updateCallbackRequestStatus', update),
    editCallbackRequest: controlled('editCallbackRequest', edit),
    logCallbackAttempt: controlled('logCallbackAttempt', attempt),
    confirmCallbackRequest: controlled('confirmCallbackRequest', confirm),
    confirmCallbackCode: controlled('confirmCallbackCode', confirmCode),
    resendCallbackCode: controlled('resendCallbackCode', resendCode),
    extendCallbackRequest: controlled('extendCallbackRequest', extend),
    revealCallbackPhone: controlled('revealCallbackPhone', reveal),
    undoAcknowledgement: controlled('undoAcknowledgement', undo),
    reportCallbackRequest: controlled('reportCallbackRequest', (id: string) => ({
      id,
      reason: null,
      is_blocked: false,
    })),
    setSellerNote: controlled('setSellerNote', note),
    snoozeCallbackRequest: controlled('snoozeCallbackRequest', snooze),
    getConsent: controlled('getConsent', () => ({
      ...{ version: null, locale: null, text: null, is_required: false },
    })),
    getEligibility: controlled('getEligibility', eligibility),
    getStats: controlled('getStats', stats),
    getOwnFigures: controlled('getOwnFigures', () => NO_OWN_FIGURES),
    getResponseTime: controlled('getResponseTime', (id: string) => ({
      usual_response_minutes: null,
      basis: id === server.userId ? { requests: 0, answered: 0 } : null,
    })),
    listNotifications: controlled('listNotifications', notifications),
    getUnreadCount: controlled('getUnreadCount', unread),
    markNotificationRead: controlled('markNotificationRead', markRead),
    markAllNotificationsRead: controlled('markAllNotificationsRead', markAllRead),
    getPreferences: controlled('getPreferences', preferences),
    putPreferences: controlled('putPreferences', putPreferences),
    getWebPushKey: controlled('getWebPushKey', webPushKey),
    listDevices: controlled('listDevices', devices),
    registerDevice: controlled('registerDevice', register),
    retireDevice: controlled('retireDevice', retire),
    exportPersonalData: controlled('exportPersonalData', () => personalDataOf(server)),
  };
}
