/** The inbox: exact shape, pages without gaps or repeats, unread ones alone, and nobody else's. */

import {
  asUser,
  create,
  expectRefusal,
  listing,
  makeItNoon,
  type Page,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Notification = {
  id: string;
  callback_request_id: string;
  notification_type: string;
  as: string;
  other_name: string | null;
  listing_title: string | null;
  confirmation: string | null;
  title: string;
  message: string;
  status: string;
  created_at: string;
  read_at: string | null;
};

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});

const list = async (
  user: string | null,
  {
    limit = 20,
    cursor = null,
    unread = false,
  }: { limit?: number | null; cursor?: string | null; unread?: boolean | null } = {},
) => {
  const [row] = await api<{ page: Page<Notification> }[]>`
    select list_callback_notifications(p_limit := ${limit}, p_cursor := ${cursor}, p_unread_only := ${unread}, p_user_id := ${user}) as page`;
  return row?.page as Page<Notification>;
};
const walk = async (user: string, limit: number, between: () => Promise<unknown> = async () => {}) => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Notification> = await list(user, { limit, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
    await between();
  } while (cursor);
  return seen;
};

/** A seller with that many unread notifications, newest first. */
async function inbox(count: number) {
  const seller = await person(database);
  const bike = await listing(database, seller);
  const requests: string[] = [];
  for (let i = 0; i < count; i++) requests.unshift(await create(api, await person(database), bike));
  const ids = (await list(seller.id, { limit: 100 })).items.map(({ id }) => id);
  return { seller, bike, requests, ids };
}

test('the whole shape', async () => {
  const { seller, requests } = await inbox(1);
  expect(await list(seller.id)).toEqual({
    items: [
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        callback_request_id: requests[0],
        notification_type: 'new_request',
        as: 'seller',
        other_name: 'Ada Okafor',
        listing_title: 'Road bike, 56 cm',
        cancelled_by: null,
        confirmation: null,
        title: 'New callback request',
        data: {},
        message: 'Ada Okafor would like you to call about “Road bike, 56 cm”.',
        status: 'sent',
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        read_at: null,
      },
    ],
    next_cursor: null,
  });
});

test('the buyer reads of the seller', async () => {
  const [seller, buyer] = await Promise.all([person(database), person(database)]);
  const id = await create(api, buyer, await listing(database, seller));
  await update(api, id, 'acknowledged', seller.id);
  expect((await list(buyer.id)).items).toMatchObject([
    {
      as: 'buyer',
      other_name: `${seller.first_name} ${seller.last_name}`,
      listing_title: 'Road bike, 56 cm',
    },
  ]);
});

test('newest first, each side its own', async () => {
  const { seller, requests, bike } = await inbox(2);
  const buyer: Person = await person(database);
  const id = await create(api, buyer, bike);
  await update(api, id, 'acknowledged', seller.id);
  await update(api, id, 'completed', seller.id);
  expect((await list(buyer.id)).items.map((item) => item.notification_type)).toEqual([
    'request_completed',
    'request_acknowledged',
  ]);
  expect((await list(seller.id)).items.map((item) => item.callback_request_id)).toEqual([id, ...requests]);
  expect((await list((await person(database)).id)).items).toEqual([]);
});

test('pages are complete and end exactly, also where moments are equal', async () => {
  const { seller, ids } = await inbox(7);
  for (const limit of [1, 3, 6, 7, 100]) expect(await walk(seller.id, limit)).toEqual(ids);
  await sql`update callback_request_notifications set created_at = now() where recipient_id = ${seller.id}`;
  expect(await walk(seller.id, 2)).toEqual([...ids].sort().reverse());
  expect((await list(seller.id, { limit: null })).items).toHaveLength(7);
});

test('what arrives between two pages moves nothing', async () => {
  const { seller, bike, ids } = await inbox(6);
  expect(await walk(seller.id, 2, async () => create(api, await person(database), bike))).toEqual(ids);
});

test('unread ones alone', async () => {
  const { seller, ids } = await inbox(4);
  await api`select mark_callback_notification_read(${ids[1] as string}, ${seller.id})`;
  const unread = async (of: boolean | null) =>
    (await list(seller.id, { unread: of })).items.map(({ id }) => id);
  expect(await unread(true)).toEqual([ids[0], ids[2], ids[3]]);
  expect(await unread(false)).toEqual(ids);
  expect(await unread(null)).toEqual(ids);
  expect((await list(seller.id)).items[1]?.read_at).not.toBeNull();
  const first = await list(seller.id, { unread: true, limit: 1 });
  expect(
    (await list(seller.id, { unread: true, cursor: first.next_cursor })).items.map(({ id }) => id),
  ).toEqual(ids.slice(2));
});

test.each<[string, { limit?: number; cursor?: string }, string]>([
  ['a page of nothing', { limit: 0 }, 'limit'],
  ['a page too large', { limit: 101 }, 'limit'],
  ['a cursor that is no cursor', { cursor: 'x' }, 'cursor'],
])('%s is refused', async (_, query, field) => {
  const { seller } = await inbox(0);
  expect((await expectRefusal(list(seller.id, query), 'invalid_input')).detail).toEqual({ field });
});

test("nobody reads someone else's", async () => {
  const { seller } = await inbox(1);
  const stranger = await person(database);
  await expectRefusal(list(null), 'unauthenticated');
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select list_callback_notifications(p_user_id := ${seller.id})`),
    'forbidden',
  );
  const [row] = await asUser(sql, seller.id, (as) => as`select list_callback_notifications() as page`);
  expect(row?.page).toEqual(await list(seller.id));
});
