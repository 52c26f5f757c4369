/**
 * A PostgreSQL of its own with production's settings in a temporary folder, and databases in it: Ringback installed beside a marketplace
 * full of people and listings, with as many requests as a measurement wants.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  type EmbeddedServer,
  migrate,
  startEmbedded,
  withConnection,
} from '@ringback/database';
import { postgresOptions } from '@ringback/testing/postgres/find.ts';
import type { Options } from './options.ts';

export type BenchDatabase = {
  /** Connection string of the owner. */
  ownerUrl: string;
  /** Connection string of the API's login role. */
  apiUrl: string;
  /** Process id of PostgreSQL. */
  postgresPid: number;
};

export type Environment = {
  folder: string;
  /** PostgreSQL's settings that matter for speed, as it reports them. */
  settings: Record<string, string>;
  /** A new database with `rows` requests, evenly over the year that ends `endsDaysAgo` days ago. */
  database(name: string, rows: number, endsDaysAgo?: number): Promise<BenchDatabase>;
  stop(): Promise<void>;
};

export type Progress = (line: string) => void;

const TEMPLATE = 'ringback_template';
const API_LOGIN = 'ringback_api';
const HOST_TABLES = join(import.meta.dirname, '../../testing/src/database/host_tables.sql');

/** Everything that decides whether an acknowledged write survives a power cut is as PostgreSQL delivers it: on. */
const settingsFor = ({ sharedBuffers }: Options) => ({
  max_connections: 150,
  shared_buffers: sharedBuffers,
  effective_cache_size: '8GB',
  random_page_cost: 1.1,
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
});

const REPORTED = [
  ...[
    'server_version',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'wal_sync_method',
    'autovacuum',
    'jit',
  ],
  ...['shared_buffers', 'effective_cache_size', 'random_page_cost', 'max_wal_size', 'checkpoint_timeout'],
];

export async function startEnvironment(options: Options, report: Progress): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    report(`Starting PostgreSQL (${options.postgres}) in ${folder}`);
    const server = await startEmbedded({
      dataDir: join(folder, 'postgres'),
      ...postgresOptions(options.postgres),
      settings: settingsFor(options),
    });
    const stop = () => server.stop().finally(removeFolder);
    return await prepare(server, folder, options, report, stop).catch(async (error) => {
      await stop();
      throw error;
    });
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function prepare(
  server: EmbeddedServer,
  folder: string,
  options: Options,
  report: Progress,
  stop: () => Promise<void>,
): Promise<Environment> {
  const password = randomBytes(24).toString('base64url');
  await makeTemplate(server, options, report);
  await run(server.url, `create role ${API_LOGIN} login password '${password}' in role callback_service`);
  return {
    folder,
    stop,
    settings: await readSettings(server.url),
    async database(name, rows, endsDaysAgo = 0) {
      await createDatabase(server.url, name, { template: TEMPLATE });
      const ownerUrl = server.urlOf(name);
      const apiUrl = withLogin(ownerUrl, password);
      await loadYear(ownerUrl, rows, endsDaysAgo, options, report);
      return { ownerUrl, apiUrl, postgresPid: server.pid };
    },
  };
}

async function makeTemplate(
  server: EmbeddedServer,
  { marketplace }: Options,
  report: Progress,
): Promise<void> {
  const { people, sellers, listings } = marketplace;
  report(`Installing Ringback beside a marketplace of ${people} people and ${listings} listings`);
  await createDatabase(server.url, TEMPLATE);
  const url = server.urlOf(TEMPLATE);
  await run(url, await readFile(HOST_TABLES, 'utf8'));
  await migrate(url, { bootstrap: true });
  await run(url, await readSql('fill_marketplace.sql'), await readSql('load_requests.sql'));
  await run(url, `select bench.fill_marketplace(${people}, ${sellers}, ${listings})`, 'vacuum analyze');
}

async function loadYear(
  url: string,
  rows: number,
  endsDaysAgo: number,
  options: Options,
  report: Progress,
): Promise<void> {
  report(`Loading ${rows} requests`);
  const startMs = performance.now();
  const end = new Date(Date.now() - endsDaysAgo * 86_400_000);
  const start = new Date(end.getTime() - 365 * 86_400_000);
  await loadRequests(url, { rows, first: 0, start, end }, options);
  await run(url, 'select public.rollup_callback_stats()', 'vacuum analyze');
  report(`Loaded in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
}

export type Batch = { rows: number; first: number; start: Date; end: Date };

/** Writes requests, evenly from `start` to `end`, with their notifications and events; `first` rows are there already. */
export async function loadRequests(
  url: string,
  { rows, first, start, end }: Batch,
  { marketplace: { people, sellers, listings } }: Options,
): Promise<void> {
  await withConnection(
    url,
    (sql) =>
      sql`select bench.load_requests(${rows}, ${first}, ${start}, ${end}, ${people}, ${sellers}, ${listings})`,
  );
}

export const readSql = (file: string) => readFile(join(import.meta.dirname, '../sql', file), 'utf8');

async function run(url: string, ...scripts: string[]): Promise<void> {
  await withConnection(url, async (sql) => {
    for (const script of scripts) await sql.unsafe(script).simple();
  });
}

function withLogin(url: string, password: string): string {
  const changed = new URL(url);
  changed.username = API_LOGIN;
  changed.password = password;
  return changed.href;
}

async function readSettings(url: string): Promise<Record<string, string>> {
  const rows = await withConnection(
    url,
    (sql) => sql<{ name: string; value: string }[]>`
      select name, current_setting(name) as value from pg_settings where name = any (${REPORTED}) order by name`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
