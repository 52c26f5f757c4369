/** Lists by cursor: newest first, complete and without repeats whatever is written meanwhile. */
import { randomBytes } from 'node:crypto';
import {
  create,
  expectRefusal,
  get,
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
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Query = { as?: string | null; status?: string | null; limit?: number | null; cursor?: string | null };

describe.each(VERSIONS)('list_callback_requests on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await sql`update callback_private.settings set requests_per_seller_per_day = 10000, requests_per_user_per_day = 100, requests_per_phone_per_day = 10000`;
    seller = await person(database);
    bike = await listing(database, seller);
  });

  const list = async (user: string | null, query: Query = {}) => {
    const { as = 'seller', status = null, limit = 20, cursor = null } = query;
    const [row] = await api<{ page: Page<RequestJson> }[]>`
      select list_callback_requests(p_as := ${as}, p_status := ${status}, p_limit := ${limit}, p_cursor := ${cursor}, p_user_id := ${user}) as page`;
    return row?.page as Page<RequestJson>;
  };
  const ids = (page: Page<RequestJson>) => page.items.map(({ id }) => id);

  /** All pages, with something done between them. */
  async function walk(user: string, query: Query, between: () => Promise<unknown> = async () => {}) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<RequestJson> = await list(user, { ...query, cursor });
      expect(page.items.length).toBeLessThanOrEqual(query.limit ?? 20);
      seen.push(...ids(page));
      cursor = page.next_cursor;
      await between();
    } while (cursor);
    return seen;
  }

  /** As many requests to one seller, newest first, each a minute older than the one before. */
  async function inbox(count: number, minutesApart = 1) {
    const to = await person(database);
    const item = await listing(database, to);
    const made: string[] = [];
    for (let i = 0; i < count; i++) made.push(await create(api, await person(database), item));
    await sql`
      update callback_requests r set requested_at = t.base - place * ${minutesApart} * interval '1 minute'
      from unnest(${made}::uuid[]) with ordinality m (id, place), (select now() as base) t where r.id = m.id`;
    return { to, item, made };
  }

  test('both sides list their own, in the shape of a single request without its history', async () => {
    const [buyer, stranger] = [await person(database), await person(database)];
    const id = await create(api, buyer, bike);
    for (const [user, as] of [
      [buyer, 'buyer'],
      [seller, 'seller'],
    ] as const) {
      const { history: _, attempts: __, ...request } = await get(api, id, user.id);
      expect((await list(user.id, { as })).items).toContainEqual(request);
    }
    const nothing = { items: [], next_cursor: null };
    expect(await list(buyer.id, { as: 'seller' })).toEqual(nothing);
    expect(await list(seller.id, { as: 'buyer' })).toEqual(nothing);
    expect(await list(stranger.id, { as: 'buyer' })).toEqual(nothing);
  });

  test('pages are complete, ordered and end exactly', async () => {
    const { to, made } = await inbox(12);
    for (const limit of [1, 5, 6, 11, 12, 100]) expect(await walk(to.id, { limit })).toEqual(made);
    expect((await list(to.id, { limit: 12 })).next_cursor).toBeNull();
    expect((await list(to.id, { limit: 11 })).next_cursor).toMatch(/^[\w-]{32}$/);
    expect(ids(await list(to.id, { limit: null }))).toEqual(made);
  });

  test('requests of one moment are neither repeated nor lost', async () => {
    const { to, made } = await inbox(9, 0);
    expect(await walk(to.id, { limit: 2 })).toEqual([...made].sort().reverse());
  });

  test('what arrives, changes or goes between two pages moves nothing else', async () => {
    const { to, item, made } = await inbox(10);
    const steps = [
      async () => create(api, await person(database), item),
      async () => update(api, made[8] as string, 'acknowledged', to.id),
      async () => sql`delete from callback_requests where id = ${made[0] as string}`,
    ];
    const seen = await walk(to.id, { limit: 3 }, async () => steps.shift()?.());
    expect(seen).toEqual(made);
  });

  test('writers at work lose no row that was there at the start', async () => {
    const { to, item, made } = await inbox(20);
    const buyers = await Promise.all(Array.from({ length: 20 }, () => person(database)));
    const writing = Promise.all(buyers.map((buyer) => create(api, buyer, item)));
    const seen = await walk(to.id, { limit: 3 });
    const added = await writing;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => !added.includes(id))).toEqual(made);
  });

  describe('by status', () => {
    async function oneOfEach() {
      const { to, made } = await inbox(7);
      const [pending, acknowledged, completed, cancelled, expired, overdue, overdueAcknowledged] = made as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      await update(api, acknowledged, 'acknowledged', to.id);
      await update(api, overdueAcknowledged, 'acknowledged', to.id);
      await update(api, completed, 'completed', to.id);
      await update(api, cancelled, 'cancelled', to.id);
      await timeRunsOut(sql, [expired]);
      await api`select expire_callback_requests()`;
      await timeRunsOut(sql, [overdue, overdueAcknowledged]);
      return {
        to,
        made,
        expected: {
          pending: [pending],
          acknowledged: [acknowledged],
          completed: [completed],
          cancelled: [cancelled],
          expired: [expired, overdue, overdueAcknowledged],
        },
      };
    }
    test('an overdue request is expired before and after the job', async () => {
      const { to, expected } = await oneOfEach();
      for (let round = 0; round < 2; round++) {
        for (const [status, made] of Object.entries(expected)) {
          const page = await list(to.id, { status });
          expect(ids(page)).toEqual(made);
          expect(new Set(page.items.map((item) => item.status))).toEqual(new Set([status]));
        }
        await api`select expire_callback_requests()`;
      }
    });

    test('pages of one status are complete too', async () => {
      const { to, expected } = await oneOfEach();
      expect(await walk(to.id, { status: 'expired', limit: 1 })).toEqual(expected.expired);
      expect(await walk(to.id, { status: 'expired', limit: 2 })).toEqual(expected.expired);
    });

    test('the buyer filters by the same rule', async () => {
      const { made, expected } = await oneOfEach();
      const owned = await sql<{ id: string; requester_id: string }[]>`
        select id, requester_id from callback_requests where id = any(${made})`;
      for (const [status, all] of Object.entries(expected))
        for (const { id, requester_id } of owned) {
          const page = await list(requester_id, { as: 'buyer', status });
          expect(ids(page)).toEqual(all.includes(id) ? [id] : []);
        }
    });
  });

  describe('is refused', () => {
    test.each<[string, Query, string]>([
      ['no side', { as: null }, 'as'],
      ['another side', { as: 'admin' }, 'as'],
      ['an unknown status', { status: 'done' }, 'status'],
      ['a page of nothing', { limit: 0 }, 'limit'],
      ['a page of less', { limit: -1 }, 'limit'],
      ['a page too large', { limit: 101 }, 'limit'],
      ['a cursor that is no cursor', { cursor: 'next' }, 'cursor'],
      ['an empty cursor', { cursor: '' }, 'cursor'],
      ['a cursor with a newline', { cursor: `${'A'.repeat(32)}\n` }, 'cursor'],
      ['a cursor of another alphabet', { cursor: '+/'.repeat(16) }, 'cursor'],
      ['a cursor beyond time', { cursor: `f${'_'.repeat(31)}` }, 'cursor'],
      ['a cursor before time', { cursor: `g${'A'.repeat(31)}` }, 'cursor'],
    ])('%s', async (_, query, field) => {
      const { status, detail } = await expectRefusal(list(seller.id, query), 'invalid_input');
      expect({ status, detail }).toEqual({ status: 422, detail: { field } });
    });

    test('nobody', () => expectRefusal(list(null), 'unauthenticated'));
  });

  test("a cursor of someone else's list shows nothing but one's own", async () => {
    const [mine, theirs] = [await inbox(2), await inbox(2)];
    const { next_cursor } = await list(theirs.to.id, { limit: 1 });
    const page = await list(mine.to.id, { cursor: next_cursor });
    expect(mine.made).toEqual(expect.arrayContaining(ids(page)));
  });

  test('any cursor of the right form leads to a page or is refused', async () => {
    const { to, made } = await inbox(2);
    for (let i = 0; i < 100; i++) {
      const cursor = randomBytes(24).toString('base64url');
      const answer = await list(to.id, { cursor }).catch((error: { code: string }) => error.code);
      if (answer !== 'PT422') expect(made).toEqual(expect.arrayContaining(ids(answer as Page<RequestJson>)));
    }
  });
});
