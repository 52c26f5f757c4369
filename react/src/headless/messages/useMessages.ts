import { useCallbackContext } from '../platform/context.ts';
import { en } from './en.ts';
import { type ReaderMessages, wordsOf } from './messages.ts';

/** All words, with the `locale` and `direction` in which they are written. */
export function useMessages(): ReaderMessages {
  return wordsOf(useCallbackContext().messages, en);
}
