/** Refusals, with the codes and sentences of the database. */
import { CallbackError, type CallbackErrorOptions, type ErrorCode } from '../errors.ts';

export function refuse(code: ErrorCode, message: string, options: CallbackErrorOptions = {}): never {
  throw new CallbackError(code, message, options);
}

export const refuseInput = (field: string, message: string): never =>
  refuse('invalid_input', message, { field });

/** The limit's name, and when it ends. */
export const refuseLimit = (limit: string, message: string, retryInMs: number): never =>
  refuse('rate_limited', message, { limit, retryAfterSeconds: Math.max(0, Math.ceil(retryInMs / 1000)) });
