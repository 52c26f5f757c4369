/** `ringback init` on a database that Ringback has never touched: it writes a file, changes nothing, and the file works. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';
import { init, migrate } from '../../src/index.ts';
import { emptyDatabase } from './support.ts';

const TWO_PEOPLE_TABLES = `
  create table public.users (id uuid primary key, name text, phone text);
  create table public.members (id uuid primary key, full_name text, mobile text);
  create table public.products (id uuid primary key, owner_id uuid, name text, price numeric, thumbnail text);`;

async function marketplace(sql: string) {
  const db = await emptyDatabase();
  await db.sql.unsafe(sql).simple();
  const out = join(mkdtempSync(join(tmpdir(), 'ringback-init-')), 'host.sql');
  return { db, out };
}

async function say(db: TestDatabase, options: Parameters<typeof init>[1]) {
  const lines: string[] = [];
  const isDecided = await init(db.url, options, (line) => lines.push(line));
  return { isDecided, text: lines.join('\n') };
}

test('says what it recognised, guessed, could not find and what must be decided; touches nothing', async () => {
  const { db, out } = await marketplace(TWO_PEOPLE_TABLES);
  const { isDecided, text } = await say(db, { out });
  expect(isDecided).toBe(false);
  expect(text).toMatch(/Tables:\n {2}host_profiles reads public\.users by its key id\n/);
  expect(text).toMatch(/Recognised:\n {2}host_profiles\.id, host_profiles\.full_name, host_profiles\.phone/);
  expect(text).toMatch(
    /Guessed, please check:\n {2}host_listings\.seller_id: owner_id has no foreign key to public\.users/,
  );
  expect(text).toMatch(/Not found:\n {2}host_profiles\.email: no e-mail column/);
  expect(text).toMatch(
    /To be decided before `ringback migrate` can go on:\n {2}both public\.users and public\.members/,
  );
  expect(text).toMatch(/psql "\$DATABASE_URL" .* -f .*host\.sql/);
  expect(readFileSync(out, 'utf8')).toMatch(
    /-- OPEN: both public\.users and public\.members could be the people/,
  );
  expect(await db.sql`select from pg_namespace where nspname = 'callback_private'`).toHaveLength(0);
});

test('a choice settles it, and the file and migrate together install Ringback with its foreign keys', async () => {
  const { db, out } = await marketplace(TWO_PEOPLE_TABLES);
  expect((await say(db, { out, people: 'public.members', listings: 'public.products' })).isDecided).toBe(
    true,
  );
  await db.sql.begin((sql) => sql.unsafe(readFileSync(out, 'utf8')).simple());
  await migrate(db.url, { bootstrap: true });
  const links = await db.sql`select confrelid::regclass::text as target, count(*) from pg_constraint
    where contype = 'f' and conrelid = 'public.callback_requests'::regclass group by 1 order by 1`;
  expect(links).toEqual([
    { target: 'members', count: 2 },
    { target: 'products', count: 1 },
  ]);

  const changed = readFileSync(out, 'utf8')
    .replaceAll('public.members', 'public.users')
    .replaceAll('p.full_name', 'p.name')
    .replaceAll('p.mobile', 'p.phone');
  await db.sql.begin((sql) => sql.unsafe(changed).simple());
  const [link] =
    await db.sql`select confrelid::regclass::text as target from pg_constraint where conname = 'callback_requests_seller_id_fkey'`;
  expect(link).toEqual({ target: 'users' });
});

test('keeps a file that is there unless it is forced, and names a table that is not there', async () => {
  const { db, out } = await marketplace(TWO_PEOPLE_TABLES);
  writeFileSync(out, 'mine');
  await expect(say(db, { out })).rejects.toThrow(
    /exists already; name another with --out, or overwrite it with --force/,
  );
  expect(readFileSync(out, 'utf8')).toBe('mine');
  await say(db, { out, force: true });
  expect(readFileSync(out, 'utf8')).toMatch(/create view callback_private\.host_profiles/);
  const { text } = await say(db, { out, force: true, people: 'public.nobody' });
  expect(text).toMatch(/there is no table public\.nobody; write it as schema\.table/);
});

test('a file about tables that were not found says so and does not run before it is filled in', async () => {
  const { db, out } = await marketplace('select 1');
  expect((await say(db, { out })).isDecided).toBe(false);
  const file = readFileSync(out, 'utf8');
  await expect(db.sql.unsafe(file).simple()).rejects.toThrow(/name_the_schema/);
});
