/** A buyer asks to be called; both sides read the request; the seller handles it, the buyer may edit or withdraw it. */
import {
  CallbackError,
  CallbackRequestDetail,
  CallbackRequestParams,
  CreateCallbackRequest,
  EditCallbackRequest,
  IdempotencyHeaders,
  ListCallbackRequestsQuery,
  LogCallbackAttempt,
  RequestPage,
  UpdateCallbackRequest,
} from '@ringback/client';
import { parsePhone } from '@ringback/client/phone-max';
import type { FastifyReply } from 'fastify';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

interface Written {
  request: CallbackRequestDetail;
  replayed: boolean;
}

/** Adds the routes below /callback-requests. `defaultRegion` reads numbers that come without any country. */
export function addCallbackRequestRoutes(app: App, database: Database, defaultRegion?: string): void {
  app.route({
    method: 'POST',
    url: '/callback-requests',
    schema: {
      operationId: 'createCallbackRequest',
      summary: 'Ask for a call about a listing',
      tags: ['Requests'],
      headers: IdempotencyHeaders,
      body: CreateCallbackRequest,
      response: {
        201: success(
          'Created; the header Location names it. With `Idempotency-Replayed: true` it was created before.',
          CallbackRequestDetail,
        ),
        ...errorAnswers(
          'malformed_request',
          'invalid_phone',
          'phone_not_allowed',
          'blocked',
          'not_found',
          'listing_unavailable',
          'seller_unreachable',
          'own_listing',
          'duplicate_request',
          'idempotency_key_reused',
          'payload_too_large',
          'unsupported_media_type',
        ),
      },
    },
    async handler(request, reply) {
      const { phone_region, ...body } = request.body;
      const requester_phone = toE164(body.requester_phone, phone_region ?? defaultRegion);
      const written = await database.value<Written>(
        (sql) => sql`select callback_private.create_callback_request_once(
          ${request.userId}, ${sql.json({ ...body, requester_phone })}, ${request.headers['idempotency-key'] ?? null})`,
      );
      reply.code(201).header('location', `/v1/callback-requests/${written.request.id}`);
      return answer(reply, written);
    },
  });

  app.route({
    method: 'GET',
    url: '/callback-requests',
    schema: {
      operationId: 'listCallbackRequests',
      summary: 'List or search requests, newest first',
      tags: ['Requests'],
      querystring: ListCallbackRequestsQuery,
      response: { 200: success('A page of requests.', RequestPage), ...errorAnswers() },
    },
    async handler({ userId, query: { as, status, search, limit, cursor } }) {
      return database.value<RequestPage>(
        (sql) => sql`select public.list_callback_requests(
          ${as}, ${status ?? null}, ${limit}, ${cursor ?? null}, ${userId}, ${search ?? null})`,
      );
    },
  });

  app.route({
    method: 'GET',
    url: '/callback-requests/:id',
    schema: {
      operationId: 'getCallbackRequest',
      summary: 'Read a request with its history',
      tags: ['Requests'],
      params: CallbackRequestParams,
      response: {
        200: success('The request as it now is.', CallbackRequestDetail),
        ...errorAnswers('not_found'),
      },
    },
    async handler({ userId, params }) {
      return database.value<CallbackRequestDetail>(
        (sql) => sql`select public.get_callback_request(${params.id}, ${userId})`,
      );
    },
  });

  app.route({
    method: 'PATCH',
    url: '/callback-requests/:id',
    schema: {
      operationId: 'updateCallbackRequest',
      summary: 'Acknowledge, complete or cancel a request',
      tags: ['Requests'],
      params: CallbackRequestParams,
      headers: IdempotencyHeaders,
      body: UpdateCallbackRequest,
      response: {
        200: success('The request as it now is.', CallbackRequestDetail),
        ...errorAnswers(
          'malformed_request',
          'not_found',
          'invalid_transition',
          'request_expired',
          'idempotency_key_reused',
          'payload_too_large',
          'unsupported_media_type',
        ),
      },
    },
    async handler({ userId, params, body, headers }, reply) {
      const written = await database.value<Written>(
        (sql) => sql`select callback_private.update_callback_request_once(
          ${userId}, ${params.id}, ${body.status}, ${body.reason ?? null}, ${headers['idempotency-key'] ?? null})`,
      );
      return answer(reply, written);
    },
  });

  app.route({
    method: 'PATCH',
    url: '/callback-requests/:id/details',
    schema: {
      operationId: 'editCallbackRequest',
      summary: 'Edit an open request',
      tags: ['Requests'],
      params: CallbackRequestParams,
      headers: IdempotencyHeaders,
      body: EditCallbackRequest,
      response: {
        200: success('The request as it now is.', CallbackRequestDetail),
        ...errorAnswers(
          'malformed_request',
          'invalid_phone',
          'phone_not_allowed',
          'blocked',
          'not_found',
          'invalid_transition',
          'request_expired',
          'idempotency_key_reused',
          'payload_too_large',
          'unsupported_media_type',
        ),
      },
    },
    async handler({ userId, params, body, headers }, reply) {
      const { phone_region, requester_phone, ...rest } = body;
      const changes = {
        ...rest,
        ...(requester_phone !== undefined && {
          requester_phone: toE164(requester_phone, phone_region ?? defaultRegion),
        }),
      };
      const written = await database.value<Written>(
        (sql) => sql`select callback_private.edit_callback_request_once(
          ${userId}, ${params.id}, ${sql.json(changes)}, ${headers['idempotency-key'] ?? null})`,
      );
      return answer(reply, written);
    },
  });

  app.route({
    method: 'POST',
    url: '/callback-requests/:id/attempts',
    schema: {
      operationId: 'logCallbackAttempt',
      summary: 'Tell how a call went',
      tags: ['Requests'],
      params: CallbackRequestParams,
      headers: IdempotencyHeaders,
      body: LogCallbackAttempt,
      response: {
        201: success('Noted; the request as it now is.', CallbackRequestDetail),
        ...errorAnswers(
          'malformed_request',
          'not_found',
          'invalid_transition',
          'request_expired',
          'idempotency_key_reused',
          'payload_too_large',
          'unsupported_media_type',
        ),
      },
    },
    async handler({ userId, params, body, headers }, reply) {
      const written = await database.value<Written>(
        (sql) => sql`select callback_private.log_callback_attempt_once(
          ${userId}, ${params.id}, ${body.outcome}, ${headers['idempotency-key'] ?? null})`,
      );
      reply.code(201);
      return answer(reply, written);
    },
  });
}

function answer(reply: FastifyReply, { request, replayed }: Written): CallbackRequestDetail {
  if (replayed) reply.header('idempotency-replayed', 'true');
  return request;
}

function toE164(typed: string, region: string | undefined): string {
  const phone = parsePhone(typed, { region });
  if (phone.ok) return phone.e164;
  throw new CallbackError(phone.code, phone.message, { field: 'requester_phone' });
}
