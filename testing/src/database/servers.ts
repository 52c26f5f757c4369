/**
 * Starts the PostgreSQL servers that all tests share, once per test run. A run takes the first free folder of .ringback/test, so
 * that runs at the same time do not meet; what a killed run left there is stopped and cleared away by the next one.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EmbeddedInUseError,
  type EmbeddedServer,
  type EmbeddedVersion,
  startEmbedded,
} from '@ringback/database';
import type { TestProject } from 'vitest/node';
import { prepareTemplates, type Templates } from './templates.ts';

export type TestServer = { url: string; templates: Templates };

declare module 'vitest' {
  interface ProvidedContext {
    servers: Record<EmbeddedVersion, TestServer>;
  }
}

const FOLDER = join(import.meta.dirname, '../../../.ringback/test');

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startPair(1);
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const [newest, oldest] = await Promise.allSettled(servers.map(describe));
  if (newest?.status === 'fulfilled' && oldest?.status === 'fulfilled') {
    project.provide('servers', { 18: newest.value, 15: oldest.value });
    return stop;
  }
  await stop();
  throw [newest, oldest].find((result) => result?.status === 'rejected')?.reason;
}

const describe = async (server: EmbeddedServer) => ({
  url: server.url,
  templates: await prepareTemplates(server),
});

async function startPair(slot: number): Promise<EmbeddedServer[]> {
  const results = await Promise.allSettled(([18, 15] as const).map((version) => start(slot, version)));
  const failures = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  const servers = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  if (failures.length === 0) return servers;
  await Promise.all(servers.map((server) => server.stop()));
  if (failures.some((reason) => reason instanceof EmbeddedInUseError)) return startPair(slot + 1);
  throw failures[0];
}

/** These servers do not sync to disk, so a power cut can spoil one; then it is made anew. */
async function start(slot: number, version: EmbeddedVersion): Promise<EmbeddedServer> {
  const options = {
    dataDir: join(FOLDER, String(slot), String(version)),
    version,
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

const SETTINGS = { max_connections: 200, shared_buffers: '64MB', autovacuum: 'off' };
