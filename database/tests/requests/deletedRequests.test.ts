/** What stays of a request that the marketplace deletes: its events, without anything that people wrote. */
import {
  create,
  expectInvariants,
  get,
  listing,
  person,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ version });
  });

  test('the events of a deleted request keep words of ours alone, those of others stay whole', async () => {
    const { sql, api } = database;
    const [buyer, seller] = [await person(database), await person(database)];
    const bike = await listing(database, seller);
    const [gone, kept] = [await create(api, buyer, bike), await create(api, await person(database), bike)];
    await api`select callback_private.log_callback_attempt(${gone}, 'busy', null, ${seller.id}, null)`;
    await api`select callback_private.edit_callback_request(${gone}, '{"message": "Private words"}', null, ${buyer.id})`;
    await api`select update_callback_request_status(${gone}, 'cancelled', ${buyer.id}, 'Private words')`;
    await update(api, kept, 'cancelled', seller.id);
    const note = { note: 'Private words', reason: 'Private words' };
    await sql`update callback_private.events set data = data || ${JSON.stringify(note)}::text::jsonb`;
    await sql`delete from callback_requests where id = ${gone}`;
    const dataOf = async (id: string) =>
      (await sql`select data from callback_private.events where callback_request_id = ${id} order by id`).map(
        ({ data }) => data,
      );
    expect(await dataOf(gone)).toEqual([
      {},
      { attempt_id: expect.any(String), outcome: 'busy' },
      { attempt_id: expect.any(String) }, // the call acknowledged it
      { fields: ['message'] },
      {},
      { cancelled_by: 'buyer' },
    ]);
    expect(await dataOf(kept)).toEqual([note, note]);
    expect((await get(api, kept, seller.id)).history).toHaveLength(2);
    await expectInvariants(sql);
  });
});
