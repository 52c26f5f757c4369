/** Searches in the marketplace's own tables: complete with an index or few rows, bounded in time without, and the index is named. */
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeEach, describe, expect, test } from 'vitest';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});

const slow = async () => [
  ...(await database.sql<{ column_name: string; index_sql: string | null }[]>`
    select column_name, index_sql from callback_private.slow_searches() order by 1`),
];

async function fill(people = 100_000): Promise<void> {
  await database.sql`
    insert into public.profiles (first_name, last_name, email)
    select 'Ama', 'Mensah ' || n, n || '@example.com' from generate_series(1, ${people}) n`;
  await database.sql`analyze public.profiles`;
}

/** With a deadline that is over, or none. */
async function search(name: string, deadline: 'now' | 'infinity') {
  const [row] = await database.sql<{ ids: string[]; partial: boolean }[]>`
    select * from callback_private.search_host('callback_private.host_profiles', 'id', array['lower(v.full_name) like $1'],
      callback_private.beginning_pattern(${name}), 10, ${deadline}::text::timestamptz)`;
  return { found: row?.ids.length, partial: row?.partial };
}

describe('in a large table', () => {
  beforeEach(() => fill());

  test('without an index the clock ends a search, and says so; without a deadline it finds all', async () => {
    expect(await search('ama mensah 99999', 'now')).toEqual({ found: 0, partial: true });
    expect(await search('ama mensah 99999', 'infinity')).toEqual({ found: 1, partial: false });
    expect(await search('ama', 'infinity')).toEqual({ found: 10, partial: true });
  });

  test('the index that doctor names makes it quick, and the deadline counts no more', async () => {
    const found = await slow();
    expect(found.map(({ column_name }) => column_name)).toEqual([
      'host_profiles.email',
      'host_profiles.full_name',
    ]);
    for (const { index_sql } of found) {
      expect(index_sql).toMatch(/^create index concurrently on public\.profiles \(lower\(/);
      await database.sql.unsafe(index_sql ?? '');
    }
    await database.sql`analyze public.profiles`;
    expect(await slow()).toEqual([]);
    expect(await search('ama mensah 99999', 'now')).toEqual({ found: 1, partial: false });
  });

  test('a name that no index can hold has none named', async () => {
    await database.sql.unsafe(`create or replace view callback_private.host_profiles as
      select p.id, concat_ws(' ', p.first_name, p.last_name)::text as full_name, p.phone::text, p.email::text, p.avatar_url::text,
        p.is_verified, null::numeric as trust_score, true as is_active, p.created_at, null::text as time_zone, null::text as locale
      from public.profiles p`);
    expect(await slow()).toContainEqual({ column_name: 'host_profiles.full_name', index_sql: null });
  });
});

test('in a small table no index is missing', async () => {
  await fill(500);
  expect(await slow()).toEqual([]);
  expect(await search('ama mensah 499', 'now')).toEqual({ found: 1, partial: false });
});

test('a name of two columns is written so that it can be indexed', async () => {
  const [row] = await database.sql`select provolatile as volatility from pg_proc where proname = 'concat_ws'`;
  expect(row?.volatility).toBe('s');
  await database.sql`insert into public.profiles (first_name, last_name) values (' Ama ', ''), ('', 'Mensah'), ('', '')`;
  const rows = await database.sql`select full_name from callback_private.host_profiles order by 1`;
  expect(rows.map(({ full_name }) => full_name)).toEqual(['Ama', 'Mensah', null]);
});
