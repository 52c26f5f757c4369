/** The zones to choose from, whatever names a browser lists. */
import { expect, test, vi } from 'vitest';
import { zoneOptions } from '../../../src/headless/people/preferences/zoneOptions.ts';

const OLD = ['Asia/Calcutta', 'Europe/Kiev', 'Europe/Paris'];
const NEW = ['Asia/Kolkata', 'Europe/Kyiv', 'Europe/Paris'];

test.each([OLD, NEW].map((zones) => [zones]))('%j are shown by the names of today', (zones) => {
  expect(zoneOptions('', zones).map(({ label }) => label)).toEqual(NEW);
  expect(zoneOptions('', zones).map(({ value }) => value)).toEqual(zones);
});

test.each([
  ['Asia/Kolkata', OLD],
  ['Asia/Calcutta', NEW],
])('%s is there once, under the name that is kept', (kept, zones) => {
  expect(zoneOptions(kept, zones).filter(({ label }) => label === 'Asia/Kolkata')).toEqual([
    { value: kept, label: 'Asia/Kolkata' },
  ]);
});

test('a zone that this browser lacks is there, too', () => {
  expect(zoneOptions('America/Coyhaique', NEW)).toContainEqual({
    value: 'America/Coyhaique',
    label: 'America/Coyhaique',
  });
});

test('an engine that lists no zones offers its own', () => {
  vi.stubGlobal('Intl', { ...Intl, supportedValuesOf: undefined, DateTimeFormat: Intl.DateTimeFormat });
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(
    zoneOptions('Asia/Tokyo')
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['Asia/Tokyo', own].sort());
  vi.unstubAllGlobals();
});
