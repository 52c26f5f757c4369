/**
 * One call of every operation, as the reference shows it in curl and TypeScript, and who may make it. A new
 * operation needs its entry, here or in operatorSamples.ts; the compiler names what is missing. A text that begins with `$` is a variable.
 */
import {
  ConfirmCallbackRequest,
  ConfirmCode,
  CreateCallbackRequest,
  EditCallbackRequest,
  ErasePersonalData,
  LogCallbackAttempt,
  type OperationName,
  ReportCallbackRequest,
  SetSellerNote,
  UpdateCallbackRequest,
} from '@ringback/client';
import { exampleOf } from './example.ts';
import { OPERATOR_SAMPLES } from './operatorSamples.ts';
import type { MethodName, MethodSample, Sample } from './sampleTypes.ts';

const REQUEST = '$REQUEST_ID';
const TOKEN = 'ExponentPushToken[xxxxxxxxxxxxxxxxxxxxxx]';

const METHODS: { [Name in MethodName]: MethodSample<Name> } = {
  createCallbackRequest: { who: 'visitor', arguments: [exampleOf(CreateCallbackRequest)], answer: 'request' },
  confirmCallbackCode: { who: 'buyer', arguments: [REQUEST, exampleOf(ConfirmCode)], answer: 'request' },
  resendCallbackCode: { who: 'buyer', arguments: [REQUEST], answer: 'request' },
  listCallbackRequests: {
    who: 'self',
    arguments: [{ as: 'seller', status: 'pending', limit: 20 }],
    answer: 'page',
  },
  getCallbackRequest: { who: 'either', arguments: [REQUEST], answer: 'request' },
  updateCallbackRequestStatus: {
    who: 'either',
    arguments: [REQUEST, exampleOf(UpdateCallbackRequest)],
    answer: 'request',
  },
  editCallbackRequest: {
    who: 'buyer',
    arguments: [REQUEST, exampleOf(EditCallbackRequest)],
    answer: 'request',
  },
  extendCallbackRequest: { who: 'buyer', arguments: [REQUEST], answer: 'request' },
  undoAcknowledgement: { who: 'seller', arguments: [REQUEST], answer: 'request' },
  logCallbackAttempt: {
    who: 'seller',
    arguments: [REQUEST, exampleOf(LogCallbackAttempt)],
    answer: 'request',
  },
  revealCallbackPhone: { who: 'seller', arguments: [REQUEST], answer: 'revealed' },
  reportCallbackRequest: {
    who: 'seller',
    arguments: [REQUEST, exampleOf(ReportCallbackRequest)],
    answer: 'report',
  },
  setSellerNote: {
    who: 'seller',
    arguments: [REQUEST, exampleOf(SetSellerNote)],
    answer: 'request',
  },
  snoozeCallbackRequest: { who: 'seller', arguments: [REQUEST, { until: null }], answer: 'request' },
  confirmCallbackRequest: {
    who: 'buyer',
    arguments: [REQUEST, exampleOf(ConfirmCallbackRequest)],
    answer: 'request',
  },
  getEligibility: { who: 'visitor', arguments: ['$LISTING_ID'], answer: 'eligibility' },
  listNotifications: { who: 'self', arguments: [{ unreadOnly: true, limit: 20 }], answer: 'page' },
  getUnreadCount: { who: 'self', arguments: [], answer: 'unread' },
  markNotificationRead: { who: 'owner', arguments: ['$NOTIFICATION_ID'] },
  markAllNotificationsRead: { who: 'self', arguments: [], answer: 'marked' },
  getPreferences: { who: 'self', arguments: [], answer: 'preferences' },
  putPreferences: {
    who: 'self',
    arguments: [
      {
        email: ['new_request', 'request_cancelled'],
        push: ['new_request'],
        sms: [],
        quiet_hours: { from: '22:00', until: '07:00' },
        urgent_overrides_quiet_hours: false,
        time_zone: 'Europe/Paris',
        locale: 'fr',
      },
    ],
    answer: 'preferences',
  },
  getWebPushKey: { who: 'self', arguments: [], answer: 'key' },
  listDevices: { who: 'self', arguments: [], answer: 'devices' },
  registerDevice: { who: 'self', arguments: [TOKEN, { kind: 'expo', locale: 'fr' }] },
  retireDevice: { who: 'owner', arguments: [TOKEN] },
  getConsent: { who: 'self', arguments: ['de'], answer: 'consent' },
  withdrawConsent: { who: 'self', arguments: [], answer: 'withdrawal' },
  exportPersonalData: { who: 'self', arguments: [], answer: 'data' },
  erasePersonalData: { who: 'self', arguments: [exampleOf(ErasePersonalData)], answer: 'erasure' },
  getStats: { who: 'self', arguments: [], answer: 'stats' },
  getOwnFigures: {
    who: 'self',
    arguments: [{ from: '2026-11-01', to: '2026-11-30' }],
    answer: 'ownFigures',
  },
  getResponseTime: { who: 'anyone', arguments: ['$PERSON_ID'], answer: 'responseTime' },
  ...OPERATOR_SAMPLES,
};

export const SAMPLES: Record<OperationName, Sample> = {
  ...METHODS,
  stream: {
    who: 'self',
    arguments: [],
    typescript: `const stop = client.subscribe?.((event) => {
  if (event.type === 'request') console.log(event.callback_request_id, event.status);
});`,
  },
};
