/**
 * What "a day" is: the marketplace's, never the session's, also where it has 23 or 25 hours. The database's clock is the only
 * clock, so the tests choose the marketplace's zone such that midnight is where they need it, and move rows.
 */

import {
  create,
  expectRefusal,
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';

/** Every offset from UTC that a country uses. */
// biome-ignore format: a table
const OFFSETS = [
  '-12:00', '-11:00', '-10:00', '-09:30', '-09:00', '-08:00', '-07:00', '-06:00', '-05:00', '-04:00', '-03:30', '-03:00', '-02:00',
  '-01:00', '+00:00', '+01:00', '+02:00', '+03:00', '+03:30', '+04:00', '+04:30', '+05:00', '+05:30', '+05:45', '+06:00', '+06:30',
  '+07:00', '+08:00', '+08:45', '+09:00', '+09:30', '+10:00', '+10:30', '+11:00', '+12:00', '+12:45', '+13:00', '+14:00',
];

const MILLISECOND = 1;
const SECOND = 1000;
const HOUR = 3_600_000;

describe.each(VERSIONS)('the day of a request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    sql = database.sql;
    // Operators choose named zones; these tests need midnight at any second.
    await sql`alter table callback_private.settings drop constraint settings_time_zone_check`;
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    bike = await listing(database, seller);
  });
  afterEach(() => set({ time_zone: 'UTC', requests_per_user_per_day: 10 }));

  const set = (settings: Record<string, unknown>) =>
    sql`update callback_private.settings set ${sql(settings)}`;
  const databaseTime = async () => {
    const [row] = await sql<{ now: number }[]>`select (extract(epoch from now()) * 1000)::float8 as now`;
    return row?.now as number;
  };
  /** Puts a request at that instant, on the day that the marketplace's zone gives it. */
  const moveTo = (id: string, time: number) => sql`
    update callback_requests r set
      requested_at = moment.at, requested_on = (moment.at at time zone s.time_zone)::date, expires_at = moment.at + interval '7 days'
    from callback_private.settings s, (select timestamptz 'epoch' + ${time} * interval '1 millisecond' as at) moment where r.id = ${id}`;

  test('there are 38 offsets', () => expect(new Set(OFFSETS).size).toBe(38));

  test.each([
    ['a minute past midnight', 60],
    ['noon', 43_200],
    ['a minute to midnight', 86_340],
  ])('is the same in all 38 session zones when it is %s in the marketplace', async (_, secondsOfDay) => {
    await set({ time_zone: zoneWithMidnightAt((await databaseTime()) - secondsOfDay * SECOND) });
    const session = connect(database.apiUrl, { max: 1 });
    const id = await create(session, buyer, bike);
    for (const offset of OFFSETS) {
      await session.unsafe(`set time zone interval '${offset}' hour to minute`);
      const { detail } = await expectRefusal(create(session, buyer, bike), 'duplicate_request');
      expect(detail).toEqual({ existing_request_id: id });
      const [row] =
        await session`select can_request_callback(${bike.id}, ${seller.id}, ${buyer.id}) ->> 'reason' as reason`;
      expect(row?.reason).toBe('duplicate_request');
    }
    // Without the row, each of those sessions may ask: it was the day that refused them.
    for (const offset of OFFSETS) {
      await sql`delete from callback_requests where listing_id = ${bike.id}`;
      await session.unsafe(`set time zone interval '${offset}' hour to minute`);
      const [row] = await session`
          select r.requested_on = (now() at time zone s.time_zone)::date as is_today from callback_requests r, callback_private.settings s
          where r.id = ${await create(session, buyer, bike)}`;
      expect(row?.is_today).toBe(true);
    }
    await session.end();
  });

  test('ends when the clock passes midnight', async () => {
    const midnight = Math.ceil((await databaseTime()) / SECOND) * SECOND + SECOND;
    await set({ time_zone: zoneWithMidnightAt(midnight) });
    const sql = database.api;
    const accepted: string[] = [];
    let today = await databaseTime();
    while (today < midnight + 100) {
      const burst = await Promise.allSettled(Array.from({ length: 4 }, () => create(sql, buyer, bike)));
      accepted.push(...burst.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
      today = await databaseTime();
    }
    const rows = await sql<{ requested_at: Date }[]>`
      select requested_at from callback_requests where id = any(${accepted}) order by requested_at`;
    expect(rows).toHaveLength(2);
    expect(rows[0]?.requested_at.getTime()).toBeLessThan(midnight);
    expect(rows[1]?.requested_at.getTime()).toBeGreaterThanOrEqual(midnight);
  });

  describe.each([
    ['an ordinary day', ordinaryDay],
    ['a day of 23 hours that has no midnight', shortDay],
    ['a day of 25 hours that has midnight twice', longDay],
  ])('on %s', (_, makeDay) => {
    test('yesterday ends a millisecond before today begins', async () => {
      const { time_zone, begins, ends } = makeDay(await databaseTime());
      await set({ time_zone });
      await expectDay(begins, ends);

      const id = await create(database.api, buyer, bike);
      for (const moment of [begins, begins + MILLISECOND, ends - MILLISECOND]) {
        await moveTo(id, moment);
        await expectRefusal(create(database.api, buyer, bike), 'duplicate_request');
      }
      await moveTo(id, begins - MILLISECOND);
      await create(database.api, buyer, bike);
    });

    test.each([
      ['requests_per_user_per_day', async () => create(database.api, buyer, await listing(database, seller))],
      [
        'requests_per_phone_per_day',
        async () => create(database.api, { ...(await person(database)), phone: buyer.phone }, bike),
      ],
      ['requests_per_seller_per_day', async () => create(database.api, await person(database), bike)],
    ])('%s counts from the first millisecond of today', async (limit, another) => {
      const { time_zone, begins, ends } = makeDay(await databaseTime());
      await set({ time_zone, [limit]: 1 });

      const id = await create(database.api, buyer, bike);
      for (const moment of [begins, begins + MILLISECOND, ends - MILLISECOND]) {
        await moveTo(id, moment);
        const { detail } = await expectRefusal(another(), 'rate_limited');
        expect(detail?.limit).toBe(limit);
      }
      await moveTo(id, begins - MILLISECOND);
      await another();
      await set({ requests_per_phone_per_day: 10, requests_per_seller_per_day: 100 });
    });

    test('the next attempt is worth while as soon as today has ended', async () => {
      const { time_zone, ends } = makeDay(await databaseTime());
      await set({ time_zone, requests_per_user_per_day: 1 });
      await create(database.api, buyer, bike);
      const { detail } = await expectRefusal(
        create(database.api, buyer, await listing(database, seller)),
        'rate_limited',
      );
      const retryAt = (await databaseTime()) + Number(detail?.retry_after_seconds) * SECOND;
      expect(Math.abs(retryAt - ends)).toBeLessThan(5 * SECOND);
    });
  });

  /** That PostgreSQL agrees about when the day begins and ends: the tests stand on it. */
  async function expectDay(begins: number, ends: number) {
    const [row] = await sql`
      select array_agg((timestamptz 'epoch' + t * interval '1 millisecond') at time zone s.time_zone)::date[]
        = array[d.today - 1, d.today, d.today, d.today + 1] as is_so
      from callback_private.settings s
      cross join lateral (select (now() at time zone s.time_zone)::date as today) d
      cross join unnest(${[begins - 1, begins, ends - 1, ends]}::float8[]) t
      group by d.today`;
    expect(row?.is_so).toBe(true);
  }
});

/** The zone, made for the purpose, in which midnight is at that instant, a whole second. */
function zoneWithMidnightAt(time: number): string {
  const secondsOfDay = Math.round(time / SECOND) % 86_400;
  // POSIX counts hours west of Greenwich; within half a day of it the date is an ordinary one.
  return posixZone(secondsOfDay > 43_200 ? secondsOfDay - 86_400 : secondsOfDay);
}

function posixZone(secondsWest: number): string {
  const seconds = Math.abs(secondsWest);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `<X>${secondsWest < 0 ? '-' : ''}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

type Day = { time_zone: string; begins: number; ends: number };

/** Hours to add to UTC to make it noon, and when that day begins. */
function noon(now: number) {
  const hoursEast = 12 - new Date(now).getUTCHours();
  const begins = Math.floor((now + hoursEast * HOUR) / (24 * HOUR)) * 24 * HOUR - hoursEast * HOUR;
  return { hoursEast, begins };
}

function ordinaryDay(now: number): Day {
  const { hoursEast, begins } = noon(now);
  return { time_zone: posixZone(-hoursEast * 3600), begins, ends: begins + 24 * HOUR };
}

/** Clocks go forward at 00:00, as in Santiago. */
function shortDay(now: number): Day {
  const { hoursEast, begins } = noon(now);
  const today = dayOfYear(begins + hoursEast * HOUR);
  const time_zone = `<S>${-hoursEast}<D>${-hoursEast - 1},${today}/0,${(today + 180) % 365}/0`;
  return { time_zone, begins, ends: begins + 23 * HOUR };
}

/** Clocks go back at 01:00 to 00:00, as in the Azores. */
function longDay(now: number): Day {
  const { hoursEast, begins } = noon(now);
  const today = dayOfYear(begins + hoursEast * HOUR);
  const time_zone = `<S>${-hoursEast}<D>${-hoursEast - 1},${(today + 180) % 365}/0,${today}/1`;
  return { time_zone, begins: begins - HOUR, ends: begins + 24 * HOUR };
}

/** Counted from 0, as POSIX zones do. */
function dayOfYear(time: number): number {
  const date = new Date(time);
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / (24 * HOUR));
}
