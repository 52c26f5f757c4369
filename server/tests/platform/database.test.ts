/** When the database is slow, stuck, silent or gone: an answer within five seconds, and recovery without a restart. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Sql } from '@ringback/database';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { call, requestFor, testConfig } from '@ringback/testing/server/app.ts';
import { ownServer, proxyTo } from '@ringback/testing/server/ownServer.ts';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { App } from '../../src/http/types.ts';
import { createDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/log.ts';

let database: TestDatabase;
let seller: Person;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  seller = await person(database);
  buyer = await person(database);
  bike = await listing(database, seller);
});

/** An application with a pool like the real one's; `pools` gets those that it opens. */
async function appOn(url: string, env: Record<string, string> = {}, pools: Sql[] = []): Promise<App> {
  const open = () => {
    const pool = connect(url, {
      max: 3,
      statementTimeoutMs: 4_000,
      lockTimeoutMs: 3_000,
      connectTimeoutMs: 4_000,
    });
    pools.push(pool);
    return pool;
  };
  const app = await createApp({
    config: testConfig(env),
    sql: open(),
    reopen: open,
    logger: createLogger('silent'),
  });
  onTestFinished(async () => {
    await app.close();
    await Promise.all(pools.map((pool) => pool.end({ timeout: 0 })));
  });
  return app;
}

const stats = (app: App) => call(app, { url: '/v1/stats', as: buyer });
const ready = (app: App) => call(app, { url: '/readyz' });

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const startedMs = performance.now();
  const value = await work;
  return { value, ms: performance.now() - startedMs };
}

async function expectUnavailable(answer: Promise<Awaited<ReturnType<typeof stats>>>): Promise<void> {
  const { value, ms } = await timed(answer);
  expect(value.status, value.text).toBe(503);
  expect(value.body.code).toBe('database_unavailable');
  expect(Number(value.headers['retry-after'])).toBeGreaterThan(0);
  // The limit is 4 s; a busy machine comes on top.
  expect(ms).toBeLessThan(10_000);
}

/** Waits until the application answers again; fails after ten seconds. */
async function expectRecovery(app: App, withinMs = 10_000): Promise<void> {
  const { ms } = await timed(
    expect.poll(async () => (await stats(app)).status, { timeout: withinMs, interval: 100 }).toBe(200),
  );
  expect(ms).toBeLessThan(withinMs);
}

fullTest(
  'a server that is stopped and started again',
  async () => {
    const server = await ownServer();
    onTestFinished(server.remove);
    const app = await appOn(server.apiUrl);
    expect((await stats(app)).status).toBe(200);
    expect((await ready(app)).status).toBe(200);

    await server.stop();
    await expectUnavailable(stats(app));
    await expectUnavailable(
      call(app, { method: 'POST', url: '/v1/callback-requests', as: buyer, body: requestFor(bike) }),
    );
    await expect.poll(async () => (await ready(app)).status, { timeout: 15_000 }).toBe(503);
    expect((await call(app, { url: '/healthz' })).status).toBe(200);

    await server.start();
    await expectRecovery(app);
    await expect.poll(async () => (await ready(app)).status, { timeout: 15_000 }).toBe(200);
  },
  60_000,
);

test('connections that are ended by the server', async () => {
  const app = await appOn(database.apiUrl);
  await Promise.all([stats(app), stats(app), stats(app)]);
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'ringback_api'`;
  await expectRecovery(app, 2_000);
});

test('connections that lead nowhere', async () => {
  const proxy = await proxyTo(database.apiUrl);
  onTestFinished(proxy.close);
  const app = await appOn(proxy.url);
  await Promise.all([stats(app), stats(app), stats(app)]);
  proxy.silence();
  await expectUnavailable(stats(app));
  await expectRecovery(app, 15_000);
}, 30_000);

/** Holds a lock, by default one that nobody can read past, until it is released. */
async function lockRequests(
  mode: 'share' | 'access exclusive' = 'access exclusive',
): Promise<{ release: () => Promise<void> }> {
  const [locked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const transaction = database.sql.begin(async (sql) => {
    await sql.unsafe(`lock table public.callback_requests in ${mode} mode`);
    locked.resolve();
    await released.promise;
  });
  await Promise.race([locked.promise, transaction]);
  return {
    async release() {
      released.resolve();
      await transaction;
    },
  };
}

const received = (app: App) => call(app, { url: '/v1/callback-requests?as=seller', as: seller });

test('a table that someone locks', async () => {
  const app = await appOn(database.apiUrl);
  await stats(app);
  const lock = await lockRequests();
  await Promise.all(Array.from({ length: 5 }, () => expectUnavailable(received(app))));
  await lock.release();
  expect((await received(app)).status).toBe(200);
}, 30_000);

test('a table that someone locks for long: the connections are kept, and what was given up is not done later', async () => {
  const pools: Sql[] = [];
  const app = await appOn(database.apiUrl, {}, pools);
  await stats(app);
  const lock = await lockRequests();
  const answers = [];
  for (let n = 0; n < 15; n++) answers.push(expectUnavailable(received(app)));
  const late = await listing(database, seller);
  const asked = call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as: buyer,
    body: requestFor(late),
  });
  await expectUnavailable(asked);
  await Promise.all(answers);
  // The last of those fifteen would have had no answer for so long only because it waited for its turn.
  await sleep(5_000);
  expect(pools).toHaveLength(1);
  await lock.release();
  await expect
    .poll(async () => (await call(app, { url: '/metrics' })).text)
    .toContain('ringback_statements_in_flight 0');
  expect(await database.sql`select from callback_requests where listing_id = ${late.id}`).toHaveLength(0);
  expect((await received(app)).status).toBe(200);
}, 40_000);

test('a table that someone locks makes the process not ready, until the lock is gone', async () => {
  const app = await appOn(database.apiUrl);
  expect((await ready(app)).status).toBe(200);
  const lock = await lockRequests('share');
  await expect.poll(async () => (await ready(app)).status).toBe(503);
  expect((await ready(app)).body.problem).toMatch(/locked/);
  await lock.release();
  await expect.poll(async () => (await ready(app)).status).toBe(200);
}, 30_000);

test('a plan that a migration has made out of date is made again, and is no unforeseen error', async () => {
  const stale = {
    code: '0A000',
    routine: 'RevalidateCachedQuery',
    message: 'cached plan must not change result type',
  };
  const asked = createDatabase(database.api, 5);
  let times = 0;
  const fails = (often: number) => async () => {
    if (times++ < often) throw Object.assign(new Error(stale.message), stale);
    return [{ value: 'done' }];
  };
  expect(await asked.value(fails(1))).toBe('done');
  times = 0;
  await expect(asked.value(fails(99))).rejects.toMatchObject({ code: 'database_unavailable', status: 503 });
  const other = async () => {
    throw Object.assign(new Error('not supported'), { code: '0A000', routine: 'transformX' });
  };
  await expect(asked.value(other)).rejects.toMatchObject({ code: 'internal_error' });
});

test('a database that only reads', async () => {
  const own = await testDatabase();
  const [sellerThere, buyerThere] = [await person(own), await person(own)];
  const there = await listing(own, sellerThere);
  const [{ name } = { name: '' }] = await own.sql<{ name: string }[]>`select current_database() as name`;
  await own.sql`alter database ${own.sql(name)} set default_transaction_read_only = on`;
  const app = await appOn(own.apiUrl);
  await expectUnavailable(
    call(app, { method: 'POST', url: '/v1/callback-requests', as: buyerThere, body: requestFor(there) }),
  );
  expect((await call(app, { url: '/v1/callback-requests?as=seller', as: sellerThere })).status).toBe(200);
  expect(await ready(app)).toMatchObject({ status: 503, body: { problem: 'The database is read-only.' } });
});

test('a login that is refused', async () => {
  const app = await appOn(database.apiUrl.replace(':test@', ':wrong@'));
  await expectUnavailable(stats(app));
});

test('more than can be done is refused at once, and health is still told', async () => {
  const app = await appOn(database.apiUrl, { MAX_IN_FLIGHT: '3' });
  await stats(app);
  const lock = await lockRequests();
  const waiting = [received(app), received(app), received(app)];
  await expect
    .poll(async () => (await call(app, { url: '/metrics' })).text)
    .toContain('ringback_statements_in_flight 3');

  for (let i = 0; i < 20; i++) {
    const { value, ms } = await timed(received(app));
    expect(value.status).toBe(503);
    expect(value.body).toMatchObject({ code: 'overloaded', retry_after_seconds: 1 });
    expect(value.headers['retry-after']).toBe('1');
    expect(ms).toBeLessThan(3_500); // those that wait take four seconds
  }
  expect((await call(app, { url: '/healthz' })).status).toBe(200);
  expect((await ready(app)).status).not.toBe(404);

  await lock.release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await received(app)).status).toBe(200);
  expect((await call(app, { url: '/metrics' })).text).toContain('ringback_statements_in_flight 0');
}, 30_000);
