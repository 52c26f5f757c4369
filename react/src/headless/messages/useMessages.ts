import { useCallbackContext } from '../platform/context.ts';
import type { ReaderMessages } from './messages.ts';

/** The words, with the `locale` and `direction` in which they are written. */
export function useMessages(): ReaderMessages {
  return useCallbackContext().messages;
}
