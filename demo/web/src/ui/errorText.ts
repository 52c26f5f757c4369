/** The text of an error in the reader's language. */
import type { CallbackError } from '@ringback/client';
import { errorText, useMessages } from '@ringback/react';

export function useErrorText() {
  const messages = useMessages();
  return (error: CallbackError) => errorText(messages, error);
}
