/** Where Supabase Realtime is, its publication holds the two tables that users may read rows of. */

import { testDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';

test.each([15, 18] as const)('migrating adds them, on PostgreSQL %i', async (version) => {
  const { sql } = await testDatabase({ version, kind: 'supabase' });
  const rows = await sql<{ tablename: string }[]>`
    select tablename from pg_publication_tables where pubname = 'supabase_realtime' order by 1`;
  expect(rows.map(({ tablename }) => tablename)).toEqual([
    'callback_request_notifications',
    'callback_requests',
  ]);
});

test('where there is none, none is made', async () => {
  const { sql } = await testDatabase();
  expect([...(await sql`select from pg_publication`)]).toEqual([]);
});
