/** All maintenance in one call. */
import { randomUUID } from 'node:crypto';
import {
  asService,
  asUser,
  create,
  expectInvariants,
  listing,
  makeItNoon,
  person,
  requestValues,
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
  given_up_deliveries: number;
  expired_requests: number;
  counted_events: number;
  forgotten_idempotency_keys: number;
  has_more: boolean;
};
const maintain = async (on: Sql = api) => {
  const [row] = await on<{ report: Report }[]>`select run_callback_maintenance() as report`;
  return (row?.report ?? null) as Report | null;
};

/** Counts until all `events` are in: a transaction open anywhere in the cluster, another test's too, holds some back. */
async function countAll(events: number): Promise<void> {
  for (let counted = 0; counted < events; ) counted += (await maintain())?.counted_events ?? 0;
}

test('expires, counts and forgets, and says how much', async () => {
  const [buyer, seller] = [await person(database), await person(database)];
  const { requester_id: _, ...content } = requestValues(buyer, await listing(database, seller));
  const [old, young] = [randomUUID(), randomUUID()];
  const [row] =
    await api`select callback_private.create_callback_request_once(${buyer.id}, ${api.json(content)}, ${old}) #>> '{request,id}' as id`;
  await api`select callback_private.update_callback_request_once(${seller.id}, ${row?.id}, 'acknowledged', null, ${young})`;
  await sql`update callback_private.idempotency_keys set created_at = created_at - interval '25 hours' where key = ${old}`;
  await timeRunsOut(sql, [row?.id as string]);

  const first = await maintain();
  expect(first).toMatchObject({ expired_requests: 1, forgotten_idempotency_keys: 1 });
  await countAll(3 - (first?.counted_events ?? 0));
  expect(await maintain()).toEqual({
    ...{ reminded_sellers: 0, given_up_deliveries: 0 },
    expired_requests: 0,
    counted_events: 0,
    forgotten_idempotency_keys: 0,
    has_more: false,
  });
  const keys = await sql<{ key: string }[]>`select key from callback_private.idempotency_keys`;
  expect(keys.map(({ key }) => key)).toEqual([young]);
  await expectInvariants(sql);
});

test('a large backlog is worked off in parts, each of which stays done', async () => {
  const buyer = await person(database);
  await sql`insert into callback_private.idempotency_keys (user_id, key, content_hash, created_at)
    select ${buyer.id}, n, '', now() - interval '2 days' from generate_series(1, 50007) n`;
  expect(await maintain()).toMatchObject({ forgotten_idempotency_keys: 50_000, has_more: true });
  expect(await maintain()).toMatchObject({ forgotten_idempotency_keys: 7, has_more: false });
});

test('four at once do the work once', async () => {
  const bike = await listing(database, await person(database));
  const made: string[] = [];
  for (let i = 0; i < 40; i++) made.push(await create(api, await person(database), bike));
  await maintain();
  await timeRunsOut(sql, made);
  const reports = await Promise.all(Array.from({ length: 4 }, () => maintain()));
  expect(reports.reduce((sum, report) => sum + (report?.expired_requests ?? 0), 0)).toBe(40);
  await maintain();
  await expectInvariants(sql);
});

test('is for the service alone', async () => {
  const user = await person(database);
  const error = await asUser(sql, user.id, (as) => as`select run_callback_maintenance()`).catch((e) => e);
  expect(error.code).toBe('42501');
  await asService(sql, (as) => as`select run_callback_maintenance()`);
});
