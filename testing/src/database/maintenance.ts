/** All maintenance that there is to do. */
import type { Executor } from '@ringback/database';

/** Runs it as often as it has more to do, as the server's job does: a slow machine does a part in each call. Gives the rows that it forgot. */
export async function maintainAll(sql: Executor): Promise<number> {
  let forgotten = 0;
  for (let hasMore = true; hasMore; ) {
    const [row] = await sql<{ report: { forgotten_rows: number; has_more: boolean } | null }[]>`
      select run_callback_maintenance() as report`;
    forgotten += row?.report?.forgotten_rows ?? 0;
    hasMore = row?.report?.has_more ?? false;
  }
  return forgotten;
}
