/**
 * Every error becomes an answer here: a CallbackError from the table in @ringback/client, sent as
 * application/problem+json. What is unforeseen is answered `internal_error`, with the request's id and nothing else.
 */
import { STATUS_CODES } from 'node:http';
import { CallbackError, type ErrorCode, isCallbackError, isErrorCode, toProblem } from '@ringback/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { overloaded } from '../platform/database.ts';
import { type AnswerableError, internalError } from '../platform/databaseErrors.ts';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** What the HTTP layer refuses by itself: the code in our table and a sentence with the cure. */
const FRAMEWORK_ERRORS: Record<string, [ErrorCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload_too_large', 'Send a body of at most 64 kB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'Send the body as application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed_request', 'The body is empty; send a JSON object.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'malformed_request',
    'The body is not valid JSON; check its commas, quotes and brackets.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed_request',
    'The body is not as long as Content-Length says.',
  ],
  FST_ERR_BAD_URL: [
    'malformed_request',
    'The address holds a % that is not followed by two hexadecimal digits.',
  ],
};

/** This machine has no more descriptors, memory or room on its disk. */
const OUT_OF_RESOURCES = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS', 'ENOSPC']);

/** Sends `error` as the answer and logs it when it is ours to mend. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toCallbackError(error);
  if (known.code === 'internal_error')
    request.log.error({ err: known.cause ?? error, reqId: request.id }, 'request failed');
  if (known.code === 'database_unavailable')
    request.log.warn({ err: known.cause, reqId: request.id }, 'database unavailable');
  reply.callbackErrorCode = known.code;
  if (known.code === 'unauthenticated') reply.header('www-authenticate', challenge(request));
  if (known.retryAfterSeconds !== undefined) reply.header('retry-after', Math.ceil(known.retryAfterSeconds));
  return reply
    .code(known.status)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(toProblem(known, request.id)));
}

/** The error from the table that `error` amounts to. */
export function toCallbackError(error: unknown): AnswerableError {
  if (isAnswerable(error)) return error;
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  const known = Object.hasOwn(FRAMEWORK_ERRORS, code) && FRAMEWORK_ERRORS[code];
  if (known) return answerable(known[0], known[1], error);
  if (statusCode >= 400 && statusCode < 500) {
    return answerable(
      'malformed_request',
      `${STATUS_CODES[statusCode] ?? 'Bad Request'}.`,
      error,
      statusCode,
    );
  }
  return OUT_OF_RESOURCES.has(code) ? (overloaded() as AnswerableError) : internalError(error);
}

function answerable(code: ErrorCode, message: string, cause: unknown, status?: number): AnswerableError {
  return new CallbackError(code, message, { cause, status }) as AnswerableError;
}

function isAnswerable(error: unknown): error is AnswerableError {
  return isCallbackError(error) && isErrorCode(error.code);
}

function challenge(request: FastifyRequest): string {
  return request.headers.authorization === undefined
    ? 'Bearer realm="ringback"'
    : 'Bearer realm="ringback", error="invalid_token"';
}
