/**
 * (f) What an idle system costs: `ringback start` with every channel, nothing to deliver, nobody who asks; with and without open streams.
 * Statements are counted by PostgreSQL, as transactions of the database that nobody else uses; each statement is one.
 */
import { createECDH, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sql, withConnection } from '@ringback/database';
import { type Api, startApi } from './api.ts';
import { startChild } from './child.ts';
import { stopwatch } from './cpu.ts';
import type { BenchDatabase, Environment, Progress } from './environment.ts';
import { round } from './figures.ts';
import { requestOf } from './marketplace.ts';
import type { Options } from './options.ts';
import type { Opened, ReadersOrder } from './readers.ts';

const DATABASE = 'idle';
const POOL_SIZE = 10;

/** All channels, to providers that nobody calls while there is nothing to deliver. */
const CHANNELS = {
  email: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'callbacks@shop.example.com' },
  sms: {
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: '0'.repeat(32),
    TWILIO_FROM: '+14155550123',
    PUBLIC_URL: 'https://callbacks.example.com',
  },
  expoPush: { EXPO_ACCESS_TOKEN: '0'.repeat(32) },
  webPush: { ...vapidKeys(), VAPID_SUBJECT: 'mailto:callbacks@shop.example.com' },
};

export async function measureIdle(environment: Environment, options: Options, report: Progress) {
  // No requests: the open ones would expire and be told.
  const database = await environment.database(DATABASE, 0);
  const secret = randomBytes(48).toString('base64');
  await using stack = new AsyncDisposableStack();
  // It counts as transactions too.
  stack.defer(await withoutAutovacuum(database));
  const server = await startApi({
    ...{ databaseUrl: database.ownerUrl, secret, poolSize: POOL_SIZE, folder: environment.folder },
    command: 'start',
    env: Object.assign({}, ...Object.values(CHANNELS)),
  });
  stack.defer(server.stop);
  const figures = [];
  for (const streams of options.idleStreams) {
    await using readers = new AsyncDisposableStack();
    if (streams > 0) {
      const child = await startChild('readers.ts', { port: server.port, secret });
      readers.defer(child.stop);
      const open = Array.from({ length: streams }, (_, n) => requestOf(n, options.marketplace).requester_id);
      await child.ask<Opened>({ open } satisfies ReadersOrder);
    }
    report(`Waiting with ${streams} streams`);
    await sleep(options.settleSeconds * 1000);
    figures.push({ streams, ...(await watch(server, database, options.idleSeconds)) });
  }
  return { idleSeconds: options.idleSeconds, channels: Object.keys(CHANNELS).length, figures };
}

/** Another database, so that the measuring's own statements do not count. */
const asideOf = ({ ownerUrl }: BenchDatabase) =>
  Object.assign(new URL(ownerUrl), { pathname: '/postgres' }).href;

async function withoutAutovacuum(database: BenchDatabase): Promise<() => Promise<void>> {
  const set = (change: string) =>
    withConnection(asideOf(database), async (sql) => {
      await sql.unsafe(`alter system ${change}`);
      await sql`select pg_reload_conf()`;
    });
  await set('set autovacuum = off');
  return () => set('reset autovacuum');
}

function watch(server: Api, database: BenchDatabase, seconds: number) {
  return withConnection(asideOf(database), async (sql) => {
    const cpu = { ringback: stopwatch(server.pid), postgres: stopwatch(database.postgresPid) };
    const [before, startMs] = [await transactionsOf(sql), performance.now()];
    await sleep(seconds * 1000);
    const [after, elapsedMs] = [await transactionsOf(sql), performance.now() - startMs];
    const percent = (used: number | null) => (used === null ? null : round((used * 100_000) / elapsedMs, 2));
    return {
      statementsPerSecond: round(((after - before) * 1000) / elapsedMs, 2),
      cpuPercent: { ringback: percent(cpu.ringback()), postgres: percent(cpu.postgres()) },
    };
  });
}

async function transactionsOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (xact_commit + xact_rollback)::int as count from pg_stat_database where datname = ${DATABASE}`;
  return row?.count ?? 0;
}

function vapidKeys() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    VAPID_PUBLIC_KEY: pair.getPublicKey('base64url'),
    VAPID_PRIVATE_KEY: pair.getPrivateKey('base64url'),
  };
}
