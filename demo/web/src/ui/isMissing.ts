/** The error about which nothing can be done. */
import type { CallbackError } from '@ringback/client';

/** Not there, or not the reader's; an id that no request can have is the same. */
export function isMissing(error: CallbackError | null): boolean {
  return error?.code === 'not_found' || (error?.code === 'invalid_input' && error.field === 'id');
}
