import { useCallbackContext } from '../platform/context.ts';
import { type ReaderWords, wordsOf } from './messages.ts';

/** The reader's words with those of the parts that a component loads; give the parts' English. */
export function useWords<First extends object, Second extends object = object>(
  first: First,
  second?: Second,
): ReaderWords & First & Second {
  const words = wordsOf(useCallbackContext().messages, first);
  return (second ? wordsOf(words, second) : words) as ReaderWords & First & Second;
}
