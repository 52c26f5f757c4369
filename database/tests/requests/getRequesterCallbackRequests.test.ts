/** The buyer's own list by offset. */

import {
  asUser,
  create,
  expectRefusal,
  get,
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

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let newestFirst: string[];
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  buyer = await person(database);
  newestFirst = [];
  for (let i = 0; i < 5; i++)
    newestFirst.unshift(await create(api, buyer, await listing(database, await person(database))));
  await update(api, newestFirst[2] as string, 'cancelled', buyer.id);
  await timeRunsOut(sql, [newestFirst[4] as string]);
});

const list = async (status: string | null, limit: number | null, offset: number | null, user = buyer.id) => {
  const [row] = await api<{ requests: RequestJson[] }[]>`
    select get_requester_callback_requests(p_requester_id := ${user}, p_status := ${status}, p_limit := ${limit}, p_offset := ${offset}) as requests`;
  return row?.requests ?? [];
};
const ids = (requests: RequestJson[]) => requests.map(({ id }) => id);

test('newest first, in the shape of a single request without its history', async () => {
  const requests = await list(null, 20, 0);
  expect(ids(requests)).toEqual(newestFirst);
  const { history: _, attempts: __, ...request } = await get(api, requests[0]?.id ?? '', buyer.id);
  expect(requests[0]).toEqual(request);
  expect(requests.every((request) => request.requester_phone === buyer.phone)).toBe(true);
});

test('a signed-in buyer may leave everything out', async () => {
  const [row] = await asUser(sql, buyer.id, (as) => as`select get_requester_callback_requests() as requests`);
  expect(ids(row?.requests as RequestJson[])).toEqual(newestFirst);
});

test('pages and statuses', async () => {
  expect(ids(await list(null, 2, 2))).toEqual(newestFirst.slice(2, 4));
  expect(ids(await list(null, 2, 5))).toEqual([]);
  expect(ids(await list('cancelled', 20, 0))).toEqual([newestFirst[2]]);
  expect(ids(await list('expired', 20, 0))).toEqual([newestFirst[4]]);
  expect(ids(await list('pending', 2, 1))).toEqual([newestFirst[1], newestFirst[3]]);
  expect(ids(await list('completed', null, null))).toEqual([]);
});

test.each<[string, string | null, number, number, string]>([
  ['an unknown status', 'open', 20, 0, 'status'],
  ['a page too large', null, 101, 0, 'limit'],
  ['an offset too deep', null, 20, 10_001, 'offset'],
])('%s is refused', async (_, status, limit, offset, field) => {
  expect((await expectRefusal(list(status, limit, offset), 'invalid_input')).detail).toEqual({ field });
});

test("nobody reads another buyer's list", async () => {
  const stranger = await person(database);
  await expectRefusal(
    asUser(sql, stranger.id, (as) => as`select get_requester_callback_requests(${buyer.id})`),
    'forbidden',
  );
  expect(await list(null, 20, 0, stranger.id)).toEqual([]);
});
