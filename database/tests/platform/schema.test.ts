/** What a migration makes: the schema that is kept in the repository, however it is run. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVERY_VERSION, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { splitStatements } from '@ringback/testing/database/statements.ts';
import { byForm } from '@ringback/testing/full.ts';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { dumpSchema } from '../../src/dump.ts';
import { migrate, printMigration, withConnection } from '../../src/index.ts';
import { marketplace } from './marketplace.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** What an ordinary, undisturbed migration makes. */
let expected: string;

beforeAll(async () => {
  expected = await dumpSchema((await testDatabase()).url);
});

describe.each(EVERY_VERSION)('on PostgreSQL %i', (version) => {
  test.each(['plain', 'supabase'] as const)('database/schema.sql is what a %s database has', async (kind) => {
    const database = await testDatabase({ version, kind });
    expect(await dumpSchema(database.url), 'out of date: npm run schema').toBe(read('../../schema.sql'));
  });
});

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  test('the printed migration makes the same, twice over, and migrate finds nothing left to do', async () => {
    const database = await marketplace(version);
    for (let time = 1; time <= byForm(1, 2); time++)
      await runScript(database.url, printMigration({ bootstrap: true }));
    expect(await dumpSchema(database.url)).toBe(expected);
    const messages: string[] = [];
    await migrate(database.url, { onProgress: (message) => messages.push(message) });
    expect(messages).toEqual([]);
  });
});

fullTest(
  'the printed migration can be sent statement by statement, as the Supabase CLI does, which refuses one over 256 kB',
  async () => {
    const database = await marketplace();
    const statements = splitStatements(printMigration({ bootstrap: true }));
    expect(Math.max(...statements.map((statement) => Buffer.byteLength(statement)))).toBeLessThan(256 * 1024);
    await withConnection(database.url, async (sql) => {
      for (const statement of statements) await sql.unsafe(statement, [], { prepare: true });
    });
    expect(await dumpSchema(database.url)).toBe(expected);
  },
);

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
