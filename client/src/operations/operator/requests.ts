/** The operator finds requests, reads what both sides see, and helps: ends one, corrects a number, leaves a note. */
import {
  AddOperatorNote,
  CloseCallbackRequest,
  EditOperatorPhone,
  OperatorRequestDetail,
  OperatorRequestPage,
  RevealOperatorPhone,
  type SearchOperatorRequests,
  SearchOperatorRequestsQuery,
} from '../../schemas/operator/requests.ts';
import { CallbackRequestDetail, RevealedPhone } from '../../schemas/requests.ts';
import { IdParams } from '../../schemas/scalars.ts';
import type { MethodMaker } from '../method.ts';

export const operatorRequests = (method: MethodMaker) => ({
  /** Closes an open request; both sides read the reason. */
  closeCallbackRequest: method({
    summary: 'Close an open request',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/callback-requests/:id/close',
    input: (id: string, closing: CloseCallbackRequest) => ({ params: { id }, body: closing }),
    params: IdParams,
    body: CloseCallbackRequest,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['not_found', 'invalid_transition', 'request_expired'],
    sql: {
      function: 'close_callback_request',
      arguments: { p_request_id: 'params.id', p_reason: 'body.reason' },
    },
  }),

  /** One page of all requests, newest first, or of those that a search finds. */
  searchOperatorRequests: method({
    summary: 'List or search all requests',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/callback-requests',
    input: (query?: SearchOperatorRequests) => ({ query: { ...query, all: String(query?.all ?? false) } }),
    query: SearchOperatorRequestsQuery,
    answer: OperatorRequestPage,
    repeat: 'read',
    costly: 'search',
    sql: {
      function: 'search_callback_requests',
      arguments: {
        p_search: 'query.search',
        p_all: 'query.all',
        p_status: 'query.status',
        p_from: 'query.from',
        p_to: 'query.to',
        p_country: 'query.country',
        p_channel: 'query.channel',
        p_channel_state: 'query.channel_state',
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
      },
    },
  }),

  /** One request: both sides, what each reads now, its history, notes and notifications. */
  getOperatorRequest: method({
    summary: 'Read a request with all that happened',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/callback-requests/:id',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: OperatorRequestDetail,
    repeat: 'read',
    errors: ['not_found'],
    sql: { function: 'inspect_callback_request', arguments: { p_request_id: 'params.id' } },
  }),

  /** The buyer's number of a request; each call is kept in the audit with its reason. */
  revealOperatorPhone: method({
    summary: 'Reveal the buyer’s number',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/callback-requests/:id/phone/reveal',
    input: (id: string, reveal: RevealOperatorPhone) => ({ params: { id }, body: reveal }),
    params: IdParams,
    body: RevealOperatorPhone,
    answer: RevealedPhone,
    repeat: 'nature',
    errors: ['not_found'],
    sql: {
      function: 'reveal_callback_request_phone',
      arguments: { p_request_id: 'params.id', p_reason: 'body.reason' },
    },
  }),

  /** Corrects the number of an open request, with the buyer's consent. */
  editOperatorPhone: method({
    summary: 'Correct the buyer’s number',
    access: 'operator',
    scope: 'support',
    method: 'PUT',
    path: '/operator/callback-requests/:id/phone',
    input: (id: string, phone: EditOperatorPhone) => ({ params: { id }, body: phone }),
    params: IdParams,
    body: EditOperatorPhone,
    hasPhone: true,
    answer: OperatorRequestDetail,
    repeat: 'nature',
    errors: ['invalid_phone', 'phone_not_allowed', 'not_found', 'invalid_transition', 'request_expired'],
    sql: {
      function: 'edit_callback_request_phone',
      arguments: {
        p_request_id: 'params.id',
        p_phone: 'body.requester_phone',
        p_consent: 'body.consent',
      },
    },
  }),

  /** Adds a note that only operators read. */
  addOperatorNote: method({
    summary: 'Add an operator’s note',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/callback-requests/:id/notes',
    input: (id: string, note: AddOperatorNote) => ({ params: { id }, body: note }),
    params: IdParams,
    body: AddOperatorNote,
    answer: OperatorRequestDetail,
    status: 201,
    repeat: 'key',
    errors: ['not_found'],
    sql: {
      function: 'add_callback_operator_note',
      arguments: { p_request_id: 'params.id', p_note: 'body.note' },
    },
  }),
});
