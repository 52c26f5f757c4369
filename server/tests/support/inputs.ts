/** An input for each operation that its schemas take; where it names a request or a listing, there is none of that id. */

import type { OperationInput } from '@ringback/client';
import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';

export const ID = '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11';

type Input = OperationInput & { headers?: Record<string, string> };

const one = { params: { id: ID } };

const REQUEST = {
  listing_id: ID,
  seller_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12',
  requester_phone: '+442079460018',
  requester_name: 'Ama Mensah',
};

const PREFERENCES = {
  ...{ email: ['new_request'], push: [], sms: [], quiet_hours: { from: '22:00', until: '07:00' } },
  ...{ urgent_overrides_quiet_hours: true, time_zone: 'Europe/Paris', locale: 'fr' },
};

const INPUTS = new Map<string, Input>(
  Object.entries({
    createCallbackRequest: { body: REQUEST },
    listCallbackRequests: { query: { as: 'seller' } },
    getCallbackRequest: one,
    updateCallbackRequestStatus: { ...one, body: { status: 'cancelled', reason: 'Sold.' } },
    editCallbackRequest: { ...one, body: { message: 'Hello' } },
    logCallbackAttempt: { ...one, body: { outcome: 'reached' } },
    getEligibility: { ...one, query: {} },
    closeCallbackRequest: { ...one, body: { reason: 'Spam.' } },
    listNotifications: { query: {} },
    markNotificationRead: one,
    putPreferences: { body: PREFERENCES },
    registerDevice: {
      params: { token: 'https://fcm.googleapis.com/fcm/send/x' },
      body: { kind: 'web', ...PUSH_KEYS },
    },
    retireDevice: { params: { token: 'ExponentPushToken[abc]' } },
    getOverview: { query: {} },
  }),
);

/** The input of the operation of that name. */
export const validFor = (name: string): Input => INPUTS.get(name) ?? {};
