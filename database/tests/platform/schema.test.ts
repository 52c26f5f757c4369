import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstLine, startChild } from '@ringback/testing/database/children/index.ts';
import { EVERY_VERSION, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { splitStatements } from '@ringback/testing/database/statements.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { dumpSchema } from '../../src/dump.ts';
import { migrate, printMigration, withConnection } from '../../src/index.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** What an ordinary, undisturbed migration makes. */
let expected: string;

beforeAll(async () => {
  expected = await dumpSchema((await testDatabase()).url);
});

/** A marketplace that has not met Ringback yet. */
async function marketplace(version?: number): Promise<TestDatabase> {
  const database = await testDatabase({ version, empty: true });
  await database.sql.unsafe(read('../../../testing/src/database/host_tables.sql')).simple();
  return database;
}

describe.each(EVERY_VERSION)('on PostgreSQL %i', (version) => {
  test.each(['plain', 'supabase'] as const)('database/schema.sql is what a %s database has', async (kind) => {
    const database = await testDatabase({ version, kind });
    expect(await dumpSchema(database.url), 'out of date: npm run schema').toBe(read('../../schema.sql'));
  });

  test('the printed migration makes the same, twice over, and migrate finds nothing left to do', async () => {
    const database = await marketplace(version);
    for (let time = 1; time <= 2; time++) await runScript(database.url, printMigration({ bootstrap: true }));
    expect(await dumpSchema(database.url)).toBe(expected);
    const messages: string[] = [];
    await migrate(database.url, { onProgress: (message) => messages.push(message) });
    expect(messages).toEqual([]);
  });
});

test('the printed migration can be sent statement by statement, as the Supabase CLI does, which refuses one over 256 kB', async () => {
  const database = await marketplace();
  const statements = splitStatements(printMigration({ bootstrap: true }));
  expect(Math.max(...statements.map((statement) => Buffer.byteLength(statement)))).toBeLessThan(256 * 1024);
  await withConnection(database.url, async (sql) => {
    for (const statement of statements) await sql.unsafe(statement, [], { prepare: true });
  });
  expect(await dumpSchema(database.url)).toBe(expected);
});

/** With psql, as a person would; without one as one simple message, which is what psql sends too. */
async function runScript(url: string, script: string): Promise<void> {
  if (hasPsql())
    execFileSync('psql', ['--quiet', '--set=ON_ERROR_STOP=1', '--file=-', url], {
      input: script,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  else await withConnection(url, (sql) => sql.unsafe(script).simple());
}

function hasPsql(): boolean {
  try {
    execFileSync('psql', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a right to read that was passed on does not stop a migrate, and goes', async () => {
  const { sql, url } = await testDatabase();
  await sql
    .unsafe(
      `grant select on callback_private.events to service_role with grant option;
      set role service_role; grant select on callback_private.events to authenticated; reset role;
      delete from callback_private.migrations where name = 'functions';`,
    )
    .simple();
  await migrate(url);
  expect(await dumpSchema(url)).toBe(expected);
});

test('five processes that migrate at once end with one schema', async () => {
  const database = await marketplace();
  const children = Array.from({ length: 5 }, () => startChild('migrate', database.url));
  await Promise.all(children.map(firstLine));
  for (const child of children) child.stdin?.write('go\n');
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0, 0, 0]);
  expect(await dumpSchema(database.url)).toBe(expected);
});

const ROUNDS = process.env.RINGBACK_FULL ? 20 : 4;

test(`killed at ${ROUNDS} random moments, a migration has happened or it has not, and the next one completes it`, {
  timeout: 120_000,
}, async () => {
  let database = await marketplace();
  for (let round = 0; round < ROUNDS; round++) {
    await killMigration(database, round % 2 ? 'client' : 'session');
    const [state] = await database.sql`select to_regnamespace('callback_private') is null as untouched`;
    if (state?.untouched) continue;
    expect(await dumpSchema(database.url)).toBe(expected);
    database = await marketplace();
  }
  await migrate(database.url, { bootstrap: true });
  expect(await dumpSchema(database.url)).toBe(expected);
});

/** A server whose client is killed finishes what it has read; a session that is ended stops in the middle of a statement. */
async function killMigration({ sql, url }: TestDatabase, victim: 'client' | 'session'): Promise<void> {
  const child = startChild('migrate', url);
  const exited = once(child, 'exit');
  await firstLine(child);
  child.stdin?.write('go\n');
  await sleep(Math.random() * 700);
  if (victim === 'session') {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'ringback migrate'`;
  }
  child.kill('SIGKILL');
  await exited;
  await withConnection(url, (own) => own`select pg_advisory_lock(hashtextextended('ringback.migrate', 0))`); // until it is over
}
