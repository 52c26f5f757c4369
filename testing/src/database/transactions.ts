/** A transaction that a test keeps open. */

import { connect, type Sql } from '@ringback/database';
import { onTestFinished } from 'vitest';

/** Begins a transaction that has a number already, as if it had written; what is still open at the end of the test is rolled back. */
export async function openTransaction(url: string): Promise<Sql> {
  const sql = connect(url, { max: 1, idleInTransactionTimeoutMs: 300_000 });
  onTestFinished(() => sql.end({ timeout: 1 }));
  await sql`begin`;
  await sql`select pg_current_xact_id()`;
  return sql;
}
