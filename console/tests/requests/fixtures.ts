/** A request whose seller has not called, in a list and as its page has it. */
import type { CallbackRequestDetail, OperatorRequest, OperatorRequestDetail } from '@ringback/client';
import { DELIVERY, detailOf } from '../deliveries/fixtures.ts';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const id = (number: number) => `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const REQUEST: OperatorRequest = {
  ...{ id: id(100), status: 'pending', priority: 'normal', cancelled_by: null },
  ...{ requested_at: at(300), expires_at: at(-9_000), updated_at: at(300) },
  ...{ buyer: { id: '41', name: 'Ada Okafor' }, seller: { id: '77', name: 'Kwame Addo' } },
  ...{ listing: { id: '9', title: 'Road bike, 56 cm' }, phone_masked: '+44 ••••••0123', country: 'GB' },
  ...{ attempts_count: 0, last_attempt_at: null },
  deliveries: [{ channel: 'email', state: 'failed', count: 1 }],
};

export const REQUESTS: OperatorRequest[] = [
  REQUEST,
  {
    ...{ ...REQUEST, id: id(101), status: 'completed', attempts_count: 2, deliveries: [] },
    ...{ listing: { id: '10', title: null }, seller: { id: '78', name: null } },
  },
  { ...REQUEST, ...{ id: id(102), status: 'expired', listing: { id: '11', title: 'Oak table' } } },
];

const SEEN: CallbackRequestDetail = {
  ...{ id: REQUEST.id, status: 'pending', priority: 'normal', requester_id: '41', seller_id: '77' },
  ...{
    listing_id: '9',
    requester_name: 'Ada Okafor',
    requester_phone: '+44 ••••••0123',
    requester_phone_masked: null,
  },
  ...{ preferred_time: 'evening', preferred_days: ['Monday', 'Tuesday'], time_zone: 'Europe/London' },
  ...{ preferred_ranges: [], is_preferred_now: false, message: 'Is it still there? Call •••••.' },
  ...{ callback_reason: 'availability_check', requested_at: REQUEST.requested_at, acknowledged_at: null },
  ...{ completed_at: null, cancelled_at: null, cancelled_by: null, cancel_reason: null, attempts_count: 0 },
  ...{ last_attempt: null, paused_at: null, edited_at: null, undo_until: null, seller_note: null },
  ...{
    snoozed_until: null,
    is_being_checked: false,
    is_waiting_for_code: false,
    phone_code: null,
    can_extend: false,
    may_request_again_at: null,
    expires_at: REQUEST.expires_at,
  },
  ...{ updated_at: REQUEST.updated_at, confirmation: null, can_confirm_until: null },
  requester: { id: '41', name: 'Ada Okafor', phone: '+44 ••••••0123', avatar_url: null, is_verified: false },
  seller: { id: '77', name: 'Kwame Addo', avatar_url: null },
  listing: { id: '9', title: 'Road bike, 56 cm', price: 420, currency: 'GBP', image: null },
  ...{ history: [], attempts: [] },
};

export const DETAIL: OperatorRequestDetail = {
  ...REQUEST,
  request: { ...SEEN, requester_phone: null },
  buyer_sees: { ...SEEN, can_extend: true },
  seller_sees: { ...SEEN, seller_note: 'Ring after six' },
  consent: {
    ...{ version: 1, locale: 'en', source: 'web', given_at: REQUEST.requested_at, withdrawn_at: null },
    text: 'By sending this request you agree that the seller calls you.',
  },
  history: [
    {
      ...{ at: REQUEST.requested_at, actor: 'buyer', operator: null, event_type: 'request_created' },
      ...{ from_status: null, to_status: 'pending', data: {} },
    },
    {
      ...{ at: at(200), actor: 'operator', operator: { id: id(1), name: 'Ama Boateng' } },
      ...{ event_type: 'request_edited', from_status: 'pending', to_status: 'pending' },
      data: { fields: ['requester_phone'] },
    },
    {
      ...{ at: at(100), actor: 'system', operator: null, event_type: 'seller_reminded' },
      ...{ from_status: 'pending', to_status: 'pending', data: {} },
    },
  ],
  notes: [
    {
      ...{ id: id(110), operator: { id: id(1), name: 'Ama Boateng' }, created_at: at(90) },
      note: 'The buyer rang: nobody called yesterday.',
    },
  ],
  notifications: [
    {
      ...{ id: id(2), callback_request_id: REQUEST.id, notification_type: 'new_request', as: 'seller' },
      ...{ title: 'New callback request', message: 'Ada Okafor would like you to call about Road bike.' },
      ...{ status: 'failed', created_at: at(300), read_at: null },
      deliveries: [{ ...DELIVERY, text: null }],
    },
  ],
};

/** The same request after a call that reached nobody, and one with a wrong number. */
export const CALLED: OperatorRequestDetail = {
  ...{ ...DETAIL, status: 'acknowledged', attempts_count: 1 },
  request: {
    ...{ ...DETAIL.request, status: 'acknowledged', paused_at: at(20) },
    last_attempt: { outcome: 'wrong_number', attempted_at: at(20), next_attempt_at: null },
    attempts: [{ id: id(120), outcome: 'wrong_number', attempted_at: at(20), next_attempt_at: null }],
  },
};

export const DELIVERY_DETAIL = detailOf(DELIVERY);
