/**
 * One call of every operation, and who may make it: whatever sends a sample of each reads it here, over HTTP, through the clients and in
 * SQL. A new operation needs its entry in USER_SAMPLES or in operatorSamples.ts; the compiler names what is missing.
 */
import { type ClientOperation, OPERATIONS, type OperationInput } from '@ringback/client';
import { PUSH_KEYS } from '../database/pushKeys.ts';
import { OPERATOR_SAMPLES } from './operatorSamples.ts';
import type { Client, MethodName, Objects, OperatorMethodName, Outcome, Outcomes, Sample } from './sample.ts';

export { type MethodName, MISSING_OF_OPERATORS, type Objects, type Outcomes } from './sample.ts';

const OF_CALLER: Outcomes = { buyer: 'ok', seller: 'ok', erased: 'ok' };
const OF_PROFILE: Outcomes = { ...OF_CALLER, erased: 'forbidden' };
const NOT_FOUND = { erased: 'not_found', stranger: 'not_found', missing: 'not_found' } as const;
const OF_BOTH: Outcomes = { buyer: 'ok', seller: 'ok', ...NOT_FOUND };
const OF_BUYER: Outcomes = { ...OF_BOTH, seller: 'forbidden' };
const OF_SELLER: Outcomes = { ...OF_BOTH, buyer: 'forbidden' };
/** The request is not completed. */
const OF_CONFIRMING: Outcomes = { ...OF_SELLER, buyer: 'invalid_transition', seller: 'forbidden' };
const OF_LISTING: Outcomes = {
  ...{ buyer: 'own_listing', seller: 'own_listing', erased: 'forbidden' },
  ...{ stranger: 'ok', missing: 'not_found' },
};

const PREFERENCES = {
  ...{ email: ['new_request' as const], push: [], sms: [], quiet_hours: { from: '22:00', until: '07:00' } },
  ...{ urgent_overrides_quiet_hours: true, time_zone: 'Europe/Paris', locale: 'fr' },
};
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const WEB_PUSH = 'https://fcm.googleapis.com/fcm/send/x';

const USER_SAMPLES: { [Name in Exclude<MethodName, OperatorMethodName>]: Sample<Name> } = {
  createCallbackRequest: {
    call: ({ listing, seller }) => [
      {
        ...{ listing_id: listing, seller_id: seller },
        ...{ requester_phone: '+12125550144', requester_name: 'Ama Mensah' },
      },
    ],
    outcomes: OF_LISTING,
  },
  getEligibility: { call: ({ listing }) => [listing], outcomes: OF_LISTING, answersRefusals: true },
  // The request of the samples waits for no code.
  confirmCallbackCode: {
    call: ({ request }) => [request, { code: '000000' }],
    outcomes: { ...OF_BUYER, buyer: 'conflict' },
  },
  resendCallbackCode: { call: ({ request }) => [request], outcomes: { ...OF_BUYER, buyer: 'conflict' } },
  listCallbackRequests: { call: () => [{ as: 'seller' }], outcomes: OF_CALLER },
  getCallbackRequest: { call: ({ request }) => [request], outcomes: OF_BOTH },
  updateCallbackRequestStatus: {
    call: ({ request }) => [request, { status: 'cancelled', reason: 'Sold.' }],
    outcomes: OF_BOTH,
  },
  editCallbackRequest: { call: ({ request }) => [request, { message: 'At noon' }], outcomes: OF_BUYER },
  logCallbackAttempt: { call: ({ request }) => [request, { outcome: 'busy' }], outcomes: OF_SELLER },
  confirmCallbackRequest: {
    call: ({ request }) => [request, { answer: 'not_called' }],
    outcomes: OF_CONFIRMING,
  },
  extendCallbackRequest: { call: ({ request }) => [request], outcomes: OF_BUYER },
  undoAcknowledgement: {
    call: ({ request }) => [request],
    outcomes: { ...OF_SELLER, seller: 'invalid_transition' },
  },
  revealCallbackPhone: { call: ({ request }) => [request], outcomes: OF_SELLER },
  reportCallbackRequest: { call: ({ request }) => [request, { reason: 'spam' }], outcomes: OF_SELLER },
  setSellerNote: { call: ({ request }) => [request, { note: 'Wants delivery' }], outcomes: OF_SELLER },
  snoozeCallbackRequest: { call: ({ request }) => [request, { until: inAnHour() }], outcomes: OF_SELLER },
  listNotifications: { call: () => [], outcomes: OF_CALLER },
  getUnreadCount: { call: () => [], outcomes: OF_CALLER },
  markNotificationRead: { call: ({ notification }) => [notification], outcomes: OF_BOTH },
  markAllNotificationsRead: { call: () => [], outcomes: OF_CALLER },
  getPreferences: { call: () => [], outcomes: OF_CALLER },
  putPreferences: { call: () => [PREFERENCES], outcomes: OF_PROFILE },
  getWebPushKey: { call: () => [], outcomes: OF_CALLER },
  listDevices: { call: () => [], outcomes: OF_CALLER },
  registerDevice: { call: () => [WEB_PUSH, { kind: 'web', ...PUSH_KEYS }], outcomes: OF_PROFILE },
  retireDevice: { call: ({ device }) => [device], outcomes: OF_BOTH },
  getConsent: { call: () => ['de'], outcomes: OF_CALLER },
  withdrawConsent: { call: () => [], outcomes: OF_CALLER },
  exportPersonalData: { call: () => [], outcomes: OF_CALLER },
  erasePersonalData: { call: () => [{ confirm: 'erase' }], outcomes: OF_CALLER },
  getStats: { call: () => [], outcomes: OF_CALLER },
  getOwnFigures: { call: () => [{ from: '2026-11-01', to: '2026-11-30' }], outcomes: OF_CALLER },
  getResponseTime: {
    call: ({ seller }) => [seller],
    outcomes: { ...OF_CALLER, stranger: 'ok', missing: 'ok' },
  },
};

export const SAMPLES: { [Name in MethodName]: Sample<Name> } = { ...USER_SAMPLES, ...OPERATOR_SAMPLES };

const changed = (status: 'acknowledged' | 'completed'): Sample<'updateCallbackRequestStatus'> => ({
  call: ({ request }) => [request, { status }],
  outcomes: OF_SELLER,
});
const listed = (...call: Parameters<Client['listCallbackRequests']>): Sample<'listCallbackRequests'> => ({
  call: () => call,
  outcomes: OF_CALLER,
});

/** Other calls of the same operations, which may end otherwise: the operation's name and what is special. */
const VARIANTS = {
  'updateCallbackRequestStatus to acknowledged': changed('acknowledged'),
  'updateCallbackRequestStatus to completed': changed('completed'),
  'listCallbackRequests as buyer': listed({ as: 'buyer' }),
  'listCallbackRequests by need': listed({ as: 'seller', order: 'needs_action' }),
  'listCallbackRequests about a listing': {
    call: ({ listing }: Objects) => [{ as: 'buyer', listing_id: listing }],
    outcomes: OF_CALLER,
  },
  'listCallbackRequests found as seller': listed({ as: 'seller', search: 'a' }),
  'listCallbackRequests found as buyer': listed({ as: 'buyer', search: 'a' }),
} satisfies Record<`${MethodName} ${string}`, unknown>;

type AnySample = Omit<Sample, 'call'> & { call: (objects: Objects) => unknown[] };

/** All of them: what is called, its operation, its input and its outcomes. */
export const SAMPLE_CALLS = Object.entries<AnySample>({ ...SAMPLES, ...VARIANTS }).map(
  ([name, { call, ...sample }]) => {
    const operationName = name.replace(/ .*$/, '') as MethodName;
    const operation = OPERATIONS[operationName] as ClientOperation;
    const input = (objects: Objects): OperationInput =>
      present(operation.input(...(call(objects) as never[])));
    return { ...sample, name, operationName, operation, input };
  },
);

export type SampleCall = (typeof SAMPLE_CALLS)[number];

/** What happens to a person on an object of theirs, of others, or of nobody; an outsider has nothing of their own. */
export function outcomeOf(
  { buyer, seller, erased, stranger, missing }: Outcomes,
  side: 'buyer' | 'seller' | 'outsider' | 'erased',
  object: 'own' | 'foreign' | 'missing' | undefined,
): Outcome {
  if (side === 'erased') return erased;
  const answers = { own: { buyer, seller, outsider: missing }[side], foreign: stranger, missing };
  return answers[object ?? 'own'] ?? 'ok';
}

/** The input of an operation's sample; nothing for what is no method of the clients. */
export const sampleInput = (name: string, objects: Objects): OperationInput =>
  SAMPLE_CALLS.find((sample) => sample.name === name)?.input(objects) ?? {};

/** The arguments of a method's sample. */
export const sampleArguments = (name: MethodName, objects: Objects): unknown[] => SAMPLES[name].call(objects);

/** Without the fields that were left out. */
const present = (input: OperationInput): OperationInput => JSON.parse(JSON.stringify(input));
