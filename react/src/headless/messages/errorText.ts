/** What went wrong, in the reader's language. */
import type { CallbackError } from '@ringback/client';
import { lookUp } from '../platform/lookUp.ts';
import type { ButtonWords } from './en/button.ts';

/** The text for the code of a refusal or an error. */
export function refusalText(messages: Pick<ButtonWords, 'errors'>, code: string): string {
  return lookUp(messages.errors, code) ?? messages.errors.other;
}

/** The text for an error: which limit was reached, or what its code means. */
export function errorText(messages: Pick<ButtonWords, 'errors' | 'limits'>, error: CallbackError): string {
  const limit = error.limit === undefined ? undefined : lookUp(messages.limits, error.limit);
  return limit ?? refusalText(messages, error.code);
}
