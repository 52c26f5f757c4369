/** What a page costs does not grow with what has happened since a transaction began that is still open, nor with what that one has written. */

import { EVERY_VERSION, openTransaction, person, testDatabase } from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { expect, test, vi } from 'vitest';
import type { Executor, Sql } from '../../src/index.ts';

const EVENTS = byForm(5_000, 100_000);

/** Blocks of tables and indexes; to pass over the other events would take several times as many. */
const FEW = 20;

test.each(EVERY_VERSION)(
  'a page is short to read behind a long transaction, on PostgreSQL %i',
  async (version) => {
    const database = await testDatabase({ version });
    const [seller, buyer] = [await person(database), await person(database)];
    const write = (sql: Executor, count: number) => sql`
    insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
    select 'request_created', gen_random_uuid(), ${seller.id}, ${buyer.id}, 'buyer', 'pending' from generate_series(1, ${count})`;
    const reader = await database.api.reserve();

    async function expectReads(cursor: string, most: number) {
      for (const read of [
        `callback_private.follow_callback_events('${cursor}', 100)`,
        `callback_private.resume_callback_events('${seller.id}', '${cursor}', 100)`,
      ])
        expect(await blocksOf(reader, read), read).toBeLessThan(most);
    }

    const long = await openTransaction(database.url);
    await write(long, EVENTS);
    await write(database.sql, EVENTS);
    let cursor = '';
    // Again, should more transactions be open on the tests' server at once than a cursor names.
    await vi.waitFor(async () => {
      const [row] =
        await reader`select callback_private.follow_callback_events(null, 1) ->> 'cursor' as cursor`;
      cursor = row?.cursor;
      await write(database.sql, 1);
      await expectReads(cursor, FEW);
    }, 30_000);
    await long`commit`;
    await expectReads(cursor, 2 * FEW);
    const all = '(select count(*) from callback_private.events)';
    expect(await blocksOf(reader, all), all).toBeGreaterThan(4 * FEW);
    reader.release();
  },
);

/** The blocks that a call touches once its plans are made. */
async function blocksOf(sql: Sql, call: string): Promise<number> {
  for (let i = 0; i < 6; i++) await sql.unsafe(`select ${call}`);
  const [row] = await sql.unsafe(`explain (analyze, buffers, format json) select ${call}`);
  const plan = row?.['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
