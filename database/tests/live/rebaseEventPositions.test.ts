/** After a dump was restored into another cluster, whose transactions are counted from the start, the statistics go on as if nothing had happened. */

import {
  create,
  EVERY_VERSION,
  expectInvariants,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  rollUpAll,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(EVERY_VERSION)('rebase_event_positions on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    seller = await person(database);
    bike = await listing(database, seller);
  });

  const received = async () => {
    const [row] = await api`select get_callback_request_stats(${seller.id}) -> 'as_seller' as stats`;
    return row?.stats;
  };
  const answerOne = async () =>
    update(api, await create(api, await person(database), bike), 'acknowledged', seller.id);
  /** As if the events had been written by transactions that this cluster has not reached yet. */
  const comeFromTheFuture = () => sql`
      with moved as (update callback_private.events set xact_id = (xact_id::text::bigint + 1000000000)::text::xid8)
      update callback_private.stats_position set counted_before = (counted_before::text::bigint + 1000000000)::text::xid8`;

  test('the counts stay right, and what happens next is counted', async () => {
    await answerOne();
    await rollUpAll(sql);
    await create(api, await person(database), bike);
    const before = await received();
    await comeFromTheFuture();
    await sql`select callback_private.rebase_event_positions()`;
    expect(await received()).toEqual(before);
    const id = await create(api, await person(database), bike);
    await update(api, id, 'completed', seller.id);
    expect((await received()).total_received).toBe(before.total_received + 1);
    expect(await rollUpAll(sql)).toBe(2);
    await expectInvariants(sql);
  });

  test('without it, what happens next would be missing: the repair is needed', async () => {
    await create(api, await person(database), bike);
    await rollUpAll(sql);
    await comeFromTheFuture();
    await create(api, await person(database), bike);
    expect((await received()).total_received).toBe(1);
    await sql`select callback_private.rebase_event_positions()`;
    expect((await received()).total_received).toBe(2);
    await expectInvariants(sql);
  });

  test('in the cluster where it was written nothing is touched', async () => {
    await answerOne();
    await rollUpAll(sql);
    const position = () =>
      sql`select counted_before::text, (select max(xact_id::text::bigint) from callback_private.events) as newest from callback_private.stats_position`;
    const before = await position();
    await sql`select callback_private.rebase_event_positions()`;
    expect(await position()).toEqual(before);
  });
});
