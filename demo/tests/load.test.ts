/** The demo in a database: found by the migration without help, lived through with the real functions, complete or absent. */
import { migrate } from '@ringback/database';
import {
  expectInvariants,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { countDemo, demoPeople, isDemoLoaded, loadDemo } from '../src/load.ts';
import { createMarketplaceTables } from '../src/marketplace.ts';

const { buyer, seller, operator, listing } = demoPeople();

/** A database with the marketplace's tables, migrated as `npm start` does it. */
async function marketplaceDatabase(version?: number): Promise<TestDatabase> {
  const database = await testDatabase({ empty: true, ...(version && { version }) });
  await createMarketplaceTables(database.sql);
  await migrate(database.url, { bootstrap: true });
  return database;
}

function interruptInWeek2(message: string): void {
  if (message.includes('week 2')) throw new Error('interrupted');
}

describe.each(VERSIONS)('on PostgreSQL %d', (version) => {
  let database: TestDatabase;
  const messages: string[] = [];
  let emptied: boolean;

  beforeAll(async () => {
    database = await marketplaceDatabase(version);
    await expect(loadDemo(database.sql, { onProgress: interruptInWeek2 })).rejects.toThrow('interrupted');
    emptied = (await countDemo(database.sql)).people === 0 && !(await isDemoLoaded(database.sql));
    const atOnce = [1, 2].map(() =>
      loadDemo(database.sql, { onProgress: (message) => messages.push(message) }),
    );
    await Promise.all(atOnce);
  }, 120_000);

  test('what is interrupted leaves nothing behind', () => expect(emptied).toBe(true));

  test('it is loaded once, by two at once and when asked again', async () => {
    expect(messages.filter((message) => /week 1 of/.test(message))).toHaveLength(1);
    const before = await countDemo(database.sql);
    await loadDemo(database.sql, { onProgress: (message) => expect.fail(message) });
    expect(await countDemo(database.sql)).toEqual(before);
  });

  test('all people and listings are seen through the host views', async () => {
    const [summary] = await database.sql`select callback_private.marketplace_summary() as host`;
    const counts = await countDemo(database.sql);
    expect(summary?.host).toMatchObject({ people: counts.people, listings: counts.listings });
    const unreadable = await database.sql`
      select id from callback_private.host_profiles where full_name is null or time_zone is null or locale is null
      union all
      select id from callback_private.host_listings where title is null or price is null or currency is null or image_url is null`;
    expect(unreadable).toEqual([]);
    const named =
      await database.sql`select full_name from callback_private.host_profiles where id = ${seller.id}`;
    expect(named).toEqual([{ full_name: seller.name }]);
  });

  test('every state, reason and priority is there, in numbers that one would expect', async () => {
    const shares = await database.sql<{ status: string; share: number }[]>`
      select status, count(*)::float / sum(count(*)) over () as share from public.callback_requests group by 1`;
    const shareOf = Object.fromEntries(shares.map(({ status, share }) => [status, share]));
    expect(Object.keys(shareOf)).toHaveLength(5);
    expect(shareOf.completed).toBeGreaterThan(0.4);
    for (const status of ['pending', 'acknowledged', 'cancelled', 'expired'])
      expect(shareOf[status], status).toBeGreaterThan(0.005);
    const [kinds] = await database.sql`
      select count(distinct callback_reason)::int as reasons, count(distinct priority)::int as priorities,
        count(distinct cancelled_by)::int as sides, count(distinct requested_on)::int as days, count(*)::int as requests
      from public.callback_requests`;
    expect(kinds).toMatchObject({ reasons: 6, priorities: 4, sides: 2 });
    expect(kinds?.days).toBeGreaterThanOrEqual(40);
    expect(kinds?.requests).toBeGreaterThan(1_500);
  });

  test('nothing breaks a rule: times, limits, notifications, statistics', async () => {
    await expectInvariants(database.sql);
    const [future] = await database.sql`
      select count(*)::int as count from callback_private.events where happened_at > now()`;
    expect(future?.count).toBe(0);
    const overTheLimit = await database.sql`
      select requester_id from public.callback_requests, callback_private.settings s
      group by requester_id, requested_on, s.requests_per_user_per_day having count(*) > s.requests_per_user_per_day`;
    expect(overTheLimit).toEqual([]);
    const disordered = await database.sql`
      select id from (select id, happened_at, lag(happened_at) over (order by id) as before from callback_private.events) e
      where happened_at < before`;
    expect(disordered).toEqual([]);
  });

  test('open requests are open for exactly as long as the settings say', async () => {
    const others = await database.sql`
      select r.id from public.callback_requests r, callback_private.settings s
      where r.expires_at <> r.requested_at + s.expires_after`;
    expect(others).toEqual([]);
  });

  test('some notifications were read, after they came, and some wait', async () => {
    const [read] = await database.sql`
      select count(read_at)::int as read, count(*)::int - count(read_at)::int as unread,
        count(*) filter (where read_at < created_at or read_at > now())::int as impossible
      from public.callback_request_notifications`;
    expect(read).toMatchObject({ impossible: 0 });
    expect(read?.read).toBeGreaterThan(1_000);
    expect(read?.unread).toBeGreaterThan(100);
  });

  test('the shown buyer may ask for the shown listing and has an open request elsewhere', async () => {
    const [asked] = await database.sql`
      select public.can_request_callback(${listing.id}, ${seller.id}, ${buyer.id}) as answer,
        (select count(*)::int from public.callback_requests
          where requester_id = ${buyer.id} and status in ('pending', 'acknowledged')) as open`;
    expect(asked?.answer).toMatchObject({ can_request: true });
    expect(asked?.open).toBeGreaterThan(0);
  });

  test('the shown seller has requests in every state, the operator has none', async () => {
    const states = await database.sql`
      select distinct status from public.callback_requests where seller_id = ${seller.id}`;
    expect(states.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['pending', 'acknowledged', 'completed', 'cancelled']),
    );
    const own = await database.sql`
      select id from public.callback_requests where ${operator.id} in (seller_id, requester_id)`;
    expect(own).toEqual([]);
  });
});

test('a database without the marketplace’s tables has no demo', async () => {
  const { sql } = await testDatabase({ empty: true });
  expect(await isDemoLoaded(sql)).toBe(false);
});
