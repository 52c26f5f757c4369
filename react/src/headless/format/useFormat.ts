import { requestWords } from '../messages/en/request.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import { createFormat, type Format } from './format.ts';
import type { FormatWords } from './preferredTimes.ts';

// One for all components below a provider: Intl's formats cost more to make than to use.
const formats = new WeakMap<FormatWords, Format>();

/** How dates, prices, numbers and preferred times are written for the reader. */
export function useFormat(): Format {
  const { timeZone } = useCallbackContext();
  const messages = useWords(requestWords);
  const known = formats.get(messages);
  if (known?.timeZone === timeZone) return known;
  const format = createFormat(messages, timeZone);
  formats.set(messages, format);
  return format;
}
