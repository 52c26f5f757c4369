/**
 * Many users over few connections, with statements cancelled and transactions given up at random: nobody ever gets a row of someone
 * else's, and no connection keeps anything of whom it served. RINGBACK_FULL=1 sends 10,000 requests.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';

const USERS = 200;
const CONNECTIONS = 5;
const IN_FLIGHT = 20;
const REQUESTS = byForm(400, 10_000);

/** How someone is served: as the API does it, by parameter, or as PostgREST does it, by role and claims. */
type Way = (sql: Sql, userId: string) => Promise<unknown[]>;

const byParameter: Way = async (sql, userId) => {
  const calls = [
    sql`select public.list_callback_requests('buyer', p_user_id := ${userId}) as answer`,
    sql`select public.get_seller_callback_requests(${userId}) as answer`,
    sql`select public.list_callback_notifications(p_user_id := ${userId}) as answer`,
    sql`select public.get_callback_request(${randomUUID()}, ${userId}) as answer`,
  ];
  return calls[randomInt(calls.length)] as (typeof calls)[number];
};

const byClaims: Way = async (sql, userId) => {
  const result = await sql.begin(async (transaction) => {
    await transaction`select set_config('role', 'authenticated', true),
      set_config('request.jwt.claims', ${JSON.stringify({ sub: userId, role: 'authenticated' })}, true)`;
    const rows = await transaction`select public.list_callback_requests('buyer') as answer
      union all select to_json(r) from (select id, requester_id, seller_id from public.callback_requests) r`;
    if (randomInt(10) === 0) throw new GivenUp();
    if (randomInt(10) === 0) await transaction`select public.get_callback_request(${randomUUID()})`;
    return { rows };
  });
  return result.rows;
};

class GivenUp extends Error {}

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let users: string[];
  const pools: Sql[] = [];

  beforeAll(async () => {
    database = await testDatabase({ version });
    users = await makeUsers(database);
  });
  afterAll(() => Promise.all(pools.map((pool) => pool.end({ timeout: 1 }))));

  test.each([
    ['by parameter, as the API', byParameter, 'apiUrl', disturb],
    // The driver's own transactions do not stand a cancelled BEGIN (see connect()); these are only given up.
    ['by role and claims, as PostgREST', byClaims, 'url', () => undefined],
  ] as const)('served %s', async (_, way, url, disturbed) => {
    const seen = { answers: 0, foreign: [] as unknown[], ended: 0 };

    const application = `bleed ${randomUUID()}`;
    const pool = connect(database[url], { max: CONNECTIONS, applicationName: application, arrays: false });
    pools.push(pool);
    const disturbance = disturbed(database.sql, application);
    await Promise.all(
      Array.from({ length: IN_FLIGHT }, async () => {
        for (let request = 0; request < REQUESTS / IN_FLIGHT; request++) {
          const userId = users[randomInt(users.length)] as string;
          try {
            const rows = await way(pool, userId);
            seen.answers += 1;
            seen.foreign.push(...foreignTo(userId, rows));
          } catch (error) {
            if (!isExpected(error)) throw error;
            seen.ended += 1;
          }
        }
      }),
    );

    await disturbance?.stop();

    expect(seen.foreign).toEqual([]);
    expect(seen.answers).toBeGreaterThan(REQUESTS / 2);
    expect(seen.ended).toBeGreaterThan(0);
    expect(await leftBehind(pool)).toEqual(Array(CONNECTIONS).fill({ role: 'none', claims: '' }));
  });
});

/** Each user asks the next one: one request sent, one received, one notification. */
async function makeUsers({ sql }: TestDatabase): Promise<string[]> {
  const ids = Array.from({ length: USERS }, () => randomUUID());
  await sql`insert into public.profiles (id, first_name, last_name, phone)
    select u.id, 'User', u.place::text, '+1212555' || lpad(u.place::text, 4, '0')
    from unnest(${ids}::uuid[]) with ordinality u (id, place)`;
  await sql`insert into public.listings (user_id, title) select id, 'Something' from public.profiles`;
  await sql`insert into public.callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name)
    select buyer.id, seller.id, l.id, '+12125550100', 'User'
    from unnest(${ids}::uuid[]) with ordinality buyer (id, place)
    join unnest(${ids}::uuid[]) with ordinality seller (id, place) on seller.place = buyer.place % ${USERS} + 1
    join public.listings l on l.user_id = seller.id`;
  await sql`insert into public.callback_request_notifications (callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message)
    select id, seller_id, seller_id, 'new_request', 1, 'Title', seller_id::text from public.callback_requests`;
  return ids;
}

/** The rows that are not the user's: a request of two others, a notification whose message names someone else. */
function foreignTo(userId: string, rows: unknown[]): unknown[] {
  const answers = (rows as { answer: unknown }[]).flatMap(({ answer }) => {
    const items = (answer as { items?: unknown[] }).items ?? answer;
    return Array.isArray(items) ? items : [items];
  });
  return answers.filter((item) => ![item.requester_id, item.seller_id, item.message].includes(userId));
}

/** Cancels a statement every few milliseconds. */
function disturb(sql: Sql, application: string) {
  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      await sql`select pg_cancel_backend(pid) from pg_stat_activity
        where application_name = ${application} and state = 'active' order by random() limit 1`;
      await sleep(randomInt(10));
    }
  })();
  return {
    stop() {
      stopped = true;
      return done;
    },
  };
}

/** Given up by us, cancelled (57014), or refused because there is no such request. */
const isExpected = (error: unknown) =>
  error instanceof GivenUp || ['57014', 'PT404'].includes((error as { code?: string }).code ?? '');

/** The role and the claims that each connection of the pool has now. */
async function leftBehind(pool: Sql): Promise<unknown[]> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.reserve()));
  try {
    return await Promise.all(
      connections.map(async (connection) => {
        const rows = await connection`select current_setting('role') as role,
          coalesce(current_setting('request.jwt.claims', true), '') as claims`;
        // Not the first place: see the server's Database.value().
        return rows.find((row) => row !== undefined);
      }),
    );
  } finally {
    for (const connection of connections) connection.release();
  }
}
