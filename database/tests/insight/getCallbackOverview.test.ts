/** The operator's overview: the numbers of the whole marketplace over some days, for the service alone. */

import {
  asAnon,
  asService,
  asUser,
  create,
  daysPass,
  expectRefusal,
  listing,
  makeItNoon,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Overview = {
  received: number;
  by_status: Record<string, number>;
  per_day: { day: string; received: number }[];
  [name: string]: unknown;
};

describe.each(VERSIONS)('get_callback_overview on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });

  const overview = async (days: number | null = 30) => {
    const [row] = await api<{ overview: Overview }[]>`select get_callback_overview(${days}) as overview`;
    return row?.overview as Overview;
  };

  test('a marketplace where nothing has happened yet', async () => {
    const { per_day, settings, time_zone, ...numbers } = await overview(7);
    expect(numbers).toEqual({
      days: 7,
      received: 0,
      by_status: { pending: 0, acknowledged: 0, completed: 0, cancelled: 0, expired: 0 },
      response_rate: 0,
      completion_rate: 0,
      median_minutes_to_acknowledgement: null,
      sellers: 0,
      buyers: 0,
      contradicted: 0,
      open_overdue: 0,
      unread_notifications: 0,
    });
    expect(per_day.map(({ received }) => received)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const [zone] =
      await sql`select time_zone, (now() at time zone time_zone)::date::text as today from callback_private.settings`;
    expect(time_zone).toBe(zone?.time_zone);
    expect(per_day.at(-1)?.day).toBe(zone?.today);
    expect(settings).toEqual({
      expires_after_hours: 168,
      requests_per_user_per_day: 10,
      requests_per_phone_per_day: 10,
      requests_per_seller_per_day: 100,
      allowed_phone_regions: null,
    });
  });

  test('counts what was asked in these days, and what has become of it', async () => {
    const [one, two] = [await person(database), await person(database)];
    const item = await listing(database, one);
    const [pending, acknowledged, completed, cancelled, expired, overdue, old] = (await Promise.all(
      Array.from({ length: 7 }, async (_, place) =>
        create(api, await person(database), place === 0 ? await listing(database, two) : item),
      ),
    )) as [string, string, string, string, string, string, string];
    await update(api, acknowledged, 'acknowledged', one.id);
    await update(api, completed, 'completed', one.id);
    await update(api, cancelled, 'cancelled', one.id);
    await timeRunsOut(sql, [expired]);
    await api`select expire_callback_requests()`;
    await timeRunsOut(sql, [overdue]);
    await sql`update callback_requests set requested_at = requested_at - interval '10 minutes' where id = ${acknowledged}`;
    await sql`update callback_requests set requested_at = requested_at - interval '30 minutes' where id = ${completed}`;
    await daysPass(sql, 2, [pending]);
    await daysPass(sql, 40, [old]);

    const now = await overview();
    expect(now).toMatchObject({
      received: 6,
      by_status: { pending: 1, acknowledged: 1, completed: 1, cancelled: 1, expired: 2 },
      response_rate: 33.3,
      completion_rate: 50,
      median_minutes_to_acknowledgement: 20,
      sellers: 2,
      buyers: 6,
    });
    expect(now.per_day).toHaveLength(30);
    expect(now.per_day.slice(-3).map(({ received }) => received)).toEqual([1, 0, 5]);
    expect(now.per_day.reduce((sum, { received }) => sum + received, 0)).toBe(now.received);
    expect(await overview(1)).toMatchObject({ received: 5, sellers: 1, per_day: [{ received: 5 }] });
    expect(await overview(90)).toMatchObject({ received: 7, buyers: 7 });
  });

  test('what needs the operator: overdue requests, however old, and unread notifications of these days', async () => {
    const [seller, buyer] = [await person(database), await person(database)];
    const before = await overview(1);
    const id = await create(api, buyer, await listing(database, seller));
    expect(await overview(1)).toMatchObject({
      unread_notifications: (before.unread_notifications as number) + 1,
      open_overdue: before.open_overdue,
    });
    await api`select mark_all_callback_notifications_read(${seller.id})`;
    expect(await overview(1)).toMatchObject({ unread_notifications: before.unread_notifications });
    await daysPass(sql, 50, [id]);
    expect(await overview(1)).toMatchObject({ open_overdue: (before.open_overdue as number) + 1 });
  });

  test('holds no id, name or number', async () => {
    const ids =
      await sql`select id::text, requester_id::text, seller_id::text, requester_phone, requester_name from callback_requests`;
    const text = JSON.stringify(await overview(90));
    expect(ids.flatMap((row) => Object.values(row)).filter((value) => text.includes(String(value)))).toEqual(
      [],
    );
    expect(ids.length).toBeGreaterThan(0);
  });

  test.each([null, 0, 91, -1])('%s days are refused', async (days) => {
    expect((await expectRefusal(overview(days), 'invalid_input')).detail).toEqual({ field: 'days' });
  });

  test('is for operators and the service, and for no user or visitor', async () => {
    const user = await person(database);
    await expectRefusal(
      asUser(sql, user.id, (as) => as`select get_callback_overview()`),
      'forbidden',
    );
    const visitor = await asAnon(sql, (as) => as`select get_callback_overview()`).catch((e) => e);
    expect(visitor.code).toBe('42501');
    await asService(sql, (as) => as`select get_callback_overview()`);
    const [viewer] = await sql`
      insert into callback_private.operators (subject, role) values ('viewer', 'viewer') returning id`;
    await api`select get_callback_overview(30, ${viewer?.id})`;
  });

  test('table sizes, for operators and the service; statements are unknown without the extension', async () => {
    type Answer = { size_bytes: number; tables: { name: string; size_bytes: number }[]; statements: null };
    const [row] = await asService(sql, (as) => as<{ it: Answer }[]>`select get_callback_storage() as it`);
    expect(row?.it.tables).toHaveLength(15);
    const sizes = row?.it.tables.map(({ size_bytes }) => size_bytes) ?? [];
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect(row?.it.size_bytes).toBeGreaterThan(sizes[0] ?? 0);
    expect(row?.it.statements).toBeNull();
    const user = await person(database);
    await expectRefusal(
      asUser(sql, user.id, (as) => as`select get_callback_storage()`),
      'forbidden',
    );
  });
});
