/** Marking all notifications as read. */

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

const markAll = async (user: string | null) => {
  const [row] = await api<{ count: number }[]>`select mark_all_callback_notifications_read(${user}) as count`;
  return row?.count;
};
const notify = async (count: number) => {
  for (let i = 0; i < count; i++) await create(api, await person(database), bike);
};

test('marks what was unread and says how many', async () => {
  expect(await markAll(seller.id)).toBe(0);
  await notify(3);
  const [one] = await sql<
    { id: string }[]
  >`select id from callback_request_notifications where recipient_id = ${seller.id}`;
  await api`select mark_callback_notification_read(${one?.id ?? null}, ${seller.id})`;
  const readAt = async () =>
    sql`select read_at from callback_request_notifications where id = ${one?.id ?? null}`;
  const before = await readAt();
  expect(await markAll(seller.id)).toBe(2);
  expect(await readAt()).toEqual(before);
  expect(await unread(seller.id)).toBe(0);
  await notify(1);
  expect(await unread(seller.id)).toBe(1);
});

test("leaves everybody else's alone", async () => {
  await notify(2);
  const other = await person(database);
  await create(api, await person(database), await listing(database, other));
  expect(await markAll(seller.id)).toBe(2);
  expect(await unread(other.id)).toBe(1);
});

test('at once from many sides, each notification is counted once', async () => {
  await notify(20);
  const counts = await Promise.all(Array.from({ length: 8 }, () => markAll(seller.id)));
  expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(20);
});

test('a signed-in user marks their own and names nobody else', async () => {
  await notify(1);
  await expectRefusal(markAll(null), 'unauthenticated');
  const stranger = await person(database);
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select mark_all_callback_notifications_read(${seller.id})`),
    'forbidden',
  );
  expect(await unread(seller.id)).toBe(1);
  const [row] = await asUser(
    sql,
    seller.id,
    (as) => as`select mark_all_callback_notifications_read() as count`,
  );
  expect(row?.count).toBe(1);
});
