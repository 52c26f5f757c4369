/** `ringback rebuild-figures` counts every day again. */
import { create, listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';
import { ringback } from '../support/process.ts';

test('counts every day again, also what was changed by hand', async () => {
  const database = await testDatabase();
  const { sql, api } = database;
  const id = await create(api, await person(database), await listing(database, await person(database)));
  await sql`select rebuild_callback_figures()`;
  const priorities = async () => {
    const [row] = await sql<
      { shares: unknown }[]
    >`select get_callback_figures() #> '{shares,priority}' as shares`;
    return row?.shares;
  };
  await sql`update callback_requests set requested_on = requested_on - 1, requested_at = requested_at - interval '1 day',
    priority = 'urgent' where id = ${id}`;
  const running = ringback(['rebuild-figures'], { DATABASE_URL: database.url });
  expect(await running.exited).toBe(0);
  expect(running.output()).toContain('Counted again: 1 days.');
  expect(await priorities()).toEqual({ urgent: 1 });
});
