/** A marketplace that has not met Ringback yet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';

const HOST_TABLES = join(import.meta.dirname, '../../../testing/src/database/host_tables.sql');

export async function marketplace(version?: number): Promise<TestDatabase> {
  const database = await testDatabase({ version, empty: true });
  await database.sql.unsafe(readFileSync(HOST_TABLES, 'utf8')).simple();
  return database;
}
