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

/** What PostgreSQL or the driver reports. */
export interface Report {
  code?: string;
  message?: string;
  routine?: string;
}

/** Lost a deadlock or a serialization race: rolled back as a whole, so that repeating it is safe. */
const RACES = new Set(['40P01', '40001']);

/** Whether the same statement may succeed at once. */
export const isPassing = (report: Report): boolean => RACES.has(report.code ?? '') || isReplaced(report);

/** A migration has just replaced what the statement, or a plan that the connection keeps, was made for. */
function isReplaced({ code, message = '', routine }: Report): boolean {
  if (code === '0A000') return routine === 'RevalidateCachedQuery';
  return (
    code === '26000' || (code === 'XX000' && /^cache lookup failed|^could not open relation/.test(message))
  );
}

/** Text that the database cannot hold: NUL, or half a character. Schemas refuse it first; this is for what they do not see. */
const UNSTORABLE = /^(22021|22P05)$/;

/** The error that a report of PostgreSQL's or of the connection amounts to. */
export function fromDatabaseError(error: unknown): CallbackError {
  const report = error as Report;
  const { code = '' } = report;
  const refusal = fromDatabase(error as Error & { code?: string });
  if (refusal) return refusal;
  if (UNSTORABLE.test(code))
    return new CallbackError('invalid_input', 'Leave out characters that cannot be stored, such as NUL.');
  return UNAVAILABLE.test(code) || isReplaced(report) ? databaseUnavailable(error) : internalError(error);
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
