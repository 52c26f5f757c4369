/** Errors of PostgreSQL and of the connection to it: a refusal of Ringback's, out of reach, or unforeseen. */
import { CallbackError, type ErrorCode, fromDatabase } from '@ringback/client';

/** An error whose code the API may answer. */
export type AnswerableError = CallbackError & { code: ErrorCode };

/**
 * The database cannot serve for the moment: connection lost or refused, starting or stopping, out of connections,
 * memory or disk, read-only, a statement or lock that took too long, a deadlock lost again and again, a login that
 * is refused.
 */
const UNAVAILABLE = /^(CONNECT|E[A-Z]{3,}|08|28|40|53|55P03|57|58|25006|3D)/;

/** The error that a report of PostgreSQL's or of the connection amounts to. */
export function fromDatabaseError(error: unknown): CallbackError {
  const { code = '' } = error as { code?: string };
  const refusal = fromDatabase(error as Error & { code?: string });
  if (refusal) return refusal;
  return UNAVAILABLE.test(code) ? databaseUnavailable(error) : internalError(error);
}

export function databaseUnavailable(cause: unknown): CallbackError {
  return new CallbackError(
    'database_unavailable',
    'The database cannot be reached at the moment; try again in a few seconds.',
    {
      retryAfterSeconds: 2,
      cause,
    },
  );
}

export function internalError(cause: unknown): AnswerableError {
  return new CallbackError(
    'internal_error',
    'Unexpected error. If it persists, report the "instance" value.',
    { cause },
  ) as AnswerableError;
}
