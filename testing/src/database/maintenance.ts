/** All maintenance that there is to do. */
import type { Sql } from '@ringback/database';

/** Runs it as often as it has more to do, as the server's job does: a slow machine does a part in each call. Gives the rows that it forgot. */
export async function maintainAll(sql: Sql): Promise<number> {
  const [row] = await sql<{ report: { forgotten_rows: number; has_more: boolean } | null }[]>`
    select run_callback_maintenance() as report`;
  const { forgotten_rows = 0, has_more = false } = row?.report ?? {};
  return forgotten_rows + (has_more ? await maintainAll(sql) : 0);
}
