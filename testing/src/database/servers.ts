/**
 * Starts the PostgreSQL servers that all tests share, once per test run. A run takes the first free folder of .ringback/test, so
 * that runs at the same time do not meet; what a killed run left there is stopped and cleared away by the next one.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedInUseError, type EmbeddedServer, startEmbedded } from '@ringback/database';
import type { TestProject } from 'vitest/node';
import { POSTGRES_NAMES, type PostgresName, postgresOptions } from '../../postgres/find.ts';
import { prepareTemplates, type Templates } from './templates.ts';

export type TestServer = { url: string; templates: Templates };

declare module 'vitest' {
  interface ProvidedContext {
    /** By PostgreSQL's major version. */
    servers: Record<number, TestServer>;
  }
}

const FOLDER = join(import.meta.dirname, '../../../.ringback/test');

/** Which PostgreSQL the tests run on: `RINGBACK_POSTGRES`, a list of names of postgres/find.ts. */
const NAMES = (process.env.RINGBACK_POSTGRES ?? '15,18').split(',').map(nameOf);

function nameOf(text: string): PostgresName {
  const name = POSTGRES_NAMES.find((known) => known === text);
  if (name) return name;
  throw new Error(`RINGBACK_POSTGRES is a list of ${POSTGRES_NAMES.join(', ')}; not "${text}".`);
}

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startAll(1);
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  try {
    project.provide('servers', Object.fromEntries(await Promise.all(servers.map(describe))));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

const describe = async (server: EmbeddedServer): Promise<[number, TestServer]> => [
  server.version,
  { url: server.url, templates: await prepareTemplates(server) },
];

async function startAll(slot: number): Promise<EmbeddedServer[]> {
  const results = await Promise.allSettled(NAMES.map((name) => start(slot, name)));
  const failures = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  const servers = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  if (failures.length === 0) return servers;
  await Promise.all(servers.map((server) => server.stop()));
  if (failures.some((reason) => reason instanceof EmbeddedInUseError)) return startAll(slot + 1);
  throw failures[0];
}

/** These servers do not sync to disk, so a power cut can spoil one; then it is made again. */
async function start(slot: number, name: PostgresName): Promise<EmbeddedServer> {
  const options = {
    ...postgresOptions(name),
    dataDir: join(FOLDER, String(slot), name),
    fsync: false,
    settings: SETTINGS,
  };
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (error instanceof EmbeddedInUseError) throw error;
    await rm(options.dataDir, { recursive: true, force: true });
    return startEmbedded(options);
  }
}

const SETTINGS = {
  max_connections: 200,
  shared_buffers: '64MB',
  autovacuum: 'off',
  // A database is copied by files, which needs a checkpoint; after each, whole pages would go to the log.
  full_page_writes: 'off',
};
