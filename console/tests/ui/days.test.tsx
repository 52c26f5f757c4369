/** Days of the marketplace's zone as the moments that the API takes. */
import { expect, test } from 'vitest';
import { momentsOf, startOf, today } from '../../src/ui/days.ts';

test.each([
  ['Africa/Accra', '2026-11-30', '2026-11-30T00:00:00.000Z'],
  ['Asia/Kolkata', '2026-11-30', '2026-11-29T18:30:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'], // the clocks go forward in the night
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
])('a day in %s, %s, begins at %s', (zone, day, moment) => {
  expect(startOf(day, zone)).toBe(moment);
});

test('a period ends where the day after its last begins', () => {
  expect(momentsOf({ from: '2026-11-29', to: '2026-11-30' }, 'Africa/Accra')).toEqual({
    from: '2026-11-29T00:00:00.000Z',
    to: '2026-12-01T00:00:00.000Z',
  });
  expect(momentsOf({}, 'Africa/Accra')).toEqual({});
});

test('today is the day there', () => {
  const justAfterMidnight = Date.parse('2026-11-30T23:30:00Z');
  expect(today('Africa/Accra', justAfterMidnight)).toBe('2026-11-30');
  expect(today('Asia/Tokyo', justAfterMidnight)).toBe('2026-12-01');
});
