/** The number on the badge. */

import {
  asUser,
  create,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let seller: Person;
let bike: Listing;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  seller = await person(database);
  bike = await listing(database, seller);
});

const unread = async (user: string | null) => {
  const [row] = await api<
    { count: number }[]
  >`select get_unread_callback_notification_count(${user}) as count`;
  return row?.count;
};

test('counts what came and is not read', async () => {
  expect(await unread(seller.id)).toBe(0);
  const buyer = await person(database);
  const id = await create(api, buyer, bike);
  await create(api, await person(database), bike);
  expect(await unread(seller.id)).toBe(2);
  expect(await unread(buyer.id)).toBe(0);
  await update(api, id, 'acknowledged', seller.id);
  expect([await unread(seller.id), await unread(buyer.id)]).toEqual([2, 1]);
  const [first] = await sql<
    { id: string }[]
  >`select id from callback_request_notifications where recipient_id = ${seller.id}`;
  await api`select mark_callback_notification_read(${first?.id ?? null}, ${seller.id})`;
  expect([await unread(seller.id), await unread(buyer.id)]).toEqual([1, 1]);
});

test('of a deleted listing also counts that its request was closed, of a deleted request nothing', async () => {
  const id = await create(api, await person(database), bike);
  await sql`delete from listings where id = ${bike.id}`;
  expect(await unread(seller.id)).toBe(2);
  await sql`delete from callback_requests where id = ${id}`;
  expect(await unread(seller.id)).toBe(0);
});

test("is one's own", async () => {
  await create(api, await person(database), bike);
  await expectRefusal(unread(null), 'unauthenticated');
  const stranger = await person(database);
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select get_unread_callback_notification_count(${seller.id})`),
    'forbidden',
  );
  const [row] = await asUser(
    sql,
    seller.id,
    (as) => as`select get_unread_callback_notification_count() as count`,
  );
  expect(row?.count).toBe(1);
});
