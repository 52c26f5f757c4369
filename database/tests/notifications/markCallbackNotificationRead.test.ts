/** Marking one notification as read. */
import { randomUUID } from 'node:crypto';
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

const notified = async () => {
  await create(api, await person(database), bike);
  const [row] = await sql<{ id: string }[]>`
    select id from callback_request_notifications where recipient_id = ${seller.id} order by created_at desc limit 1`;
  return row?.id as string;
};
const mark = async (id: string | null, user: string | null) => {
  const [row] = await api<
    { done: boolean }[]
  >`select mark_callback_notification_read(${id}, ${user}) as done`;
  return row?.done;
};
const readAt = async (id: string) => {
  const [row] = await sql<
    { read_at: Date | null }[]
  >`select read_at from callback_request_notifications where id = ${id}`;
  return row?.read_at;
};

test('marks it and no other', async () => {
  const [first, second] = [await notified(), await notified()];
  expect(await mark(first, seller.id)).toBe(true);
  expect(await readAt(first)).toBeInstanceOf(Date);
  expect(await readAt(second)).toBeNull();
  expect(await unread(seller.id)).toBe(1);
});

test('a second mark keeps the time of the first', async () => {
  const id = await notified();
  await mark(id, seller.id);
  const first = await readAt(id);
  expect(await mark(id, seller.id)).toBe(true);
  expect(await readAt(id)).toEqual(first);
});

test('what is missing and what is not yours look the same', async () => {
  const [id, stranger] = [await notified(), await person(database)];
  const missing = await expectRefusal(mark(randomUUID(), stranger.id), 'not_found');
  expect(missing.status).toBe(404);
  expect(await expectRefusal(mark(id, stranger.id), 'not_found')).toEqual(missing);
  expect(await expectRefusal(mark(null, stranger.id), 'not_found')).toEqual(missing);
  expect(await readAt(id)).toBeNull();
});

test('a signed-in user marks their own and names nobody else', async () => {
  const [id, stranger] = [await notified(), await person(database)];
  await expectRefusal(mark(id, null), 'unauthenticated');
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select mark_callback_notification_read(${id}, ${seller.id})`),
    'forbidden',
  );
  await asUser(sql, seller.id, (as) => as`select mark_callback_notification_read(${id})`);
  expect(await readAt(id)).toBeInstanceOf(Date);
});
