/** Dates, prices and preferred times as readers of several places see them. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFormat } from '../../../src/headless/format/format.ts';
import { knownLocale, knownTimeZone, regionOfLocale, zoneName } from '../../../src/headless/format/intl.ts';
import { regionNames } from '../../../src/headless/format/regionNames.ts';
import { instantOf, wallTime } from '../../../src/headless/format/zones.ts';
import { ar } from '../../../src/headless/messages/ar.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { en } from '../../../src/headless/messages/en.ts';
import { es } from '../../../src/headless/messages/es.ts';
import { fr } from '../../../src/headless/messages/fr.ts';
import { type MessageOverrides, readerWords, wordsOf } from '../../../src/headless/messages/messages.ts';

const formatFor = (locale: string, timeZone: string, messages: MessageOverrides = {}) =>
  createFormat(wordsOf(readerWords(messages, locale), en), timeZone);
const london = formatFor('en-GB', 'Europe/London');
/** A Wednesday. */
const NOW = new Date('2026-11-25T12:00:00Z');

afterEach(() => vi.unstubAllGlobals());

describe('when', () => {
  test.each([
    ['2026-11-25T14:05:00Z', 'today at 14:05'],
    ['2026-11-24T23:59:00Z', 'yesterday at 23:59'],
    ['2026-11-26T00:00:00Z', 'tomorrow at 00:00'],
    ['2026-11-27T14:05:00Z', 'Friday at 14:05'],
    ['2026-12-02T14:05:00Z', '2 December at 14:05'],
    ['2026-11-20T14:05:00Z', '20 November at 14:05'],
    ['2027-01-02T14:05:00Z', '2 January 2027 at 14:05'],
  ])('%s is %s', (instant, words) => expect(london.when(instant, NOW)).toBe(words));

  test("the reader's own day decides", () => {
    const late = '2026-11-25T23:30:00Z';
    expect(london.when(late, NOW)).toBe('today at 23:30');
    expect(formatFor('de-DE', 'Europe/Berlin', de).when(late, NOW)).toBe('morgen um 00:30');
    expect(formatFor('fr', 'Pacific/Auckland', fr).when(late, NOW)).toBe('aujourd’hui à 12:30');
  });

  test('without a present it names the date', () => {
    expect(london.when('2026-11-25T14:05:00Z', undefined)).toBe('25 November 2026 at 14:05');
  });

  test('all digits are of one kind', () => {
    expect(formatFor('ar-EG', 'Africa/Cairo', ar).when('2026-11-20T14:05:00Z', NOW)).toMatch(/20.*4:05/);
  });
});

describe('ranges', () => {
  const evening = { start: '2026-11-25T17:00:00Z', end: '2026-11-25T21:00:00Z' };
  const wholeDay = { start: '2026-11-26T00:00:00Z', end: '2026-11-27T00:00:00Z' };

  test.each([
    ['hours', evening, 'today, 17:00–21:00'],
    ['a whole day', wholeDay, 'tomorrow, any time'],
  ])('%s', (_what, range, words) => expect(london.ranges([range], NOW)?.toLowerCase()).toBe(words));

  test('the whole day of a buyer whose clock differs names both ends', () => {
    const berlin = formatFor('en-GB', 'Europe/Berlin');
    expect(berlin.ranges([wholeDay], NOW)).toBe('Tomorrow, 01:00 – Friday 27 November, 01:00');
  });

  test('two days in one are not a day', () => {
    const long = { start: wholeDay.start, end: '2026-11-28T00:00:00Z' };
    expect(london.ranges([long], NOW)).toBe('Tomorrow, 00:00 – Saturday 28 November, 00:00');
  });
});

describe('price', () => {
  test.each([
    [120.5, 'GBP', '£120.50'],
    [1200, 'EUR', '€1,200'],
    [1200, null, '1,200'],
    [5, 'not a currency', '5 not a currency'],
  ])('%s %s is %s', (amount, currency, text) => expect(london.price(amount, currency)).toBe(text));
  test.each([
    ['en-GB', en, 'GHS\u00a01,450'],
    ['fr-FR', fr, '1\u202f450\u00a0GHS'],
    ['de-DE', de, '1.450\u00a0GHS'],
    ['es-ES', es, '1450\u00a0GHS'],
    ['ar-EG', ar, '1,450 سيدي غانا'],
  ])('in %s', (locale, messages, text) =>
    expect(formatFor(locale, 'UTC', messages).price(1450, 'GHS')).toBe(text),
  );
  test('nothing without an amount', () => expect(london.price(null, 'EUR')).toBeUndefined());
});

describe('preferred times', () => {
  const preferredTimesOf = (
    days: ('Monday' | 'Tuesday' | 'Sunday')[] | null,
    time: string | null,
    zone: string | null,
  ) => ({
    preferred_days: days,
    preferred_time: time,
    time_zone: zone,
    requested_at: NOW.toISOString(),
  });
  const newYork = formatFor('en-GB', 'America/New_York');

  test('nothing where there is no preferred time', () => {
    expect(london.preferredTimes(preferredTimesOf(null, null, 'Europe/London'), NOW)).toBeUndefined();
  });

  test.each([
    [['Tuesday', 'Monday'], 'evening', 'Monday and Tuesday, evening (17:00–21:00)'],
    [null, 'morning', 'any day, morning (09:00–12:00)'],
    [['Monday'], null, 'Monday, any time'],
    [['Monday'], 'after the school run', 'Monday, after the school run'],
  ] as const)('on one clock: %j %s', (days, time, words) => {
    expect(london.preferredTimes(preferredTimesOf(days && [...days], time, 'Europe/London'), NOW)).toBe(
      words,
    );
    expect(london.preferredTimes(preferredTimesOf(days && [...days], time, null), NOW)).toBe(words);
    expect(london.preferredTimes(preferredTimesOf(days && [...days], time, 'Africa/Accra'), NOW)).toBe(words);
  });

  test("in another zone: the reader's hours first", () => {
    expect(newYork.preferredTimes(preferredTimesOf(['Monday'], 'evening', 'Europe/Berlin'), NOW)).toBe(
      'Monday, 11:00–15:00 your time (Monday, 17:00–21:00, Central European Time)',
    );
  });

  test("on another day: the reader's days too", () => {
    const words = newYork.preferredTimes(
      preferredTimesOf(['Monday', 'Tuesday'], 'morning', 'Asia/Tokyo'),
      NOW,
    );
    expect(words).toContain(
      'Sunday and Monday, 19:00–22:00 your time (Monday and Tuesday, 09:00–12:00, Japan',
    );
  });

  test('across midnight', () => {
    const auckland = formatFor('en-GB', 'Pacific/Auckland');
    expect(auckland.preferredTimes(preferredTimesOf(['Monday'], 'morning', 'Europe/London'), NOW)).toContain(
      'Monday, 22:00–01:00 your time',
    );
  });

  test('each day with the clocks of that day', () => {
    // Clocks go back in Berlin on Sunday 25 October 2026, in New York a week later.
    const friday = new Date('2026-10-23T12:00:00Z');
    const words = newYork.preferredTimes(
      preferredTimesOf(['Sunday', 'Monday'], 'evening', 'Europe/Berlin'),
      friday,
    );
    expect(words).toContain('Monday and Sunday, 12:00–16:00 your time');
    const saturday = new Date('2026-10-31T12:00:00Z');
    expect(
      newYork.preferredTimes(preferredTimesOf(['Sunday'], 'evening', 'Europe/Berlin'), saturday),
    ).toContain('Sunday, 11:00–15:00');
    const accra = formatFor('en-GB', 'Africa/Accra');
    const inSummer = accra.preferredTimes(
      preferredTimesOf(['Sunday'], 'evening', 'Europe/Berlin'),
      new Date('2026-10-18T00:00:00Z'),
    );
    const inWinter = accra.preferredTimes(
      preferredTimesOf(['Sunday'], 'evening', 'Europe/Berlin'),
      new Date('2026-10-25T00:00:00Z'),
    );
    expect(inSummer).toContain('15:00–19:00');
    expect(inWinter).toContain('16:00–20:00');
  });

  test('days of different hours are told apart', () => {
    // Between Friday and Monday Berlin changes its clocks, Accra does not.
    const accra = formatFor('en-GB', 'Africa/Accra');
    const friday = new Date('2027-03-26T12:00:00Z');
    const words = accra.preferredTimes(
      { ...preferredTimesOf(['Monday'], 'evening', 'Europe/Berlin'), preferred_days: ['Monday', 'Saturday'] },
      friday,
    );
    expect(words).toContain('Monday, 15:00–19:00; Saturday, 16:00–20:00 your time');
  });

  test("an unknown zone counts as the reader's", () => {
    expect(london.preferredTimes(preferredTimesOf(['Monday'], 'evening', 'Mars/Olympus'), NOW)).toBe(
      'Monday, evening (17:00–21:00)',
    );
  });
});

describe('zones', () => {
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  test('by day, a clock time leads to its instant and back', () => {
    const day = fc.record({
      year: fc.integer({ min: 2020, max: 2035 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 5, max: 22 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (wall, zone) => {
        expect(wallTime(instantOf(wall, zone), zone)).toEqual(wall);
      }),
    );
  });

  test('midnight is hour 0', () => {
    expect(wallTime(new Date('2026-11-25T00:00:00Z'), 'UTC').hour).toBe(0);
  });
});

describe("where the engine lacks parts of Intl, as React Native's does", () => {
  test('names become codes and cities', () => {
    expect(regionNames('fr')('DE')).toBe('Allemagne');
    expect(zoneName('America/New_York', 'en')).toBe('Eastern Time');
    vi.stubGlobal('Intl', {
      DateTimeFormat: class {},
      NumberFormat: Intl.NumberFormat,
      Collator: Intl.Collator,
    });
    expect(regionNames('fr')('DE')).toBe('DE');
    expect(zoneName('America/New_York', 'en')).toBe('New York');
    expect(regionOfLocale('fr')).toBeUndefined();
    expect(regionOfLocale('fr-BE')).toBe('BE');
  });

  test('a locale suggests its country', () => {
    expect(regionOfLocale('fr')).toBe('FR');
    expect(regionOfLocale('en-GB')).toBe('GB');
    expect(regionOfLocale('zh-Hant-TW')).toBe('TW');
  });

  test.each(['es-419', 'en-001', 'ar-001', 'en-150'])('%s, of many countries, suggests none', (locale) => {
    expect(regionOfLocale(locale)).toBeUndefined();
  });
});

describe('what Intl refuses', () => {
  test.each([
    ['en_GB', 'en-GB'],
    ['fr_CA', 'fr-CA'],
    ['en_US.UTF-8', 'en-US'],
    ['en-US@posix', 'en-US'],
    ['de-DE-u-co-phonebk', 'de-DE-u-co-phonebk'],
    ['C', 'en'],
    ['', 'en'],
    ['not a language', 'en'],
  ])('the locale %j is read as %s', (tag, locale) => {
    expect(knownLocale(tag)).toBe(locale);
    expect(() => new Intl.NumberFormat(knownLocale(tag))).not.toThrow();
    expect(() => regionOfLocale(knownLocale(tag))).not.toThrow();
  });

  test.each([
    ['Etc/Unknown', 'UTC'],
    ['', 'UTC'],
    [undefined, 'UTC'],
    ['Mars/Olympus', 'UTC'],
    ['Africa/Accra', 'Africa/Accra'],
    ['US/Pacific', 'US/Pacific'],
  ])('the zone %j is read as %s', (zone, known) => expect(knownTimeZone(zone)).toBe(known));

  test('a country that is none is called what it is', () => {
    for (const region of ['England', '', 'x']) expect(regionNames('en')(region)).toBe(region);
  });
});
