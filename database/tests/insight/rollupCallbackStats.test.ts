/** Folding events into the kept counts; that no answer changes by it is tested with get_callback_request_stats. */

import {
  asService,
  asUser,
  create,
  expectInvariants,
  listing,
  makeItNoon,
  person,
  rollUpAll,
  type TestDatabase,
  testDatabase,
  update,
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

const rollup = async (on: Sql = api) => {
  const [row] = await on<{ events: number }[]>`select rollup_callback_stats() as events`;
  return row?.events;
};

test('counts each event once and keeps both sides', async () => {
  const [buyer, seller] = [await person(database), await person(database)];
  expect(await rollup()).toBe(0);
  const id = await create(api, buyer, await listing(database, seller));
  await update(api, id, 'acknowledged', seller.id);
  expect(await rollUpAll(sql)).toBe(2);
  expect(await rollup()).toBe(0);
  const kept =
    await sql`select is_seller, total, pending, acknowledged from callback_private.stats order by is_seller`;
  const counts = { total: 1, pending: 0, acknowledged: 1 };
  expect([...kept]).toEqual([
    { is_seller: false, ...counts },
    { is_seller: true, ...counts },
  ]);
  await update(api, id, 'completed', seller.id);
  expect(await rollUpAll(sql)).toBe(1);
  await expectInvariants(sql);
});

test('counts so many as it may, whole transactions, and the others the next time', async () => {
  const seller = await person(database);
  const boat = await listing(database, seller);
  await rollUpAll(sql);
  for (let n = 0; n < 5; n++) await create(api, await person(database), boat);
  await sql.begin(async (together) => {
    for (let n = 0; n < 3; n++) await create(together, await person(database), boat);
  });
  await expect.poll(areAllFinal).toBe(true);
  const counted: number[] = [];
  for (let step = 0; step < 3; step++) {
    const [row] = await sql<{ events: number }[]>`select callback_private.rollup_callback_stats(2) as events`;
    counted.push(row?.events ?? 0);
  }
  expect(counted).toEqual([2, 2, 4]);
  await expectInvariants(sql);
});

/** Whether nothing on the server, in any database, began before the last event and is still at work. */
async function areAllFinal(): Promise<boolean> {
  const [row] = await sql<{ final: boolean }[]>`
    select max(xact_id) < pg_snapshot_xmin(pg_current_snapshot()) as final from callback_private.events`;
  return row?.final ?? false;
}

test('waits for a transaction that is still at work instead of skipping its events', async () => {
  const [buyer, seller] = [await person(database), await person(database)];
  const bike = await listing(database, seller);
  const boat = await listing(database, await person(database));
  await sql.begin(async (slow) => {
    await create(slow, buyer, bike);
    await create(api, await person(database), boat);
    expect(await rollup()).toBe(0);
  });
  expect(await rollUpAll(sql)).toBe(2);
  await expectInvariants(sql);
});

test('many at once count each event once', async () => {
  const bike = await listing(database, await person(database));
  for (let i = 0; i < 10; i++) await create(api, await person(database), bike);
  const counted = await Promise.all(Array.from({ length: 8 }, () => rollup()));
  const sum = counted.reduce<number>((total, events) => total + (events ?? 0), 0);
  expect(sum + (await rollUpAll(sql))).toBe(10);
  await expectInvariants(sql);
});

test('is for the service alone', async () => {
  const user = await person(database);
  const error = await asUser(sql, user.id, (as) => as`select rollup_callback_stats()`).catch((e) => e);
  expect(error.code).toBe('42501');
  await asService(sql, (as) => as`select rollup_callback_stats()`);
});
