/** What went wrong, in the reader's language. */
import type { CallbackError } from '@ringback/client';
import { lookUp } from '../platform/lookUp.ts';
import type { Messages } from './en.ts';

/** A sentence for a refusal's code, as eligibility gives it, or for an error's. */
export function refusalText(messages: Messages, code: string): string {
  return lookUp(messages.errors, code) ?? messages.errors.other;
}

/** A sentence for an error: which limit was reached, or what its code means. */
export function errorText(messages: Messages, error: CallbackError): string {
  const limit = error.limit === undefined ? undefined : lookUp(messages.limits, error.limit);
  return limit ?? refusalText(messages, error.code);
}
