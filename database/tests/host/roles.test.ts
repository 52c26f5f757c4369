/** An owner who may not create roles: told at once what an administrator has to run, and needs no more than that. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@ringback/database';
import { VERSIONS } from '@ringback/testing/database/index.ts';
import { postgresOptions } from '@ringback/testing/postgres/find.ts';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase, migrate, withConnection, withDatabase } from '../../src/index.ts';

/** Roles belong to a server, so this needs one of its own. */
async function server(version: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringback-roles-'));
  const running = await startEmbedded({
    ...postgresOptions(version === 15 ? '15' : '18'),
    dataDir,
    fsync: false,
  });
  onTestFinished(async () => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return running;
}

test.each(VERSIONS)('PostgreSQL %i', async (version) => {
  const { url } = await server(version);
  const asAdministrator = (sql: string) =>
    withConnection(url, (connection) => connection.unsafe(sql).simple());
  await asAdministrator(`create role host_owner login password 'test'`);
  await createDatabase(url, 'market', { owner: 'host_owner' });
  const owner = withDatabase(url, 'market').replace(/\/\/[^@]*@/, '//host_owner:test@');
  await withConnection(owner, (sql) =>
    sql
      .unsafe(`create table public.profiles (id uuid primary key, full_name text, phone text);
      create table public.listings (id uuid primary key, user_id uuid references public.profiles, title text, price numeric);`)
      .simple(),
  );

  const error = await migrate(owner, { bootstrap: true }).catch((reason: Error) => reason);
  const statements = /run, once for the server: (.*;) Then run this again/.exec(
    (error as Error).message,
  )?.[1];
  expect(statements).toMatch(
    /create role anon nologin noinherit; .*create role service_role .*bypassrls; create role callback_service nologin;/,
  );
  await asAdministrator(String(statements));
  await migrate(owner, { bootstrap: true });
  await migrate(owner);
  expect(await withConnection(owner, (sql) => sql`select from public.callback_requests`)).toEqual([]);
});
