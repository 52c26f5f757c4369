/** Quiet hours: nothing is sent in them, in any zone, also while clocks change; urgent requests may break them. */

import { claim, serve } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await serve(sql, 'email');
});

const quietUntil = async (at: string, zone: string, from: string, until: string) => {
  const [row] = await sql<{ until: Date | null }[]>`
    select callback_private.quiet_until(${at}::timestamptz, ${zone}, ${from}::time, ${until}::time) as until`;
  return row?.until?.toISOString().slice(0, 16) ?? null;
};

describe('the end of quiet hours', () => {
  test.each([
    ['before they begin', '2026-06-01T19:59Z', 'Europe/Berlin', '22:00', '07:00', null],
    ['at their first minute', '2026-06-01T20:00Z', 'Europe/Berlin', '22:00', '07:00', '2026-06-02T05:00'],
    ['after midnight', '2026-06-02T03:00Z', 'Europe/Berlin', '22:00', '07:00', '2026-06-02T05:00'],
    ['at their end', '2026-06-02T05:00Z', 'Europe/Berlin', '22:00', '07:00', null],
    ['within one day', '2026-06-01T11:00Z', 'Europe/Berlin', '12:00', '14:00', '2026-06-01T12:00'],
    ['a zone far ahead', '2026-06-01T09:00Z', 'Pacific/Kiritimati', '22:00', '07:00', '2026-06-01T17:00'],
    ['the short night in spring', '2026-03-28T22:00Z', 'Europe/Berlin', '22:00', '07:00', '2026-03-29T05:00'],
    ['the long night in autumn', '2026-10-24T22:00Z', 'Europe/Berlin', '22:00', '07:00', '2026-10-25T06:00'],
    [
      'an end that is left out is an hour later',
      '2026-03-29T00:30Z',
      'Europe/Berlin',
      '22:00',
      '02:30',
      '2026-03-29T01:30',
    ],
    [
      'an end that is there twice is the second',
      '2026-10-25T00:45Z',
      'Europe/Berlin',
      '22:00',
      '02:30',
      '2026-10-25T01:30',
    ],
    ['and then they are over', '2026-10-25T01:30Z', 'Europe/Berlin', '22:00', '02:30', null],
    [
      'a beginning that is there twice is the first',
      '2026-10-25T00:20Z',
      'Europe/Berlin',
      '02:15',
      '06:00',
      '2026-10-25T05:00',
    ],
    [
      'half an hour in Lord Howe',
      '2026-04-04T14:50Z',
      'Australia/Lord_Howe',
      '22:00',
      '01:45',
      '2026-04-04T15:15',
    ],
  ])('%s', async (_what, at, zone, from, until, expected) => {
    expect(await quietUntil(at, zone, from, until)).toBe(expected);
  });

  test('every quarter of an hour over both changes of clocks: quiet by the clock on the wall is quiet', async () => {
    const zones = [
      ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe'],
      ...['Atlantic/Azores', 'Africa/Cairo', 'Asia/Beirut', 'Pacific/Auckland', 'Asia/Kolkata'],
    ];
    const broken = [];
    for (const zone of byForm(zones.slice(3, 7), zones))
      broken.push(
        ...(await sql`
      with hours (from_time, until_time) as (values ('22:00'::time, '07:00'::time), ('00:30', '02:30'), ('23:45', '00:15'), ('02:00', '03:00')),
      moment as (
        select z.zone, t.at, h.*, (t.at at time zone z.zone)::time as clock,
          callback_private.quiet_until(t.at, z.zone, h.from_time, h.until_time) as until
        from (values (${zone}::text)) z (zone)
        cross join hours h
        cross join generate_series(timestamptz '2026-01-01', '2026-12-31', '15 minutes') t (at)
        where exists (select from generate_series(-1, 1, 2) d (side)
          where (t.at + d.side * interval '1 day') at time zone z.zone - t.at at time zone z.zone <> d.side * interval '1 day'))
      select zone, at, from_time, until_time from moment
      where until is null and case when from_time < until_time then clock >= from_time and clock < until_time
          else clock >= from_time or clock < until_time end
        and not (from_time = '02:00' or until_time = '02:30' or clock = until_time) -- the hour that is left out, or there twice
        or until <= at or until > at + interval '25 hours'
      limit 5`),
      );
    expect(broken).toEqual([]);
  });
});

describe('a delivery', () => {
  let seller: Person;
  const ask = async (preferences: object, priority = 'normal') => {
    await sql`delete from callback_requests`;
    seller = await person(database);
    const [clock] = await sql<{ before: string; after: string }[]>`
      select to_char((now() at time zone 'Asia/Tokyo') - interval '1 hour', 'HH24:MI') as before,
        to_char((now() at time zone 'Asia/Tokyo') + interval '1 hour', 'HH24:MI') as after`;
    await api`select set_callback_preferences(${api.json({
      quiet_hours: { from: clock?.before, until: clock?.after },
      time_zone: 'Asia/Tokyo',
      ...preferences,
    } as never)}, ${seller.id})`;
    await create(api, await person(database), await listing(database, seller), { priority });
    return claim(api);
  };
  const waits = async () => {
    const [row] =
      await sql`select status, attempts, next_attempt_at > now() + interval '50 minutes' as later from callback_private.deliveries`;
    return row;
  };

  test('waits for their end, without having been tried', async () => {
    expect(await ask({})).toEqual([]);
    expect(await waits()).toEqual({ status: 'pending', attempts: 0, later: true });
  });

  test('about an urgent request does not wait', async () => {
    expect(await ask({}, 'urgent')).toHaveLength(1);
  });

  test('about an urgent request waits where the recipient or the operator wants it so', async () => {
    expect(await ask({ urgent_overrides_quiet_hours: false }, 'urgent')).toEqual([]);
    await sql`update callback_private.settings set urgent_overrides_quiet_hours = false`;
    expect(await ask({}, 'urgent')).toEqual([]);
  });

  test('goes out when the zone is another', async () => {
    expect(await ask({ time_zone: 'America/New_York' })).toHaveLength(1);
  });
});
