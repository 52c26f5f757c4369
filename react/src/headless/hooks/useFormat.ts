import { useCallbackContext } from '../context.ts';
import type { Format } from '../format/format.ts';

/** How dates, prices and wishes are written for the reader. */
export function useFormat(): Format {
  return useCallbackContext().format;
}
