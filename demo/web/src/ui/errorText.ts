/** Errors in the reader's language, and the one about which nothing can be done. */
import type { CallbackError } from '@ringback/client';
import { errorText, useMessages } from '@ringback/react';

export function useErrorText() {
  const messages = useMessages();
  return (error: CallbackError) => errorText(messages, error);
}

/** Not there, or not the reader's; an id that no request can have is the same. */
export function isMissing(error: CallbackError | null): boolean {
  return error?.code === 'not_found' || (error?.code === 'invalid_input' && error.field === 'id');
}
