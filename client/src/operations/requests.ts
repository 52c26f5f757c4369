/** A buyer requests a callback; the seller handles it, the buyer may edit or withdraw it; both read it. */
import {
  CallbackRequestDetail,
  ConfirmCallbackRequest,
  ConfirmCode,
  CreateCallbackRequest,
  EditCallbackRequest,
  Eligibility,
  EligibilityQuery,
  type ListCallbackRequests,
  ListCallbackRequestsQuery,
  LogCallbackAttempt,
  ReportCallbackRequest,
  RequestPage,
  RevealedPhone,
  SellerReport,
  SetSellerNote,
  SnoozeCallbackRequest,
  UpdateCallbackRequest,
} from '../schemas/requests.ts';
import { IdParams, ListingParams } from '../schemas/scalars.ts';
import type { MethodMaker } from './method.ts';

export const requests = (method: MethodMaker) => ({
  /** Requests a callback about a listing. */
  createCallbackRequest: method({
    summary: 'Request a callback about a listing',
    access: 'user',
    method: 'POST',
    path: '/callback-requests',
    input: (input: CreateCallbackRequest) => ({ body: input }),
    body: CreateCallbackRequest,
    hasPhone: true,
    hasOrigin: true,
    dispensable: 'time_zone',
    answer: CallbackRequestDetail,
    status: 201,
    location: '/callback-requests/:id',
    repeat: 'key',
    errors: [
      'invalid_phone',
      'phone_not_allowed',
      'not_found',
      'listing_unavailable',
      'seller_unreachable',
      'own_listing',
      'duplicate_request',
      'callbacks_off',
      'trust_required',
      'not_accepted',
    ],
    sql: {
      function: 'submit_callback_request',
      arguments: { p_request: 'body' },
      actor: 'p_requester_id',
    },
  }),

  /** Confirms the number of a request that waits for a code, and sends the request. A wrong code costs a try. */
  confirmCallbackCode: method({
    summary: 'Confirm the number by the code',
    description:
      'Of a request with `is_waiting_for_code`. A code has five tries and is valid for five minutes. The number is known from then on.',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/code',
    input: (id: string, confirmation: ConfirmCode) => ({ params: { id }, body: confirmation }),
    params: IdParams,
    body: ConfirmCode,
    answer: CallbackRequestDetail,
    repeat: 'nature',
    errors: ['wrong_code', 'no_tries_left', 'code_expired', 'not_found', 'conflict'],
    sql: {
      function: 'confirm_callback_code',
      arguments: { p_request_id: 'params.id', p_code: 'body.code' },
    },
  }),

  /** Texts another code, half a minute after the last at the earliest, three for a request. The ones before are no longer valid. */
  resendCallbackCode: method({
    summary: 'Request another code',
    description:
      'Where no code can be sent any more, the request waits for an operator (`is_being_checked`).',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/code/resend',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['code_expired', 'not_found', 'conflict'],
    sql: { function: 'resend_callback_code', arguments: { p_request_id: 'params.id' } },
  }),

  /** One page of the user's requests, newest first or, for a seller, by `needs_action`. */
  listCallbackRequests: method({
    summary: 'List or search requests',
    access: 'user',
    method: 'GET',
    path: '/callback-requests',
    input: (query: ListCallbackRequests) => ({ query: { ...query } }),
    query: ListCallbackRequestsQuery,
    answer: RequestPage,
    repeat: 'read',
    costly: 'search',
    sql: {
      function: 'list_callback_requests',
      arguments: {
        p_as: 'query.as',
        p_status: 'query.status',
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
        p_search: 'query.search',
        p_order: 'query.order',
        p_listing_id: 'query.listing_id',
      },
    },
  }),

  /** One request of the user, with its history and the call attempts. */
  getCallbackRequest: method({
    summary: 'Read a request with its history',
    access: 'user',
    method: 'GET',
    path: '/callback-requests/:id',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: CallbackRequestDetail,
    repeat: 'read',
    errors: ['not_found'],
    sql: { function: 'get_callback_request', arguments: { p_request_id: 'params.id' } },
  }),

  /** Sets another status; the present one again changes nothing. */
  updateCallbackRequestStatus: method({
    summary: 'Acknowledge, complete or cancel a request',
    access: 'user',
    method: 'PATCH',
    path: '/callback-requests/:id',
    input: (id: string, change: UpdateCallbackRequest) => ({ params: { id }, body: change }),
    params: IdParams,
    body: UpdateCallbackRequest,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: {
      function: 'change_callback_request',
      arguments: { p_request_id: 'params.id', p_new_status: 'body.status', p_reason: 'body.reason' },
    },
  }),

  /** The buyer edits an open request: a field that is left out stays, null clears it. */
  editCallbackRequest: method({
    summary: 'Edit an open request',
    access: 'user',
    method: 'PATCH',
    path: '/callback-requests/:id/details',
    input: (id: string, changes: EditCallbackRequest) => ({ params: { id }, body: changes }),
    params: IdParams,
    body: EditCallbackRequest,
    hasPhone: true,
    dispensable: 'time_zone',
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: [
      'invalid_phone',
      'phone_not_allowed',
      'not_accepted',
      'not_found',
      'invalid_transition',
      'request_expired',
      'conflict',
    ],
    sql: {
      function: 'edit_callback_request',
      arguments: { p_request_id: 'params.id', p_changes: 'body' },
    },
  }),

  /** The buyer extends an open request, as often as the settings allow. */
  extendCallbackRequest: method({
    summary: 'Extend an open request',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/extension',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: { function: 'extend_callback_request', arguments: { p_request_id: 'params.id' } },
  }),

  /** The seller undoes an acknowledgement within seconds (`undo_until`), before any call attempt. */
  undoAcknowledgement: method({
    summary: 'Undo an acknowledgement',
    access: 'user',
    method: 'DELETE',
    path: '/callback-requests/:id/acknowledgement',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: { function: 'undo_callback_acknowledgement', arguments: { p_request_id: 'params.id' } },
  }),

  /** The seller logs a call attempt: `reached` completes the request, others acknowledge a pending one. */
  logCallbackAttempt: method({
    summary: 'Log a call attempt',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/attempts',
    input: (id: string, attempt: LogCallbackAttempt) => ({ params: { id }, body: attempt }),
    params: IdParams,
    body: LogCallbackAttempt,
    answer: CallbackRequestDetail,
    status: 201,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: {
      function: 'log_callback_attempt',
      arguments: {
        p_request_id: 'params.id',
        p_outcome: 'body.outcome',
        p_next_attempt_at: 'body.next_attempt_at',
      },
    },
  }),

  /** The number of an open request, for its seller: where `requester_phone` is masked, the one way to it. Each call is recorded. */
  revealCallbackPhone: method({
    summary: 'Reveal the buyer’s number to the seller',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/phone/reveal',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: RevealedPhone,
    repeat: 'nature',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: { function: 'reveal_callback_phone', arguments: { p_request_id: 'params.id' } },
  }),

  /** The seller reports a request or blocks its buyer, who learns of neither; what is left out stays. */
  reportCallbackRequest: method({
    summary: 'Report a request, or block its buyer',
    access: 'user',
    method: 'PUT',
    path: '/callback-requests/:id/report',
    input: (id: string, report: ReportCallbackRequest) => ({ params: { id }, body: report }),
    params: IdParams,
    body: ReportCallbackRequest,
    answer: SellerReport,
    repeat: 'nature',
    errors: ['not_found', 'conflict'],
    sql: {
      function: 'report_callback_request',
      arguments: { p_request_id: 'params.id', p_report: 'body' },
    },
  }),

  /** The buyer answers whether the call of a completed request took place, and may change it for two weeks. */
  confirmCallbackRequest: method({
    summary: 'Confirm or contradict a completion',
    access: 'user',
    method: 'PUT',
    path: '/callback-requests/:id/confirmation',
    input: (id: string, confirmation: ConfirmCallbackRequest) => ({ params: { id }, body: confirmation }),
    params: IdParams,
    body: ConfirmCallbackRequest,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition'],
    sql: {
      function: 'confirm_callback_request',
      arguments: { p_request_id: 'params.id', p_answer: 'body.answer', p_rating: 'body.rating' },
    },
  }),

  /** The seller's own note about a request, also after its end; nobody else reads it. */
  setSellerNote: method({
    summary: 'Set the seller’s own note about a request',
    access: 'user',
    method: 'PUT',
    path: '/callback-requests/:id/note',
    input: (id: string, note: SetSellerNote) => ({ params: { id }, body: note }),
    params: IdParams,
    body: SetSellerNote,
    answer: CallbackRequestDetail,
    repeat: 'nature',
    errors: ['not_found'],
    sql: {
      function: 'set_callback_seller_note',
      arguments: { p_request_id: 'params.id', p_note: 'body.note' },
    },
  }),

  /** The seller snoozes an open request until a time before it expires, or ends that with null. */
  snoozeCallbackRequest: method({
    summary: 'Snooze an open request',
    access: 'user',
    method: 'PUT',
    path: '/callback-requests/:id/snooze',
    input: (id: string, snooze: SnoozeCallbackRequest) => ({ params: { id }, body: snooze }),
    params: IdParams,
    body: SnoozeCallbackRequest,
    answer: CallbackRequestDetail,
    repeat: 'nature',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: {
      function: 'snooze_callback_request',
      arguments: { p_request_id: 'params.id', p_until: 'body.until' },
    },
  }),

  /** Whether the user may request a callback about a listing, and the request that is already there. */
  getEligibility: method({
    summary: 'Whether the caller may request a callback about a listing',
    access: 'user',
    method: 'GET',
    path: '/listings/:id/eligibility',
    input: (listingId: string, sellerId?: string) => ({
      params: { id: listingId },
      query: { seller_id: sellerId },
    }),
    params: ListingParams,
    query: EligibilityQuery,
    answer: Eligibility,
    repeat: 'read',
    sql: {
      function: 'can_request_callback',
      arguments: { p_listing_id: 'params.id', p_seller_id: 'query.seller_id' },
    },
  }),
});
