/** All maintenance in one call. */
import { randomUUID } from 'node:crypto';
import {
  asService,
  asUser,
  change,
  create,
  expectInvariants,
  listing,
  maintainAll,
  makeItNoon,
  person,
  requestValues,
  rollUpAll,
  submit,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});

type Report = {
  reminded_sellers: number;
  warned_of_expiry: number;
  lapsed_requests: number;
  given_up_deliveries: number;
  expired_requests: number;
  counted_events: number;
  kept_days: number;
  forgotten_rows: number;
  has_more: boolean;
};
const maintain = async (on: Sql = api) => {
  const [row] = await on<{ report: Report }[]>`select run_callback_maintenance() as report`;
  return (row?.report ?? null) as Report | null;
};

test('expires, counts and forgets, and says how much', async () => {
  const [buyer, seller] = [await person(database), await person(database)];
  const { requester_id: _, ...content } = requestValues(buyer, await listing(database, seller));
  const [old, young] = [randomUUID(), randomUUID()];
  const { id } = (await submit(api, buyer.id, content, old)).request;
  await change(api, id, 'acknowledged', seller.id, { key: young });
  await sql`update callback_private.idempotency_keys set created_at = created_at - interval '25 hours' where key = ${old}`;
  await timeRunsOut(sql, [id]);

  expect(await maintain()).toMatchObject({ expired_requests: 1, forgotten_rows: 0, has_more: true });
  expect(await maintainAll(api)).toBe(1);
  await rollUpAll(sql);
  await maintainAll(api);
  expect(await maintain()).toEqual({
    ...{
      reminded_sellers: 0,
      warned_of_expiry: 0,
      lapsed_requests: 0,
      given_up_deliveries: 0,
      raised_alerts: 0,
    },
    expired_requests: 0,
    counted_events: 0,
    kept_days: 0,
    forgotten_rows: 0,
    has_more: expect.any(Boolean), // a slow machine may leave rules to the next call
  });
  await maintainAll(api);
  const keys = await sql<{ key: string }[]>`select key from callback_private.idempotency_keys`;
  expect(keys.map(({ key }) => key)).toEqual([young]);
  await expectInvariants(sql);
});

test('a large backlog is worked off in parts, each of which stays done', async () => {
  await sql`insert into callback_private.idempotency_keys (actor, key, content_hash, created_at)
    select 'person', n, '', now() - interval '2 days' from generate_series(1, 1507) n`;
  expect(await maintainAll(api)).toBe(1_507);
});

test('clean-up that ran out of time goes on with the rule that it came to', async () => {
  await sql`insert into callback_private.idempotency_keys (actor, key, content_hash, created_at)
    select 'person', n, '', now() - interval '2 days' from generate_series(1, 1507) n`;
  const run = async (until: string, done: number) =>
    (
      await sql`select rules_done, changed::integer, has_more from callback_private.run_retention(${until}::text::timestamptz, ${done})`
    )[0];
  expect(await run('-infinity', 3)).toEqual({ rules_done: 3, changed: 0, has_more: true });
  expect(await run('infinity', 99)).toEqual({ rules_done: 0, changed: 0, has_more: false });
  expect(await run('infinity', 0)).toEqual({ rules_done: 0, changed: 1_507, has_more: false });
});

test('refusals are forgotten in parts, when the settings say so', async () => {
  const refuse = (daysAgo: number[], people: number) =>
    sql`insert into callback_private.refusals (user_id, operation, code, limit_name, refused_on)
      select gen_random_uuid(), 'submit_callback_request', 'rate_limited', 'requests_per_user_per_day', current_date - d.age
      from unnest(${daysAgo}::integer[]) d (age), generate_series(1, ${people})`;
  await refuse([29, 32], 1_004);
  const left = async () =>
    (await sql`select count(*)::integer as count from callback_private.refusals`)[0]?.count;
  expect(await maintainAll(api)).toBe(1_004);
  expect(await left()).toBe(1_004);
  await sql`update callback_private.settings set refusals_kept_for = '1 day'`;
  await refuse([3], 1_000);
  expect(await maintainAll(api)).toBe(2_004);
  expect(await left()).toBe(0);
});

test('retired devices are forgotten when the settings say so, those in use never', async () => {
  const { id } = await person(database);
  const token = (name: string) => `ExponentPushToken[${name}-${id}]`;
  for (const name of ['used', 'old', 'young'])
    await api`select save_callback_device(${token(name)}, '{"kind": "expo"}', ${id})`;
  for (const name of ['old', 'young']) await api`select retire_callback_device(${token(name)}, ${id})`;
  await sql`update callback_private.devices set registered_at = now() - interval '9 years', retired_at = retired_at - case token
    when ${token('old')} then interval '31 days' else interval '29 days' end`;
  expect(await maintainAll(api)).toBe(1);
  const left = await sql`select token from callback_private.devices where user_id = ${id} order by token`;
  expect(left.map((row) => row.token)).toEqual([token('used'), token('young')]);
});

test('what operators did is forgotten when the settings say so, and never before', async () => {
  const [operator] = await sql`
    insert into callback_private.operators (subject, role) values ('desk', 'admin') returning id`;
  const write = (daysAgo: number) => sql`
    insert into callback_private.audit (at, operator_id, action, subject_kind, subject_id)
    values (now() - make_interval(days => ${daysAgo}), ${operator?.id}, 'close_callback_request', 'callback_request', ${daysAgo})`;
  for (const daysAgo of [1, 729, 732]) await write(daysAgo);
  expect(await maintainAll(api)).toBe(1);
  await sql`update callback_private.settings set audit_kept_for = '90 days'`;
  expect(await maintainAll(api)).toBe(1);
  expect(await sql`select subject_id from callback_private.audit`).toEqual([{ subject_id: '1' }]);
  const tooShort = await sql`update callback_private.settings set audit_kept_for = '1 day'`.catch((e) => e);
  expect(tooShort.constraint_name).toBe('settings_audit_kept_for_check');
});

test('a number’s uses are forgotten after the day on which they count', async () => {
  const id = await create(api, await person(database), await listing(database, await person(database)));
  await sql`insert into callback_private.edited_phones (requester_phone, used_on, callback_request_id)
    select '+447400123456', current_date - n, ${id} from generate_series(0, 4) n`;
  expect(await maintainAll(api)).toBe(3);
  const left = await sql`select current_date - used_on as age from callback_private.edited_phones order by 1`;
  expect(left.map(({ age }) => age)).toEqual([0, 1]);
});

test('what another transaction holds is left for the next time', async () => {
  await sql`insert into callback_private.idempotency_keys (actor, key, content_hash, created_at)
    select 'person', 'held ' || n, '', now() - interval '2 days' from generate_series(1, 2) n`;
  await sql.begin(async (held) => {
    await held`select from callback_private.idempotency_keys where key = 'held 1' for update`;
    expect(await maintainAll(api)).toBe(1);
  });
  expect(await maintainAll(api)).toBe(1);
});

test('notes when it last ran, and not when another was at it', async () => {
  const lastRun = async () =>
    (await api`select last_run_at::text as at from callback_private.maintenance_runs`)[0]?.at;
  await maintain();
  const before = await lastRun();
  await sql.begin(async (other) => {
    await other`select pg_advisory_xact_lock(1922, 0)`;
    expect(await maintain()).toBeNull();
  });
  expect(await lastRun()).toBe(before);
  await maintain();
  expect(await lastRun()).not.toBe(before);
});

test('four at once do the work once', async () => {
  const bike = await listing(database, await person(database));
  const made: string[] = [];
  for (let i = 0; i < 40; i++) made.push(await create(api, await person(database), bike));
  await maintain();
  await timeRunsOut(sql, made);
  const work = async (done = 0): Promise<number> => {
    const report = await maintain();
    const sum = done + (report?.expired_requests ?? 0);
    return report?.has_more ? work(sum) : sum;
  };
  const done = await Promise.all(Array.from({ length: 4 }, () => work()));
  expect(done.reduce((sum, count) => sum + count)).toBe(40);
  await expectInvariants(sql);
});

test('a part moves a few requests, and what only counts waits until none is due', async () => {
  const bike = await listing(database, await person(database));
  const made: string[] = [];
  for (let i = 0; i < 25; i++) made.push(await create(api, await person(database), bike));
  await maintainAll(api);
  await timeRunsOut(sql, made);
  const idle = { counted_events: 0, kept_days: 0, forgotten_rows: 0, has_more: true };
  for (const _ of [1, 2]) expect(await maintain()).toMatchObject({ expired_requests: 10, ...idle });
  expect(await maintain()).toMatchObject({ expired_requests: 5, ...idle });
  await maintainAll(api);
  await rollUpAll(sql);
  await maintainAll(api);
  expect(await sql`select from callback_private.stale_days`).toEqual([]);
});

test('is for the service alone', async () => {
  const user = await person(database);
  const error = await asUser(sql, user.id, (as) => as`select run_callback_maintenance()`).catch((e) => e);
  expect(error.code).toBe('42501');
  await asService(sql, (as) => as`select run_callback_maintenance()`);
});

test('the owner, who is no superuser on Supabase, may run it, as pg_cron does; a person may not', async () => {
  const supabase = await testDatabase({ kind: 'supabase' });
  expect(await maintain(supabase.sql)).toMatchObject({ forgotten_rows: 0 });
  expect(await supabase.sql`select from callback_private.maintenance_runs`).toHaveLength(1);
  const error = await asUser(supabase.sql, randomUUID(), (as) => as`select run_callback_maintenance()`).catch(
    (e) => e,
  );
  expect(error.message).toMatch(/permission denied/);
});
