/** Migrations that meet another, or are killed: what they leave is the whole schema, or nothing. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstLine, startChild } from '@ringback/testing/database/children/index.ts';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { dumpSchema } from '../../src/dump.ts';
import { migrate, withConnection } from '../../src/index.ts';
import { marketplace } from './marketplace.ts';

/** What an ordinary, undisturbed migration makes. */
let expected: string;

beforeAll(async () => {
  expected = await dumpSchema((await testDatabase()).url);
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

const ROUNDS = 20;

test(`killed at ${ROUNDS} random moments, a migration has happened or it has not, and the next one completes it`, {
  timeout: 300_000,
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
