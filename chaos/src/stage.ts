/**
 * Where the runs play: a PostgreSQL of its own with fsync on, and for each run databases with a marketplace in them. After a run the stage
 * counts in each of them what was asked for against what happened to it.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  connect,
  createDatabase,
  type EmbeddedServer,
  migrate,
  type Sql,
  startEmbedded,
  withConnection,
} from '@ringback/database';
import type { ChannelName } from '@ringback/server';
import { conservation } from '@ringback/testing/database/conservation.ts';
import { expectInvariants } from '@ringback/testing/database/invariants.ts';
import { subscriptionKeys } from '@ringback/testing/providers/webPush.ts';
import type { Check } from './checks.ts';

/** One database with a marketplace. */
export interface Market {
  /** Connection string of the owner. */
  ownerUrl: string;
  /** Connection string of the login that the API and the workers have. */
  apiUrl: string;
  sql: Sql;
  api: Sql;
}

export interface Stage {
  short: boolean;
  report(line: string): void;
  /** A new marketplace whose notifications leave by these channels. */
  market(...channels: ChannelName[]): Promise<Market>;
  /** Ends the server as `pg_ctl stop -m immediate` does: no session is told, nothing is written any more. */
  crash(): Promise<void>;
  /** Starts it again at the same address; resolves when it takes connections. */
  restart(): Promise<void>;
  /** One check for all marketplaces since the last call, and closes them. */
  conservation(): Promise<Check[]>;
  stop(): Promise<void>;
}

const TEMPLATE = 'market_template';
const SETTINGS = { max_connections: 300, shared_buffers: '256MB' };
const HOST_TABLES = join(import.meta.dirname, '../../testing/src/database/host_tables.sql');
const FILL = join(import.meta.dirname, '../sql/fill_market.sql');

export async function startStage({ short, report }: Pick<Stage, 'short' | 'report'>): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-chaos-'));
  const start = () => startEmbedded({ dataDir: folder, settings: SETTINGS });
  let server: EmbeddedServer = await start();
  let markets: Market[] = [];
  let count = 0;
  await makeTemplate(server);
  return {
    short,
    report,
    async market(...channels) {
      count += 1;
      const name = `market_${count}`;
      await createDatabase(server.url, name, { template: TEMPLATE });
      const ownerUrl = server.urlOf(name);
      const apiUrl = ownerUrl.replace(/\/\/[^@]*@/, '//ringback_api:test@');
      const market = { ownerUrl, apiUrl, sql: connect(ownerUrl), api: connect(apiUrl) };
      await market.sql`update callback_private.settings set channels = ${channels}`;
      markets.push(market);
      return market;
    },
    async crash() {
      process.kill(server.pid, 'SIGQUIT');
      while (isAlive(server.pid)) await sleep(5);
      await server.stop(); // gives the folder back
    },
    async restart() {
      const { port } = server;
      server = await start();
      if (server.port !== port) throw new Error('The server came back at another port.');
    },
    async conservation() {
      const check = await countAll(markets);
      await Promise.all(
        markets.flatMap(({ sql, api }) => [sql.end({ timeout: 1 }), api.end({ timeout: 1 })]),
      );
      markets = [];
      return [check];
    },
    async stop() {
      await Promise.all(
        markets.flatMap(({ sql, api }) => [sql.end({ timeout: 1 }), api.end({ timeout: 1 })]),
      );
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function makeTemplate(server: EmbeddedServer): Promise<void> {
  await createDatabase(server.url, TEMPLATE);
  const url = server.urlOf(TEMPLATE);
  const keys = subscriptionKeys();
  await withConnection(url, async (sql) => sql.unsafe(await readFile(HOST_TABLES, 'utf8')).simple());
  await migrate(url, { bootstrap: true });
  await withConnection(url, async (sql) => {
    await sql.unsafe(await readFile(FILL, 'utf8')).simple();
    await sql`select chaos.fill_market(${keys.p256dh}, ${keys.auth})`;
    await sql`create role ringback_api login password 'test' in role callback_service`;
    await sql.unsafe('vacuum analyze').simple();
  });
}

/** Conservation, and that the tables hold together. */
async function countAll(markets: Market[]): Promise<Check> {
  const total: Record<string, number> = {};
  for (const { sql } of markets) {
    await expectInvariants(sql);
    for (const [name, value] of Object.entries(await conservation(sql)))
      total[name] = (total[name] ?? 0) + value;
  }
  const { asked = 0, missing = 0, unasked = 0, without_reason = 0, ...became } = total;
  const parts = Object.entries(became).filter(([, number]) => number > 0);
  const difference = missing + unasked + without_reason;
  return {
    what: 'conservation: transitions × recipients × channels against what happened to them',
    times: asked,
    lost: missing,
    figure: `${parts.map(([name, number]) => `${number} ${name}`).join(' + ')}; difference ${difference}`,
    allowed: 'difference 0',
    passed: difference === 0,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
