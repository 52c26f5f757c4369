/** What went wrong, in the reader's language. */
import type { CallbackError } from '@ringback/client';
import { lookUp } from '../platform/lookUp.ts';
import type { ButtonWords } from './en/button.ts';

/** The text for the code of a refusal or an error. */
function refusalText(messages: Pick<ButtonWords, 'errors'>, code: string): string {
  return lookUp(messages.errors, code) ?? messages.errors.other;
}

/** The text for an error: the operator's notice, which limit was reached, or what its code means. */
export function errorText(messages: Pick<ButtonWords, 'errors' | 'limits'>, error: CallbackError): string {
  return error.notice || limitText(messages, error.code, error.limit);
}

/** The limit that was reached where that is the reason, else what the code means. */
export function limitText(
  messages: Pick<ButtonWords, 'errors' | 'limits'>,
  code: string,
  limit: string | null | undefined,
): string {
  return (limit && lookUp(messages.limits, limit)) || refusalText(messages, code);
}
