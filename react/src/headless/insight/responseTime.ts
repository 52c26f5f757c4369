/** A seller's usual response time in words. */
import type { ResponseTimeWords } from '../messages/en/responseTime.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

type Words = ResponseTimeWords['responseTime'];

/** "2 hours". Rounded up: nobody should rely on less. */
export function responseDuration(minutes: number, words: Words): string {
  if (minutes <= HOUR - 1) return words.minutes(Math.max(1, Math.ceil(minutes)));
  return minutes <= DAY - HOUR
    ? words.hours(Math.ceil(minutes / HOUR))
    : words.days(Math.ceil(minutes / DAY));
}

/** "Usually answers within 2 hours"; nothing while too little is known. */
export function usualText(minutes: number | null | undefined, words: Words): string | undefined {
  return minutes == null ? undefined : words.usual(responseDuration(minutes, words));
}
