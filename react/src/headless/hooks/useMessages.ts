import { useCallbackContext } from '../context.ts';
import type { ReaderMessages } from '../messages/messages.ts';

/** The words, with the `locale` and `direction` in which they are written. */
export function useMessages(): ReaderMessages {
  return useCallbackContext().messages;
}
