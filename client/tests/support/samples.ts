/** Answers and inputs as they should be. */
import { CallbackRequestDetail, type CreateCallbackRequest, type Stats } from '../../src/index.ts';

export const REQUEST_ID = '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11';
export const LISTING_ID = '11111111-1111-1111-1111-111111111111';
export const SELLER_ID = '22222222-2222-2222-2222-222222222222';
export const BUYER_ID = '33333333-3333-3333-3333-333333333333';

export const INPUT: CreateCallbackRequest = {
  listing_id: LISTING_ID,
  seller_id: SELLER_ID,
  requester_phone: '020 7946 0018',
  phone_region: 'GB',
  requester_name: 'Ama Mensah',
};

/** Every field, with null where the request below has nothing to say. */
const nothing = Object.fromEntries(Object.keys(CallbackRequestDetail.shape).map((name) => [name, null]));

const { history, attempts, ...request } = {
  ...nothing,
  id: REQUEST_ID,
  status: 'pending',
  priority: 'normal',
  requester_id: BUYER_ID,
  seller_id: SELLER_ID,
  listing_id: LISTING_ID,
  requester_name: 'Ama Mensah',
  preferred_days: ['Monday'],
  attempts_count: 0,
  preferred_ranges: [],
  is_preferred_now: false,
  seller_note: null,
  snoozed_until: null,
  can_extend: false,
  is_being_checked: false,
  is_waiting_for_code: false,
  phone_code: null,
  requested_at: '2026-11-22T14:03:00.123456+00:00',
  expires_at: '2026-11-29T14:03:00.123456+00:00',
  updated_at: '2026-11-22T14:03:00.123456+00:00',
  requester: { id: BUYER_ID, name: 'Ama Mensah', phone: null, avatar_url: null, is_verified: false },
  seller: { id: SELLER_ID, name: 'Kofi Boateng', avatar_url: null },
  listing: { id: LISTING_ID, title: 'Bicycle', price: 120.5, currency: 'GHS', image: null },
  history: [
    {
      at: '2026-11-22T14:03:00.123456+00:00',
      actor: 'buyer',
      event_type: 'request_created',
      from_status: null,
      to_status: 'pending',
      data: {},
    },
  ],
  attempts: [],
} as unknown as CallbackRequestDetail;
export const REQUEST = request;
export const DETAIL: CallbackRequestDetail = { ...request, history, attempts };

export const NOTIFICATION = {
  id: '0197f3a0-0000-7c3e-9d53-2f6a1f0f7a11',
  callback_request_id: REQUEST_ID,
  notification_type: 'new_request',
  as: 'seller',
  other_name: 'Ama Mensah',
  listing_title: 'Road bike',
  cancelled_by: null,
  confirmation: null,
  title: 'New callback request',
  message: 'Ama Mensah would like you to call.',
  data: {},
  status: 'pending',
  created_at: '2026-11-22T14:03:00.123456+00:00',
  read_at: null,
};

export const STATS: Stats = {
  as_seller: {
    total_received: 3,
    pending: 1,
    acknowledged: 1,
    completed: 1,
    cancelled: 0,
    expired: 0,
    response_rate: 66.7,
    answer_rate: null,
    contact_rate: null,
    median_response_minutes: null,
  },
  as_requester: {
    total_sent: 0,
    pending_sent: 0,
    acknowledged_sent: 0,
    completed_sent: 0,
    cancelled_sent: 0,
    expired_sent: 0,
    success_rate: 0,
  },
};
