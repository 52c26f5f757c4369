/** Lists of one listing's requests: for both sides, in every combination, and never more than what is the caller's. */

import {
  create,
  type Listing,
  listing,
  makeItNoon,
  type Page,
  type Person,
  person,
  type RequestJson,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
let seller: Person;
let buyer: Person;
let bike: Listing;
let lamp: Listing;
/** About the bike, oldest first; the last is of another buyer. */
let requests: [string, string, string];
beforeAll(async () => {
  database = await testDatabase();
  const { api, sql } = database;
  await makeItNoon(sql);
  [seller, buyer] = [await person(database), await person(database)];
  [bike, lamp] = [await listing(database, seller), await listing(database, seller, { title: 'Lamp' })];
  const others = [await person(database), await person(database)] as const;
  requests = [
    await create(api, others[0], bike, { message: 'Samstag' }),
    await create(api, buyer, bike, { message: 'Samstag' }),
    await create(api, others[1], bike),
  ];
  await create(api, buyer, lamp, { message: 'Samstag' });
  await update(api, requests[0], 'acknowledged', seller.id);
  await timeRunsOut(sql, [requests[2]]);
});

type Query = { status?: string; search?: string; order?: string };
async function walk(as: string, by: Person, listingId: string | null, limit: number, query: Query = {}) {
  const { status = null, search = null, order = 'newest' } = query;
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const [row]: { page: Page<RequestJson> }[] = await database.api<{ page: Page<RequestJson> }[]>`
      select list_callback_requests(
        ${as}, ${status}, ${limit}, ${cursor}, ${by.id}, ${search}, ${order}, ${listingId}) as page`;
    seen.push(...(row?.page.items ?? []).map(({ id }) => id));
    cursor = row?.page.next_cursor ?? null;
  } while (cursor);
  return seen;
}

test.each([1, 2, 20])('the seller reads a listing’s, %i a page', async (limit) => {
  const [first, second, third] = requests;
  const about = (query?: Query) => walk('seller', seller, bike.id, limit, query);
  expect(await about()).toEqual([third, second, first]);
  expect(await about({ status: 'pending' })).toEqual([second]);
  expect(await about({ status: 'acknowledged' })).toEqual([first]);
  expect(await about({ status: 'expired' })).toEqual([third]);
  expect(await about({ status: 'completed' })).toEqual([]);
  expect(await about({ search: 'samstag' })).toEqual([second, first]);
  expect(await about({ order: 'needs_action' })).toEqual([first, second, third]);
  expect(await walk('seller', seller, null, limit)).toHaveLength(4);
});

test('the buyer reads theirs alone', async () => {
  expect(await walk('buyer', buyer, bike.id, 1)).toEqual([requests[1]]);
  expect(await walk('buyer', buyer, bike.id, 20, { search: 'samstag', status: 'pending' })).toEqual([
    requests[1],
  ]);
  expect(await walk('buyer', buyer, null, 20)).toHaveLength(2);
});

test('nobody reads what is not theirs', async () => {
  const stranger = await person(database);
  for (const order of ['newest', 'needs_action'])
    expect(await walk('seller', stranger, bike.id, 20, { order })).toEqual([]);
  expect(await walk('seller', buyer, bike.id, 20)).toEqual([]);
  expect(await walk('buyer', seller, bike.id, 20)).toEqual([]);
  expect(await walk('seller', seller, (await listing(database, stranger)).id, 20)).toEqual([]);
});

test('requests stay with the seller who received them when the listing changes hands', async () => {
  const heir = await person(database);
  await database.sql`update public.listings set user_id = ${heir.id} where id = ${bike.id}`;
  expect(await walk('seller', heir, bike.id, 20)).toEqual([]);
  expect(await walk('seller', seller, bike.id, 20)).toHaveLength(3);
});
