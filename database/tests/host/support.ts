/** An empty database for a marketplace of the test's own making. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import type { DatabaseKind } from '@ringback/testing/database/templates.ts';
import { inject } from 'vitest';
import { type Sql, withConnection, withDatabase } from '../../src/index.ts';

const SUPABASE_PROJECT = readFileSync(
  join(import.meta.dirname, '../../../testing/src/database/supabase_project.sql'),
  'utf8',
);

/** A database without tables; on Supabase with what a new project has, and its owner's connection. */
export async function emptyDatabase(kind: DatabaseKind = 'plain', version?: number): Promise<TestDatabase> {
  const db = await testDatabase({ kind, version, empty: true });
  if (kind === 'supabase') await asSuperuser(db, (sql) => sql.unsafe(SUPABASE_PROJECT).simple());
  return db;
}

/** Does what the owner of a Supabase project cannot. */
export function asSuperuser<T>(db: TestDatabase, work: (sql: Sql) => Promise<T>): Promise<T> {
  const name = new URL(db.url).pathname.slice(1);
  return withConnection(withDatabase(String(inject('servers')[db.version]?.url), name), work);
}
