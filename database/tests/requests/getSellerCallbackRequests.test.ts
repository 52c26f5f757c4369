/** The seller's list by offset, an array as the requirement has it, and the requirement's own queries over the table. */

import {
  asService,
  asUser,
  create,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type RequestJson,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const REQUESTS = 7;
let database: TestDatabase;
let sql: Sql;
let api: Sql;
let seller: Person;
let bike: Listing;
let newestFirst: string[];
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  seller = await person(database);
  bike = await listing(database, seller);
  newestFirst = [];
  for (let i = 0; i < REQUESTS; i++)
    newestFirst.unshift(
      await create(api, await person(database), bike, { priority: i < 2 ? 'urgent' : 'normal' }),
    );
  await update(api, newestFirst[0] as string, 'acknowledged', seller.id);
  await update(api, newestFirst[1] as string, 'completed', seller.id);
  await update(api, newestFirst[2] as string, 'cancelled', seller.id);
});

const list = async (status: string | null, limit: number | null, offset: number | null, user = seller.id) => {
  const [row] = await api<{ requests: RequestJson[] }[]>`
    select get_seller_callback_requests(p_seller_id := ${user}, p_status := ${status}, p_limit := ${limit}, p_offset := ${offset}) as requests`;
  return row?.requests ?? [];
};
const ids = (requests: RequestJson[]) => requests.map(({ id }) => id);

test('the call in the requirement runs as it is written', async () => {
  const [row] = await asUser(sql, seller.id, (as) =>
    as.unsafe(`SELECT get_seller_callback_requests(
        p_seller_id := '${seller.id}',
        p_status := 'pending',
        p_limit := 20,
        p_offset := 0
    );`),
  );
  const requests = row?.get_seller_callback_requests as RequestJson[];
  expect(ids(requests)).toEqual(newestFirst.slice(3));
  const { history: _, attempts: __, ...request } = await get(api, requests[0]?.id ?? '', seller.id);
  expect(requests[0]).toEqual(request);
  expect(requests[0]).toMatchObject({
    requester: { phone: expect.stringMatching(/^\+/) },
    listing: { title: bike.title },
  });
});

test('a signed-in seller may leave everything out', async () => {
  const [row] = await asUser(sql, seller.id, (as) => as`select get_seller_callback_requests() as requests`);
  expect(ids(row?.requests as RequestJson[])).toEqual(newestFirst);
});

test('pages by offset cover the list', async () => {
  const pages = [
    await list(null, 3, 0),
    await list(null, 3, 3),
    await list(null, 3, 6),
    await list(null, 3, 9),
  ];
  expect(pages.map(ids)).toEqual([
    newestFirst.slice(0, 3),
    newestFirst.slice(3, 6),
    newestFirst.slice(6),
    [],
  ]);
  expect(ids(await list(null, null, null))).toEqual(newestFirst);
  expect(ids(await list('pending', 2, 2))).toEqual(newestFirst.slice(5));
});

test('expired pages mix what the job has seen and what it has not', async () => {
  const to = await person(database);
  const item = await listing(database, to);
  const made: string[] = [];
  for (let i = 0; i < 5; i++) made.unshift(await create(api, await person(database), item));
  await timeRunsOut(sql, [made[1], made[3]] as string[]);
  await api`select expire_callback_requests()`;
  await timeRunsOut(sql, [made[0], made[2], made[4]] as string[]);
  expect(ids(await list('expired', 2, 0, to.id))).toEqual(made.slice(0, 2));
  expect(ids(await list('expired', 2, 1, to.id))).toEqual(made.slice(1, 3));
  expect(ids(await list('expired', 2, 4, to.id))).toEqual(made.slice(4));
});

test.each<[string, string | null, number, number, string]>([
  ['an unknown status', 'open', 20, 0, 'status'],
  ['an empty status', '', 20, 0, 'status'],
  ['a page of nothing', null, 0, 0, 'limit'],
  ['a page too large', null, 101, 0, 'limit'],
  ['an offset below zero', null, 20, -1, 'offset'],
  ['an offset too deep', null, 20, 10_001, 'offset'],
])('%s is refused', async (_, status, limit, offset, field) => {
  const { detail } = await expectRefusal(list(status, limit, offset), 'invalid_input');
  expect(detail).toEqual({ field });
});

test('the bounds themselves are allowed', async () => {
  expect(await list(null, 100, 10_000)).toEqual([]);
  expect(await list(null, 1, 0)).toHaveLength(1);
});

test("nobody reads another seller's list", async () => {
  const stranger = await person(database);
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select get_seller_callback_requests(${seller.id})`),
    'forbidden',
  );
  expect(await list(null, 20, 0, stranger.id)).toEqual([]);
});

test("the requirement's queries over the table run as they are written", async () => {
  const [volume, rates, priorities] = await asService(sql, async (as) => [
    await as.unsafe(`
      -- Daily request volume
      SELECT DATE(requested_at) as date, COUNT(*) as requests
      FROM callback_requests
      WHERE requested_at >= NOW() - INTERVAL '30 days'
      GROUP BY DATE(requested_at)
      ORDER BY date DESC;`),
    await as.unsafe(`
      -- Seller response rates
      SELECT 
        seller_id,
        COUNT(*) as total_requests,
        COUNT(*) FILTER (WHERE status IN ('acknowledged', 'completed')) as responded,
        ROUND(
          COUNT(*) FILTER (WHERE status IN ('acknowledged', 'completed'))::DECIMAL / COUNT(*) * 100, 
          1
        ) as response_rate
      FROM callback_requests
      GROUP BY seller_id
      HAVING COUNT(*) >= 5
      ORDER BY response_rate DESC;`),
    await as.unsafe(`
      -- Priority distribution
      SELECT 
        priority,
        COUNT(*) as count,
        ROUND(COUNT(*)::DECIMAL / SUM(COUNT(*)) OVER () * 100, 1) as percentage
      FROM callback_requests
      WHERE requested_at >= NOW() - INTERVAL '7 days'
      GROUP BY priority
      ORDER BY count DESC;`),
  ]);
  const [{ all }] = (await sql`select count(*) as all from callback_requests`) as unknown as [
    { all: number },
  ];
  expect(volume?.reduce((sum, row) => sum + row.requests, 0)).toBe(all);
  expect(rates).toContainEqual({
    seller_id: seller.id,
    total_requests: 7,
    responded: 2,
    response_rate: '28.6',
  });
  expect(priorities?.map((row) => [row.priority, row.count])).toEqual([
    ['normal', all - 2],
    ['urgent', 2],
  ]);
});
