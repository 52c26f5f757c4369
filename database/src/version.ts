/** Whether a database has the schema that this version of Ringback needs. */
import type { Executor } from './connect.ts';
import { migrationNames } from './script.ts';

/**
 * The migrations that the database still lacks; empty when it is current, or newer than this version. Any login that holds
 * callback_service may ask.
 */
export async function missingMigrations(sql: Executor): Promise<string[]> {
  const [row] = await sql<
    { applied: string[] }[]
  >`select to_json(callback_private.applied_migrations()) as applied`;
  return migrationNames().filter((name) => !row?.applied.includes(name));
}
