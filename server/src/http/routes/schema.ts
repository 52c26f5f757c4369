/** What Fastify checks of a request and writes of its answer, and what OpenAPI shows of both. */
import { ERRORS, type ErrorCode, IdempotencyHeaders, type Operation, Problem } from '@ringback/client';
import { z } from 'zod';

const COMMON_ERRORS: ErrorCode[] = [
  'invalid_input',
  'rate_limited',
  'overloaded',
  'database_unavailable',
  'internal_error',
];
const TOKEN_ERRORS: ErrorCode[] = ['unauthenticated', 'forbidden'];
const BODY_ERRORS: ErrorCode[] = ['malformed_request', 'payload_too_large', 'unsupported_media_type'];

interface Presentation {
  name: string;
  topic: string;
  /** The answer is a stream of server-sent events; the schema is that of their data. */
  isStream: boolean;
}

/** The route's schema in Fastify's form. */
export function schemaOf(operation: Operation, { name, topic, isStream }: Presentation) {
  const { summary, description, params, query, body } = operation;
  const headers = operation.repeat === 'key' ? IdempotencyHeaders : operation.headers;
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    tags: [topic],
    ...(operation.access === 'public' && { security: [] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(headers && { headers }),
    ...(body && { body }),
    response: {
      [statusOf(operation)]: success(operation, isStream ? 'text/event-stream' : 'application/json'),
      ...errorAnswers(operation),
    },
  };
}

/** The status of success. */
export function statusOf({ status, answer }: Operation): number {
  return status ?? (answer ? 200 : 204);
}

function success({ answer, location, repeat }: Operation, contentType: string) {
  if (!answer) return z.null();
  const sentences = [
    z.globalRegistry.get(answer)?.description ?? 'Success.',
    ...(location ? ['The header Location names it.'] : []),
    ...(repeat === 'key'
      ? ['With `Idempotency-Replayed: true` it is the answer that was given before.']
      : []),
  ];
  return { description: sentences.join(' '), content: { [contentType]: { schema: answer } } };
}

/** The errors of an operation by status: those of every operation of its kind, and its own. */
function errorAnswers(operation: Operation): Record<number, object> {
  const codes = [
    ...COMMON_ERRORS,
    ...(operation.access === 'public' ? [] : TOKEN_ERRORS),
    ...(operation.body ? BODY_ERRORS : []),
    ...(operation.repeat === 'key' ? (['idempotency_key_reused'] as const) : []),
    ...(operation.errors ?? []),
  ];
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, describe(group)]));
}

function describe(codes: ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema: Problem } },
  };
}
