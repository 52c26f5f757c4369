import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLine, startChild } from '@ringback/testing/database/children/index.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../src/embedded/ownership.ts';
import {
  createDatabase,
  EmbeddedInUseError,
  type EmbeddedServer,
  migrate,
  missingMigrations,
  startEmbedded,
  withConnection,
} from '../../src/index.ts';

const HOST_TABLES = readFileSync(
  join(import.meta.dirname, '../../../testing/src/database/host_tables.sql'),
  'utf8',
);

let folder: string;
const servers: EmbeddedServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-embedded-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(version: 15 | 18 = 18, fsync = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: folder, version, fsync });
  servers.push(server);
  return server;
}

const setting = (server: EmbeddedServer, name: string) =>
  withConnection(server.url, async (sql) => (await sql`select current_setting(${name}) as value`)[0]?.value);

test.each([15, 18] as const)(
  'PostgreSQL %i keeps its data, its port and its password over a restart',
  async (version) => {
    const first = await start(version);
    await withConnection(first.url, (sql) => sql`create table kept (name text)`);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start(version);
    expect(second.url).toBe(first.url);
    expect(await withConnection(second.url, (sql) => sql`select from kept`)).toHaveLength(0);
    expect(await setting(second, 'server_version')).toMatch(new RegExp(`^${version}\\.`));
  },
);

test('writes to disk by default, and listens on this machine only', async () => {
  const server = await start(18, true);
  expect(await setting(server, 'fsync')).toBe('on');
  expect(await setting(server, 'synchronous_commit')).toBe('on');
  expect(await setting(server, 'listen_addresses')).toBe('127.0.0.1');
  await expect(
    withConnection(server.url.replace(/:[^:@]+@/, ':wrong@'), (sql) => sql`select 1`),
  ).rejects.toThrow(/password/);
});

test('a second start of the same folder is refused while the first one runs', async () => {
  const first = await start();
  await expect(startEmbedded({ dataDir: folder })).rejects.toThrow(EmbeddedInUseError);
  expect(await setting(first, 'port')).toBe(String(first.port));
});

test('after kill -9 of the owner the next start replaces the server that was left behind', async () => {
  const child = startChild('embedded', folder);
  const orphan = Number(await firstLine(child));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(orphan)).toBe(true);

  const server = await start();
  expect(isAlive(orphan)).toBe(false);
  expect(server.pid).not.toBe(orphan);
  expect(await setting(server, 'port')).toBe(String(server.port));
});

test('two starts at once after a kill -9 end with one server', async () => {
  const child = startChild('embedded', folder);
  await firstLine(child);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const results = await Promise.allSettled([start(), start()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('recovers when the server itself is killed, with all that was committed', async () => {
  const first = await start(18, true);
  await withConnection(first.url, (sql) => sql`create table kept (name text)`);
  process.kill(first.pid, 'SIGKILL');
  await first.stop();

  const second = await start();
  expect(await withConnection(second.url, (sql) => sql`select from kept`)).toHaveLength(0);
});

test('a pid file that by now names another program is no obstacle', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n${join(folder, 'data')}\n`);
  const server = await start();
  expect(isAlive(process.pid)).toBe(true);
  expect(await setting(server, 'port')).toBe(String(server.port));
});

test('Ctrl-C in the terminal does not reach the server before its owner stops it', async () => {
  const child = startChild('embedded', folder);
  const pid = Number(await firstLine(child));
  process.kill(-(child.pid as number), 'SIGINT');
  await new Promise((done) => setTimeout(done, 300));
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await start(); // stops what the child left behind
});

test('data of another major version is refused with a cure', async () => {
  await (await start(15)).stop();
  await expect(start(18)).rejects.toThrow(/made by PostgreSQL 15, and this is PostgreSQL 18.*dump/);
});

test('a new server whose administrator is no superuser, as managed ones have, can be migrated', async () => {
  const server = await start();
  await withConnection(
    server.url,
    (sql) => sql`create role manager login createdb createrole password 'test'`,
  );
  await createDatabase(server.url, 'managed', { owner: 'manager' });
  const url = server.urlOf('managed').replace(/\/\/[^@]*@/, '//manager:test@');
  await withConnection(url, (sql) => sql.unsafe(HOST_TABLES).simple());
  const messages: string[] = [];
  await migrate(url, { bootstrap: true, onProgress: (message) => messages.push(message) });
  expect(messages[0]).toMatch(/service_role cannot bypass row policies/);
  await migrate(url, { bootstrap: true });
  expect(await withConnection(url, missingMigrations)).toEqual([]);
});
