/** An operator reads a request of which a side, or both, were erased. */
import {
  asOperator,
  create,
  listing,
  logAttempt,
  makeItNoon,
  operatorsOf,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';

interface Seen {
  buyer: { id: string | null; name: string | null };
  seller: { id: string | null };
  phone_masked: string | null;
  buyer_sees: object | null;
  seller_sees: object | null;
  notifications: { as: string }[];
}

let database: TestDatabase;
let support: string;
beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  support = (await operatorsOf(database.sql)).support;
});

const read = (id: string) =>
  asOperator<Seen>(database.api, support, 'inspect_callback_request', { p_request_id: id });

test('of the side that is gone there is nothing, of the other all', async () => {
  const [buyer, seller] = await Promise.all([person(database), person(database)]);
  const id = await create(database.api, buyer, await listing(database, seller));
  await logAttempt(database.api, id, 'no_answer', seller.id);
  const before = await read(id);
  expect([before.buyer.id, typeof before.buyer_sees]).toEqual([buyer.id, 'object']);
  await database.api`select erase_callback_data('erase', ${buyer.id})`;
  const after = await read(id);
  expect(after).toMatchObject({
    buyer: { id: null, name: null },
    seller: { id: seller.id },
    phone_masked: null,
  });
  expect([after.buyer_sees, typeof after.seller_sees]).toEqual([null, 'object']);
  const sides = ({ notifications }: Seen) =>
    notifications.map(({ as }) => as).slice(0, before.notifications.length);
  expect(sides(after)).toEqual(sides(before));
  await database.api`select erase_callback_data('erase', ${seller.id})`;
  expect(await read(id)).toMatchObject({ seller: { id: null }, buyer_sees: null, seller_sees: null });
});

test('it stays in the list of all, and is found by no country', async () => {
  const [buyer, seller] = await Promise.all([person(database), person(database)]);
  const id = await create(database.api, buyer, await listing(database, seller));
  await database.api`select erase_callback_data('erase', ${buyer.id})`;
  const search = async (args: object) => {
    const page = await asOperator<{ items: { id: string }[] }>(
      database.api,
      support,
      'search_callback_requests',
      { p_search: null, ...args },
    );
    return page.items.map((item) => item.id);
  };
  expect(await search({})).toContain(id);
  expect(await search({ p_country: 'US' })).not.toContain(id);
});
