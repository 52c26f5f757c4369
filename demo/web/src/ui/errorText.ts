/** The sentence for a refusal, in the reader's language. */
import type { CallbackError } from '@ringback/client';
import { useMessages } from '@ringback/react';

export function useErrorText() {
  const { errors } = useMessages();
  const sentences = new Map<string, string>(Object.entries(errors));
  return ({ code }: CallbackError) => sentences.get(code) ?? errors.other;
}
