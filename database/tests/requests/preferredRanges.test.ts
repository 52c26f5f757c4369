/** Preferred times as ranges of real time: the words, explicit hours, days, zones and their clock changes. */

import {
  create,
  get,
  listing,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});

interface Preference {
  time: string | null;
  days?: string[] | null;
  zone?: string | null;
  at: string;
  until?: string;
}

/** As [start, end], in milliseconds. */
async function rangesOf({ time, days = null, zone = 'UTC', at, until = '2100-01-01T00:00Z' }: Preference) {
  const rows = await sql<{ start: Date; end: Date }[]>`
    select lower(r) as start, upper(r) as end
    from unnest(callback_private.preferred_ranges(${time}, ${days}, ${zone}, ${at}, ${until})) r`;
  return rows.map(({ start, end }) => [start.getTime(), end.getTime()] as const);
}

const written = async (preference: Preference) =>
  (await rangesOf(preference)).map((range) =>
    range.map((at) => new Date(at).toISOString().slice(0, 16)).join('/'),
  );

describe('one day', () => {
  const at = '2025-06-02T10:00Z'; // a Monday
  test.each([
    ['morning', ['2025-06-02T09:00/2025-06-02T12:00']],
    ['Afternoon', ['2025-06-02T12:00/2025-06-02T17:00']],
    ['evening', ['2025-06-02T17:00/2025-06-02T21:00']],
    ['anytime', ['2025-06-02T00:00/2025-06-03T00:00']],
    [null, ['2025-06-02T00:00/2025-06-03T00:00']],
    ['18:30-20:00', ['2025-06-02T18:30/2025-06-02T20:00']],
    ['8:30 – 24:00', ['2025-06-02T08:30/2025-06-03T00:00']],
    ['22:00-02:00', ['2025-06-02T22:00/2025-06-03T02:00']],
    ['22:00-00:00', ['2025-06-02T22:00/2025-06-03T00:00']],
    ['after lunch', []],
    ['18:00-18:00', []],
    ['25:00-26:00', []],
    ['', []],
  ])('%j', async (time, expected) => {
    expect(await written({ time, days: ['Monday'], at, until: '2025-06-08T00:00Z' })).toEqual(expected);
  });
});

describe('a week', () => {
  test('has a range for each of its days, from today on; the same day a week later is none of them', async () => {
    const at = '2025-06-02T10:00Z';
    expect(await written({ time: 'morning', at })).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((day) => `2025-06-0${day}T09:00/2025-06-0${day}T12:00`),
    );
    expect(await rangesOf({ time: 'morning', at: '2025-06-02T12:00Z' })).toHaveLength(6);
    expect(await written({ time: 'evening', days: ['Friday', 'Tuesday'], at })).toEqual([
      '2025-06-03T17:00/2025-06-03T21:00',
      '2025-06-06T17:00/2025-06-06T21:00',
    ]);
  });

  test('begins with the night that is not over yet', async () => {
    const night = { time: '22:00-06:00', days: ['Sunday'] };
    expect(await written({ ...night, at: '2025-06-02T05:59Z' })).toEqual([
      '2025-06-01T22:00/2025-06-02T06:00',
      '2025-06-08T22:00/2025-06-09T06:00',
    ]);
    expect(await rangesOf({ ...night, at: '2025-06-02T06:00Z' })).toHaveLength(1);
  });

  test('ends with the request', async () => {
    const until = '2025-06-04T10:30Z';
    expect(await written({ time: 'morning', at: '2025-06-03T15:00Z', until })).toEqual([
      '2025-06-04T09:00/2025-06-04T10:30',
    ]);
    expect(await written({ time: 'evening', at: '2025-06-03T22:00Z', until })).toEqual([]);
  });

  test('is the buyer’s, wherever they are', async () => {
    const at = '2025-06-01T21:30Z';
    const zones = { 'Pacific/Kiritimati': '2025-06-01T19:00', 'America/New_York': '2025-06-02T13:00' };
    for (const [zone, start] of Object.entries(zones))
      expect((await written({ time: 'morning', days: ['Monday'], zone, at }))[0]).toMatch(`${start}/`);
  });

  test('has no ranges where any time suits', async () => {
    for (const time of [null, 'anytime', '00:00-24:00'])
      expect(await rangesOf({ time, at: '2025-06-02T10:00Z' })).toEqual([]);
  });
});

/** What a clock there shows, as if it were UTC; from ICU's data, not PostgreSQL's. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockAt(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      ...{
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      },
    });
  clocks.set(timeZone, clock);
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0] = (clock.format(at).match(/\d+/g) ?? []).map(
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** All instants at which a clock there shows this: none, one or two. */
function instantsOf(local: number, zone: string): number[] {
  const offsets = Array.from({ length: 27 * 4 }, (_, quarter) => quarter * 15 * MINUTE - 12 * HOUR);
  return offsets
    .map((offset) => local - offset)
    .filter((at) => clockAt(at, zone) === local)
    .sort((a, b) => a - b);
}

// Lord Howe turns its clocks by half an hour, Troll by two; the Azores, Santiago, Cairo and Havana turn theirs at midnight.
const ZONES = [
  ...[
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Atlantic/Azores',
    'Africa/Cairo',
  ],
  ...[
    'America/Santiago',
    'America/Havana',
    'Asia/Kathmandu',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'America/St_Johns',
  ],
];
/** Around the days on which those zones change their clocks, besides any other. */
const CHANGES = [
  '2025-03-09',
  '2025-03-30',
  '2025-04-06',
  '2025-04-25',
  '2025-09-07',
  '2025-10-05',
  '2025-10-26',
  '2025-11-02',
];

const moments = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2025, 11) }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -8 * DAY, max: 2 * DAY }))
    .map(([day, offset]) => Date.parse(day) + offset),
);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .filter(([a, b]) => a % 96 !== b % 96);
const clockTime = (quarter: number) =>
  [Math.floor(quarter / 4), (quarter % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':');

test('in any zone, on any day, a range is when clocks there show its hours', {
  timeout: 120_000,
}, async () => {
  let compared = 0;
  const isRight = async (
    zone: string,
    at: number,
    [opens, closes]: readonly [number, number],
    days: string[] | null,
    lasts: number,
  ) => {
    const until = at + lasts;
    const ranges = await rangesOf({
      time: `${clockTime(opens)}-${clockTime(closes)}`,
      ...{ days, zone, at: new Date(at).toISOString(), until: new Date(until).toISOString() },
    });
    for (const [index, [start, end]] of ranges.entries()) {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThan(ranges[index - 1]?.[0] ?? 0);
      expect(end).toBeGreaterThan(at);
      expect(end).toBeLessThanOrEqual(until);
    }
    const today = Math.floor(clockAt(at, zone) / DAY) * DAY;
    const expected: (readonly [number, number])[] = [];
    for (let day = today - DAY; day <= today + 6 * DAY; day += DAY) {
      if (days && !days.includes(WEEKDAYS[new Date(day).getUTCDay()] as string)) continue;
      const starts = instantsOf(day + opens * 15 * MINUTE, zone);
      const ends = instantsOf(day + (closes + (closes < opens ? 96 : 0)) * 15 * MINUTE, zone);
      const [start, end] = [starts[0], ends.at(-1)];
      // A bound that clocks skip: of such a day only what holds for all was asked above.
      if (start === undefined || end === undefined) return;
      if (end > at && start < until) expected.push([start, Math.min(end, until)]);
    }
    expect(ranges).toEqual(expected.slice(0, 7));
    compared++;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ZONES),
      moments.map((at) => Math.floor(at / MINUTE) * MINUTE),
      hours,
      fc.option(fc.subarray(WEEKDAYS, { minLength: 1 })),
      fc.integer({ min: 1, max: 10 * 24 }).map((lasts) => lasts * HOUR),
      isRight,
    ),
    { numRuns: byForm(100, 3_000) },
  );
  expect(compared).toBeGreaterThan(50);
});

test('hours that clocks skip are taken later, and what is left of them is dropped', async () => {
  const night = {
    days: ['Sunday'],
    zone: 'Europe/Berlin',
    at: '2025-03-29T12:00Z',
    until: '2025-04-01T00:00Z',
  };
  expect(await written({ ...night, time: '02:15-02:45' })).toEqual(['2025-03-30T01:15/2025-03-30T01:45']);
  expect(await written({ ...night, time: '02:30-03:15' })).toEqual([]);
});

describe('a request', () => {
  const at = async (id: string, reader: string) => {
    const { preferred_ranges, is_preferred_now } = (await get(api, id, reader)) as unknown as {
      preferred_ranges: { start: string; end: string }[];
      is_preferred_now: boolean;
    };
    return { ranges: preferred_ranges, isNow: is_preferred_now };
  };
  /** The hours around now in the marketplace's zone, where it is noon. */
  const NOW = '09:00-16:00';
  const LATER = '20:00-21:00';

  const made = async (values: Parameters<typeof create>[3]) => {
    const [buyer, seller] = [await person(database), await person(database)];
    return { buyer, seller, id: await create(api, buyer, await listing(database, seller), values) };
  };

  test('shows both sides its ranges, in its zone or the marketplace’s', async () => {
    const { id, buyer, seller } = await made({ preferred_time: NOW });
    const shown = await at(id, seller.id);
    expect(shown).toEqual(await at(id, buyer.id));
    expect(shown.ranges).toHaveLength(7);
    expect(shown.isNow).toBe(true);
    expect(await at((await made({ preferred_time: LATER })).id, seller.id).catch((e) => e.message)).toBe(
      'There is no such request.',
    );

    const elsewhere = await made({ preferred_time: NOW, time_zone: 'Pacific/Kiritimati' });
    const [first] = (await at(elsewhere.id, elsewhere.seller.id)).ranges;
    expect(clockAt(Date.parse(first?.start ?? ''), 'Pacific/Kiritimati') % DAY).toBe(9 * HOUR);
  });

  test('is not marked where it names a later time, no time, or one that cannot be read', async () => {
    for (const preferred_time of [LATER, null, 'after lunch']) {
      const { id, seller } = await made({ preferred_time });
      expect((await at(id, seller.id)).isNow).toBe(false);
    }
    const { id, seller } = await made({ preferred_time: 'after lunch' });
    expect((await get(api, id, seller.id)).preferred_time).toBe('after lunch');
    expect((await at(id, seller.id)).ranges).toEqual([]);
  });

  test('has ranges while it is open', async () => {
    const { id, seller } = await made({ preferred_time: NOW });
    await update(api, id, 'acknowledged', seller.id);
    expect((await at(id, seller.id)).isNow).toBe(true);
    await update(api, id, 'completed', seller.id);
    expect(await at(id, seller.id)).toEqual({ ranges: [], isNow: false });
  });
});
