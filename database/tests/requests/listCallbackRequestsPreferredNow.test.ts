/** The seller's list with the requests on top whose preferred time is now: complete, in order, and as quick however many there are. */

import {
  create,
  edit,
  expectRefusal,
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
  await sql`update callback_private.settings set requests_per_seller_per_day = 10000, requests_per_phone_per_day = 10000`;
});
beforeEach(async () => {
  seller = await person(database);
  bike = await listing(database, seller);
});

const NOW = '09:00-16:00';
const LATER = '20:00-21:00';

interface Query {
  as?: string;
  status?: string | null;
  search?: string | null;
  order?: string | null;
  limit?: number;
  cursor?: string | null;
}

async function list({
  as = 'seller',
  status = null,
  search = null,
  order = 'preferred_now',
  limit = 20,
  cursor = null,
}: Query) {
  const [row] = await api<{ page: Page<RequestJson> }[]>`
    select list_callback_requests(${as}, ${status}, ${limit}, ${cursor}, ${seller.id}, ${search}, ${order}) as page`;
  return row?.page as Page<RequestJson>;
}

async function walk(query: Query, between: (page: number) => Promise<unknown> = async () => {}) {
  const seen: string[] = [];
  let page: Page<RequestJson>;
  let number = 0;
  do {
    page = await list(query);
    seen.push(...page.items.map(({ id }) => id));
    query = { ...query, cursor: page.next_cursor };
    await between(++number);
  } while (page.next_cursor);
  return seen;
}

/** One request for each preferred time, newest last. */
async function inbox(...times: (string | null)[]): Promise<string[]> {
  const made: string[] = [];
  for (const preferred_time of times)
    made.push(await create(api, await person(database), bike, { preferred_time }));
  return made;
}

const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5];
const places = (ids: string[], of: string[]) => ids.map((id) => of.indexOf(id));

test('puts those on top whose preferred time is now, each part newest first; newest first without the order', async () => {
  const made = await inbox(NOW, LATER, null, NOW, 'after lunch', NOW);
  const expected = [f, d, a, e, c, b];
  for (const limit of [1, 2, 3, 4, 20]) expect(places(await walk({ limit }), made)).toEqual(expected);
  for (const order of ['newest', null])
    expect(places(await walk({ order, limit: 2 }), made)).toEqual([f, e, d, c, b, a]);
});

test('only open ones come first', async () => {
  const made = await inbox(NOW, NOW, NOW, null, NOW, LATER);
  await update(api, made[a] as string, 'acknowledged', seller.id);
  await update(api, made[b] as string, 'completed', seller.id);
  await timeRunsOut(sql, [made[c] as string]);
  expect(places(await walk({}), made)).toEqual([e, a, f, d, c, b]);
});

test('a status narrows both parts; a search comes newest first only', async () => {
  const made = await inbox(NOW, LATER, NOW, null);
  await update(api, made[c] as string, 'acknowledged', seller.id);
  expect(places(await walk({ status: 'pending' }), made)).toEqual([a, d, b]);
  expect(places(await walk({ status: 'acknowledged', limit: 1 }), made)).toEqual([c]);
  expect(places(await walk({ search: 'okafor', order: 'newest' }), made)).toEqual([d, c, b, a]);
  await expectRefusal(list({ search: 'okafor' }), 'invalid_input');
});

test('a walk leaves none out and repeats none while requests come and end', async () => {
  const made = await inbox(NOW, LATER, NOW, null, NOW, LATER);
  const seen = await walk({ limit: 1 }, async (page) => {
    if (page === 1) await update(api, made[e] as string, 'completed', seller.id);
    if (page === 2) await inbox(NOW, null);
    if (page === 4) await update(api, made[a] as string, 'cancelled', seller.id);
  });
  expect(places(seen, made)).toEqual([e, c, a, f, d, b]);
});

test('nor while buyers edit what was not shown yet', async () => {
  const made = await inbox(NOW, LATER, null, NOW, LATER, NOW);
  const buyerOf = async (id: string) =>
    (await sql`select requester_id as id from callback_requests where id = ${id}`)[0]?.id;
  const reschedule = async (id = '', preferred_time = '') =>
    edit(api, id, { preferred_time }, await buyerOf(id));
  const seen = await walk({ limit: 1 }, async (page) => {
    if (page === 1) await reschedule(made[a], LATER);
    if (page === 3) await reschedule(made[b], NOW);
  });
  expect(places(seen, made)).toEqual([f, d, e, c, b, a]);
});

test('a cursor of another order, or of none, is refused, and so is the order for a buyer', async () => {
  await inbox(NOW, null);
  const [top, newest] = [await list({ limit: 1 }), await list({ limit: 1, order: 'newest' })];
  await expectRefusal(list({ cursor: newest.next_cursor }), 'invalid_input');
  await expectRefusal(list({ cursor: top.next_cursor, order: 'newest' }), 'invalid_input');
  await expectRefusal(list({ cursor: `${top.next_cursor}1` }), 'invalid_input');
  await expectRefusal(list({ order: 'oldest' }), 'invalid_input');
  await expectRefusal(list({ as: 'buyer' }), 'invalid_input');
  expect(await list({ as: 'buyer', order: 'newest' })).toEqual({ items: [], next_cursor: null });
});

test('looks at the newest 200 for it, and reads no more than those and its page', {
  timeout: 120_000,
}, async () => {
  await sql`
    with buyer as (
      insert into public.profiles (first_name, last_name, phone)
        select 'Ama', n::text, '+12125550100' from generate_series(1, 20000) n returning id
    )
    insert into public.callback_requests (
      requester_id, seller_id, listing_id, requester_phone, requester_name, preferred_time, time_zone, requested_at, requested_on)
      select id, ${seller.id}, ${bike.id}, '+12125550100', 'Ama', ${NOW}, (select time_zone from callback_private.settings),
        now() - row_number() over () * interval '1 second', (now() at time zone (select time_zone from callback_private.settings))::date
      from buyer`;
  await sql`analyze public.callback_requests`;
  const [row] = await sql<{ top: string[]; oldest: string }[]>`
    select callback_private.preferred_at(${seller.id}, now()) as top`;
  expect(row?.top).toHaveLength(200);
  const [plan] = await sql.unsafe(
    `explain (analyze, buffers, format json) select public.list_callback_requests('seller', null, 20, null, '${seller.id}', null, 'preferred_now')`,
  );
  const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = (plan as NonNullable<typeof plan>)[
    'QUERY PLAN'
  ][0].Plan;
  expect(hit + read).toBeLessThan(2_000);
  const { items } = await list({});
  expect(items).toHaveLength(20);
});
