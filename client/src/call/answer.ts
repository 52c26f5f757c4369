/** Reads what came back: the promised shape, or the error that fits. */
import * as z from 'zod/mini';
import { CallbackError, type CallbackErrorCode } from '../errors.ts';

/** The answer in the shape that the schema promises. */
export function readAnswer<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = z.safeParse(schema, answer);
  if (result.success) return result.data;
  throw new CallbackError(
    'unexpected_answer',
    'The answer does not have the expected form. Check the address and that client and server versions match.',
    { cause: result.error },
  );
}

/** The error for an answer that is not one of Ringback's own refusals, as proxies and gateways give them. */
export function errorOfStatus(
  status: number,
  options: { retryAfterSeconds?: number | undefined; cause?: unknown },
) {
  const [code, message] = meaningOf(status);
  return new CallbackError(code, message, { ...options, status });
}

/** The error for a call that got no answer. */
export function networkError(cause: unknown): CallbackError {
  return new CallbackError(
    'network_error',
    'No connection to the service. Check the network and try again.',
    {
      cause,
    },
  );
}

function meaningOf(status: number): [CallbackErrorCode, string] {
  switch (status) {
    case 401:
      return ['unauthenticated', 'Sign in again to continue.'];
    case 403:
      return ['forbidden', 'This is not allowed for the signed-in user.'];
    case 404:
      return [
        'unexpected_answer',
        'Nothing answers there. Check the address, and that Ringback is installed.',
      ];
    case 413:
      return ['payload_too_large', 'Send less text.'];
    case 429:
      return ['rate_limited', 'Too many calls in a short time. Wait a little and try again.'];
    case 503:
      return ['overloaded', 'The service is busy. Wait a little and try again.'];
    default:
      return [
        'unexpected_answer',
        `Unexpected answer with status ${status}. Check the address, or try again later.`,
      ];
  }
}
