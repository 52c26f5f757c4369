/** Durations between ISO 8601 and a count of one unit. */
import { expect, test } from 'vitest';
import { durationWords, readDuration, writeDuration } from '../../src/policy/durations.ts';

test.each([
  ['PT24H', { count: 24, unit: 'hour' }, 'PT24H', '24 hours'],
  ['P7D', { count: 7, unit: 'day' }, 'P7D', '7 days'],
  ['P1D', { count: 1, unit: 'day' }, 'P1D', '1 day'],
  ['P2Y', { count: 2, unit: 'year' }, 'P2Y', '2 years'],
  ['P1M', { count: 1, unit: 'month' }, 'P1M', '1 month'],
  ['PT1M', { count: 1, unit: 'minute' }, 'PT1M', '1 minute'],
  ['P1DT12H', { count: 36, unit: 'hour' }, 'PT36H', '36 hours'],
  ['PT1H30M', { count: 90, unit: 'minute' }, 'PT90M', '90 minutes'],
  ['PT0S', undefined, undefined, 'PT0S'],
  ['P1Y2D', undefined, undefined, 'P1Y2D'],
  ['soon', undefined, undefined, 'soon'],
])('%s', (iso, duration, written, words) => {
  expect(readDuration(iso)).toEqual(duration);
  if (duration) expect(writeDuration(duration as never)).toBe(written);
  expect(durationWords(iso)).toBe(words);
});
