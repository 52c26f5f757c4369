/** What the regular maintenance reports of its work: all that the database counts. */
import { makeItNoon, testDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';
import { runMaintenance } from '../../src/maintenance/maintenance.ts';

test('adds up every count of the database, over as many runs as it takes', async () => {
  const database = await testDatabase();
  const { sql, api } = database;
  await makeItNoon(sql);
  const [row] = await sql`select public.run_callback_maintenance() as part`;
  const { has_more: _, ...counts } = row?.part ?? {};
  await sql`insert into callback_private.refusals (user_id, operation, code, refused_on)
    select gen_random_uuid(), 'submit_callback_request', 'rate_limited', current_date - 40
    from generate_series(1, 1003)`;
  const total = await runMaintenance(api);
  expect(Object.keys(total ?? {}).sort()).toEqual(Object.keys(counts).sort());
  expect(total).toMatchObject({ forgotten_rows: 1_003 });
});
