/** The seller's list by what needs action: its order, complete walks whatever happens meanwhile, and its cost. */

import {
  create,
  edit,
  expectRefusal,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  type Page,
  type Person,
  person,
  type RequestJson,
  type RequestValues,
  setNote,
  snooze,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

interface Query {
  as?: string;
  status?: string | null;
  search?: string | null;
  order?: string | null;
  limit?: number;
  cursor?: string | null;
  listingId?: string | null;
}

async function list({
  as = 'seller',
  status = null,
  search = null,
  order = 'needs_action',
  limit = 20,
  cursor = null,
  listingId = null,
}: Query) {
  const [row] = await api<{ page: Page<RequestJson> }[]>`
    select list_callback_requests(
      ${as}, ${status}, ${limit}, ${cursor}, ${seller.id}, ${search}, ${order}, ${listingId}) as page`;
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
    if (page.next_cursor) await between(++number);
  } while (page.next_cursor);
  return seen;
}

const NOW = { preferred_time: '09:00-16:00' };
const LATER = { preferred_time: '20:00-21:00' };

/** One request for each, newest last. */
async function inbox(...all: Partial<RequestValues>[]): Promise<string[]> {
  const made: string[] = [];
  for (const values of all) made.push(await create(api, await person(database), bike, values));
  return made;
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** Its plan was for an hour ago. */
const planPassed = (id: string) => sql`
  update callback_private.attempts set attempted_at = attempted_at - interval '2 hours', next_attempt_at = attempted_at - interval '1 hour'
  where callback_request_id = ${id}`;
const snoozePassed = (id: string) => sql`
  update callback_private.seller_notes set snoozed_until = now() - interval '1 hour' where callback_request_id = ${id}`;
const expiresSoon = (id: string) => sql`
  update callback_requests set expires_at = now() + interval '20 hours' where id = ${id}`;

describe('the order', () => {
  test('is by what needs action, the oldest first, then ended ones, newest first', async () => {
    const all = await inbox(...Array(14).fill({}));
    const [plain, expiring, snoozed, declined, due, late, urgent, preferred, completed, planned] = all as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const [after, expired, called, last] = all.slice(10) as [string, string, string, string];
    await expiresSoon(expiring);
    await snooze(api, snoozed, inHours(1), seller.id);
    await update(api, declined, 'cancelled', seller.id);
    await snooze(api, due, inHours(1), seller.id);
    await snoozePassed(due);
    await sql`update callback_requests set preferred_time = ${LATER.preferred_time} where id = ${late}`;
    await sql`update callback_requests set preferred_time = ${NOW.preferred_time} where id in (${preferred}, ${after})`;
    await sql`update callback_requests set priority = 'urgent' where id = ${urgent}`;
    await update(api, completed, 'completed', seller.id);
    await logAttempt(api, planned, 'busy', seller.id, null, inHours(1));
    await planPassed(planned);
    await timeRunsOut(sql, [expired]);
    await logAttempt(api, called, 'busy', seller.id, null, inHours(1));
    const expected = [due, urgent, planned, preferred, after, expiring, plain, late, called, last, snoozed];
    const ended = [expired, completed, declined];
    for (const limit of [1, 2, 3, 20]) expect(await walk({ limit })).toEqual([...expected, ...ended]);
    const newest = [...all].reverse();
    for (const order of ['newest', null]) expect(await walk({ order, limit: 4 })).toEqual(newest);
  });

  test('an urgent request that is snoozed waits, and is due when its snooze ends', async () => {
    const [a, b] = (await inbox({}, { priority: 'urgent' })) as [string, string];
    expect(await walk({})).toEqual([b, a]);
    await snooze(api, b, inHours(1), seller.id);
    expect(await walk({})).toEqual([a, b]);
    await snoozePassed(b);
    expect(await walk({})).toEqual([b, a]);
  });

  test('a plan counts until the next attempt', async () => {
    const [a, b] = (await inbox({}, {})) as [string, string];
    await logAttempt(api, b, 'busy', seller.id, null, inHours(1));
    await planPassed(b);
    expect(await walk({})).toEqual([b, a]);
    await logAttempt(api, b, 'no_answer', seller.id);
    expect(await walk({})).toEqual([a, b]);
  });

  test('goes with a status, a listing and a search', async () => {
    const made = (await inbox(NOW, LATER, NOW, {})) as [string, string, string, string];
    const [a, b, c, d] = made;
    const lamp = await listing(database, seller, { title: 'Lamp' });
    const [e, f] = [
      await create(api, await person(database), lamp, { priority: 'urgent' }),
      await create(api, await person(database), lamp, { message: 'Samstag' }),
    ];
    await update(api, c, 'acknowledged', seller.id);
    await update(api, d, 'cancelled', seller.id);
    for (const limit of [1, 2, 20]) {
      expect(await walk({ status: 'pending', limit })).toEqual([e, a, b, f]);
      expect(await walk({ status: 'acknowledged', limit })).toEqual([c]);
      expect(await walk({ status: 'cancelled', limit })).toEqual([d]);
      expect(await walk({ listingId: lamp.id, limit })).toEqual([e, f]);
      expect(await walk({ listingId: bike.id, limit })).toEqual([a, c, b, d]);
      expect(await walk({ search: 'okafor', limit })).toEqual([e, a, c, b, f, d]);
      expect(await walk({ search: 'samstag ada', listingId: lamp.id, limit })).toEqual([f]);
    }
  });

  test('is for sellers, and each has its own cursors', async () => {
    await inbox(NOW, {});
    const [top, newest] = [await list({ limit: 1 }), await list({ limit: 1, order: 'newest' })];
    await expectRefusal(list({ cursor: newest.next_cursor }), 'invalid_input');
    await expectRefusal(list({ cursor: top.next_cursor, order: 'newest' }), 'invalid_input');
    await expectRefusal(list({ cursor: `${top.next_cursor}1.` }), 'invalid_input');
    await expectRefusal(list({ order: 'oldest' }), 'invalid_input');
    const { detail } = await expectRefusal(list({ as: 'buyer' }), 'invalid_input');
    expect(detail).toEqual({ field: 'order' });
    expect(await list({ as: 'buyer', order: 'newest' })).toEqual({ items: [], next_cursor: null });
  });
});

describe('a walk', () => {
  test('leaves none out and repeats none while requests come', async () => {
    const made = await inbox(NOW, LATER, NOW, {}, { priority: 'urgent' });
    const seen = await walk({ limit: 1 }, async (page) => {
      if (page % 2 === 0) await inbox(NOW, { priority: 'urgent' });
    });
    expect(seen).toEqual([4, 0, 2, 1, 3].map((place) => made[place]));
  });

  type Act = (id: string) => Promise<unknown>;
  const buyerOf = async (id: string) =>
    (await sql`select requester_id as id from callback_requests where id = ${id}`)[0]?.id;
  /** Each is what a side may do at any time; one that is refused by then changes nothing. */
  const ACTS: Record<string, Act> = {
    decline: (id) => update(api, id, 'cancelled', seller.id),
    complete: (id) => update(api, id, 'completed', seller.id),
    acknowledge: (id) => update(api, id, 'acknowledged', seller.id),
    call: (id) => logAttempt(api, id, 'busy', seller.id, null, inHours(2)),
    note: (id) => setNote(api, id, 'Haggles', seller.id),
    snooze: (id) => snooze(api, id, inHours(2), seller.id),
    wake: (id) => snooze(api, id, null, seller.id),
    prefer: async (id) => edit(api, id, NOW, await buyerOf(id)),
    postpone: async (id) => edit(api, id, LATER, await buyerOf(id)),
    hurry: async (id) => edit(api, id, { priority: 'high' }, await buyerOf(id)),
    expire: (id) => timeRunsOut(sql, [id]),
    ask: () => inbox(NOW),
  };
  const drawnRequest = fc.constantFrom<Partial<RequestValues>>({}, NOW, LATER, { priority: 'urgent' });
  const drawnAct = fc.record({ name: fc.constantFrom(...Object.keys(ACTS)), place: fc.nat(11) });

  test('never leaves one out, whatever happens between two pages', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnRequest, { minLength: 3, maxLength: 12 }),
        fc.array(drawnAct, { maxLength: 8 }),
        fc.array(fc.array(drawnAct, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (requests, before, between, limit) => {
          seller = await person(database);
          bike = await listing(database, seller);
          const made = await inbox(...requests);
          const act = async ({ name, place }: { name: string; place: number }) => {
            await (ACTS[name] as Act)(made[place % made.length] as string).catch(() => {});
          };
          for (const one of before) await act(one);
          const seen = await walk({ limit }, async (page) => {
            for (const one of between[page - 1] ?? []) await act(one);
          });
          expect(made.filter((id) => !seen.includes(id))).toEqual([]);
        },
      ),
      { numRuns: byForm(25, 300) },
    );
  });
});

describe('of a seller with twenty thousand requests', () => {
  const made = async (count: number, status: string) => {
    await sql`
      with buyer as (
        insert into public.profiles (first_name, last_name, phone)
          select 'Ama', n::text, '+12125550100' from generate_series(1, ${count}::int) n returning id
      )
      insert into public.callback_requests (
        requester_id, seller_id, listing_id, requester_phone, requester_name, preferred_time, time_zone, status, acknowledged_at, completed_at,
        requested_at, expires_at, requested_on)
        select id, ${seller.id}, ${bike.id}, '+12125550100', 'Ama', ${NOW.preferred_time}, s.time_zone, ${status},
          case when ${status} = 'completed' then now() end, case when ${status} = 'completed' then now() end,
          now() - place * interval '1 second', now() + interval '3 days' - place * interval '1 second', (now() at time zone s.time_zone)::date
        from (select id, row_number() over () as place from buyer) buyer cross join callback_private.settings s`;
    await sql`analyze public.callback_requests`;
  };
  const blocks = async () => {
    const [plan] = await sql.unsafe(
      `explain (analyze, buffers, format json) select public.list_callback_requests('seller', null, 20, null, '${seller.id}', null, 'needs_action')`,
    );
    const { Plan } = (plan as NonNullable<typeof plan>)['QUERY PLAN'][0];
    return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
  };

  test.each(byForm(['completed'], ['pending', 'completed']))(
    'all %s, a page reads a few',
    { timeout: 120_000 },
    async (status) => {
      for (let thousands = 0; thousands < 20; thousands += 5) await made(5_000, status);
      expect(await blocks()).toBeLessThan(5_000);
      expect((await list({})).items).toHaveLength(20);
    },
  );

  test('of 450 open ones all come, the first 200 to expire as judged', { timeout: 120_000 }, async () => {
    await made(450, 'pending');
    const [late] = (await inbox({ priority: 'urgent' })) as [string];
    const seen = await walk({ limit: 100 });
    expect(new Set(seen).size).toBe(451);
    expect(seen).toHaveLength(451);
    expect(seen.at(-1)).toBe(late);
    await expiresSoon(late);
    expect((await walk({ limit: 100 }))[0]).toBe(late);
  });
});
