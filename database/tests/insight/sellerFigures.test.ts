/** Sellers compared: the counts against the rows, Wilson's bounds against values from the literature, the order. */
import {
  asService,
  asUser,
  create,
  expectRefusal,
  listing,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Seller = { id: string; name: string | null } & Record<string, number | null>;
type Answer = { sellers: number; items: Seller[] };

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
});

const figures = async (sort: string | null = null, limit: number | null = null) => {
  const [row] = await api<{ it: Answer }[]>`
    select get_callback_seller_figures(null, null, ${sort}, ${limit}) as it`;
  return row?.it as Answer;
};

/** A seller with so many requests, of which some are answered, and of those some completed. */
async function seller(received: number, answered: number, completed = 0): Promise<string> {
  const { id } = await person(database);
  const item = await listing(database, { id });
  for (let n = 0; n < received; n += 1) {
    const request = await create(api, await person(database), item);
    if (n < answered) await update(api, request, n < completed ? 'completed' : 'acknowledged', id);
    else
      await sql`update callback_requests set requested_at = now() - interval '1 hour', expires_at = now() where id = ${request}`;
  }
  return id;
}

test('compares those with five requests or more; few cases do not win', async () => {
  const small = await seller(5, 5, 2);
  const large = await seller(40, 38, 30);
  await seller(4, 4);
  const { sellers, items } = await figures('-answer_rate');
  expect(sellers).toBe(2);
  expect(items.map(({ id }) => id)).toEqual([large, small]);
  expect(items[1]).toMatchObject({
    ...{ received: 5, answered: 5, completed: 2, contacts: 2, expired: 0 },
    ...{ answer_rate: 100, completion_rate: 40, response_rate: 100, contact_rate: 40 },
    // Wilson's interval for 5 of 5 and 2 of 5, as tables have it
    ...{ answer_rate_low: 56.6, answer_rate_high: 100, contact_rate_low: 11.8, contact_rate_high: 76.9 },
  });
  expect(items[0]).toMatchObject({ received: 40, answered: 38, expired: 2, answer_rate: 95 });
  expect((await figures('requests')).items.map(({ id }) => id)).toEqual([small, large]);
  expect((await figures(null, 1)).items.map(({ id }) => id)).toEqual([large]);
  expect((await figures(null, 1)).sellers).toBe(2);
});

test('a contradicted completion is no contact; a closed request is in no rate; the erased are left out', async () => {
  const id = await seller(5, 5, 5);
  const of = async () => (await figures()).items.find((item) => item.id === id);
  const [first, second] = await sql<{ id: string; requester_id: string }[]>`
    select id, requester_id from callback_requests where seller_id = ${id} order by id limit 2`;
  await api`select confirm_callback_request(${first?.id ?? ''}, 'not_called', null, null, ${first?.requester_id ?? ''})`;
  expect(await of()).toMatchObject({ completed: 5, contacts: 4, contact_rate: 80 });
  await sql`update callback_requests set status = 'cancelled', completed_at = null, cancelled_at = now(), cancelled_by = 'system'
    where id = ${second?.id ?? ''}`;
  expect(await of()).toMatchObject({ received: 5, answered: 4, answer_rate: 100, contact_rate: 75 });
  await sql`update callback_requests set seller_id = null where seller_id = ${id}`;
  expect(await of()).toBeUndefined();
});

test('listings compared: those of five requests, with their title; the order, one category, and who may ask', async () => {
  const owner = await person(database);
  const [busy, quiet] = [await listing(database, owner), await listing(database, owner)];
  const requestsFor = async (item: typeof busy, received: number, answered: number) => {
    for (let n = 0; n < received; n += 1) {
      const request = await create(api, await person(database), item);
      if (n < answered) await update(api, request, 'completed', owner.id);
    }
  };
  await requestsFor(busy, 6, 6);
  await requestsFor(quiet, 5, 0);
  await requestsFor(await listing(database, owner), 4, 4);
  const compared = async (sort: string, by = 'listing', category: string | null = null) => {
    const [row] = await api<{ it: { count: number; items: Seller[] } }[]>`
      select get_callback_listing_figures(${by}, null, null, ${sort}, ${category}, 100) as it`;
    return row?.it ?? { count: 0, items: [] };
  };
  const ids = [busy.id, quiet.id];
  const { items } = await compared('-requests');
  expect(items.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
  expect(items.find(({ id }) => id === busy.id)).toMatchObject({
    ...{ received: 6, answered: 6, contacts: 6, answer_rate: 100, answer_rate_low: 61 },
    name: expect.any(String),
  });
  expect((await compared('requests')).items.filter(({ id }) => ids.includes(id))[0]?.id).toBe(quiet.id);
  const [category] = await sql<
    { category: string }[]
  >`select category from callback_private.listing(${busy.id})`;
  const total = (await compared('-requests', 'category')).items.find(
    ({ id }) => id === (category?.category ?? 'none'),
  );
  expect(total?.received).toBeGreaterThanOrEqual(15);
  expect((await compared('-requests', 'listing', 'No such category')).items).toEqual([]);
  expect((await expectRefusal(compared('name'), 'invalid_input')).detail).toEqual({ field: 'sort' });
  expect((await expectRefusal(compared('-requests', 'colour'), 'invalid_input')).detail).toEqual({
    field: 'by',
  });
  const user = await person(database);
  for (const name of ['get_callback_listing_figures', 'get_callback_times']) {
    await expectRefusal(
      asUser(sql, user.id, (as) => as`select ${as(name)}()`.simple()),
      'forbidden',
    );
    await asService(sql, (as) => as`select ${as(name)}()`);
  }
  const zone = api`select get_callback_times(p_time_zone := 'Europe/Nowhere')`;
  expect((await expectRefusal(zone, 'invalid_input')).detail).toEqual({ field: 'time_zone' });
});

test('a seller’s own figures are those that operators see of them, beside the days before; nobody else’s', async () => {
  const id = await seller(6, 5, 4);
  type Own = { figures: Record<string, unknown>; before: { from: string; figures: Record<string, unknown> } };
  const own = async (user: string, from: string | null = null, to: string | null = null) => {
    const [row] = await asUser(
      sql,
      user,
      (as) => as<{ it: Own }[]>`
      select get_callback_own_figures(${from}, ${to}) as it`,
    );
    return row?.it as Own;
  };
  const of = async () => (await figures(null, 100)).items.find((item) => item.id === id);
  const mine = await own(id);
  for (const [name, value] of Object.entries(mine.figures)) expect((await of())?.[name], name).toEqual(value);
  expect(mine.figures).toMatchObject({ received: 6, answered: 5, answer_rate: 83.3 });
  expect(mine.before.figures).toMatchObject({
    received: 0,
    answer_rate: null,
    median_response_seconds: null,
  });
  const [day] = await sql<{ from: string; to: string }[]>`
    select (callback_private.marketplace_day() + 1)::text as from, (callback_private.marketplace_day() + 2)::text as to`;
  const later = await own(id, day?.from, day?.to);
  expect(later.figures).toMatchObject({ received: 0, completed: 0, completion_rate: null });
  expect(later.before.figures).toEqual(mine.figures);
  const few = await seller(4, 4, 4);
  expect((await own(few)).figures).toMatchObject({ received: 4, completed: 4, answer_rate: null });
  expect((await own((await person(database)).id)).figures).toMatchObject({ received: 0, answer_rate: null });
  expect((await expectRefusal(own(id, '2024-01-01', '2026-01-01'), 'invalid_input')).detail).toEqual({
    field: 'to',
  });
  const another = asUser(sql, few, (as) => as`select get_callback_own_figures(p_user_id := ${id})`);
  await expectRefusal(another, 'forbidden');
});

test('an unknown order or limit is refused, and so is everyone but operators and the service', async () => {
  expect((await expectRefusal(figures('name'), 'invalid_input')).detail).toEqual({ field: 'sort' });
  expect((await expectRefusal(figures(null, 101), 'invalid_input')).detail).toEqual({ field: 'limit' });
  const user = await person(database);
  await expectRefusal(
    asUser(sql, user.id, (as) => as`select get_callback_seller_figures()`),
    'forbidden',
  );
  await asService(sql, (as) => as`select get_callback_seller_figures()`);
});
