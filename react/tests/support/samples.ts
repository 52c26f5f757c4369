/** Requests and numbers as the API answers them. */
import {
  CallbackRequestDetail,
  type Eligibility,
  type HistoryEntry,
  type Notification,
  type OwnFigures,
  type OwnPeriod,
  type Stats,
} from '@ringback/client';

export const LISTING_ID = '11111111-1111-1111-1111-111111111111';
export const SELLER_ID = '22222222-2222-2222-2222-222222222222';
export const BUYER_ID = '33333333-3333-3333-3333-333333333333';

/** The button on that seller's listing. */
export const BUTTON_PROPS = {
  listingId: LISTING_ID,
  sellerId: SELLER_ID,
  sellerName: 'Kofi Boateng',
  sellerHasPhone: true,
  listingTitle: 'City bike',
};

export const idOf = (number: number) => `0197f3a0-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Every field without a value: a new optional field needs no change here. */
const EMPTY = Object.fromEntries(Object.keys(CallbackRequestDetail.shape).map((name) => [name, null]));

/** A pending request of a moment ago, with `changes`. */
export function makeRequest(changes: Partial<CallbackRequestDetail> = {}): CallbackRequestDetail {
  const requested_at = changes.requested_at ?? new Date().toISOString();
  const request: Partial<CallbackRequestDetail> = {
    ...EMPTY,
    id: idOf(1),
    status: 'pending',
    priority: 'normal',
    requester_id: BUYER_ID,
    seller_id: SELLER_ID,
    listing_id: LISTING_ID,
    requester_name: 'Ama Mensah',
    requester_phone: '+442079460018',
    requester_phone_masked: null,
    requested_at,
    attempts_count: 0,
    preferred_ranges: [],
    is_preferred_now: false,
    seller_note: null,
    snoozed_until: null,
    can_extend: false,
    is_being_checked: false,
    is_waiting_for_code: false,
    expires_at: new Date(Date.parse(requested_at) + 7 * 24 * 3_600_000).toISOString(),
    updated_at: requested_at,
    requester: {
      ...{ id: BUYER_ID, name: 'Ama Mensah', phone: '+442079460018', avatar_url: null },
      is_verified: false,
    },
    seller: { id: SELLER_ID, name: 'Kofi Boateng', avatar_url: null },
    listing: { id: LISTING_ID, title: 'Bicycle', price: 120.5, currency: 'GHS', image: null },
    history: [
      {
        at: requested_at,
        actor: 'buyer',
        event_type: 'request_created',
        from_status: null,
        to_status: 'pending',
        data: {},
      },
    ],
    attempts: [],
    ...changes,
  };
  return request as CallbackRequestDetail;
}

/** A code that was just sent; another can be sent in so many seconds. */
export function makePhoneCode(resendInSeconds = 0): NonNullable<CallbackRequestDetail['phone_code']> {
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  return { expires_at: at(300), tries_left: 5, resend_at: at(resendInSeconds), confirm_until: at(900) };
}

/** A request that was edited over and over, oldest first. */
export function longHistory(count: number): HistoryEntry[] {
  const entry = { actor: 'buyer', from_status: 'pending', to_status: 'pending', data: {} } as const;
  return Array.from({ length: count }, (_, index) => ({
    ...entry,
    at: new Date(Date.UTC(2026, 10, 25, 9, index)).toISOString(),
    event_type: index === 0 ? 'request_created' : 'request_edited',
  }));
}

/** What is known of the listing before a request about it. */
export const LISTING: Pick<
  Eligibility,
  | 'seller'
  | 'listing'
  | 'urgent_left'
  | 'urgent_needs_trust'
  | 'can_ask_for_review'
  | 'message'
  | 'notice'
  | 'limit'
  | 'retry_at'
> = {
  seller: { name: 'Kofi Boateng', avatar_url: null, is_verified: true, usual_response_minutes: 95 },
  listing: { title: 'Bicycle', image: null, price: 120.5, currency: 'GHS' },
  urgent_left: 3,
  urgent_needs_trust: false,
  can_ask_for_review: false,
  message: null,
  notice: null,
  limit: null,
  retry_at: null,
};

export function makeNotification(changes: Partial<Notification> = {}): Notification {
  return {
    id: idOf(9),
    callback_request_id: idOf(1),
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
    created_at: new Date().toISOString(),
    read_at: null,
    ...changes,
  };
}

export const NO_STATS: Stats = {
  as_seller: {
    total_received: 0,
    pending: 0,
    acknowledged: 0,
    completed: 0,
    cancelled: 0,
    expired: 0,
    response_rate: 0,
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

const NO_PERIOD: OwnPeriod = {
  ...{ received: 0, answered: 0, contacts: 0, completed: 0, declined: 0, expired: 0 },
  ...{ answer_rate: null, contact_rate: null, response_rate: null, completion_rate: null },
  median_response_seconds: null,
};
export const NO_OWN_FIGURES: OwnFigures = {
  ...{ from: '2026-11-02', to: '2026-12-01', is_incomplete: true, figures: NO_PERIOD },
  before: { from: '2026-10-03', to: '2026-11-01', figures: NO_PERIOD },
};
