/** Reminders: whom they reach, when, and that nobody gets two. */

import { expectConservation, serve } from '@ringback/testing/database/deliveries.ts';
import {
  asUser,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('remind_callback_sellers on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await serve(sql, 'email');
    seller = await person(database);
    bike = await listing(database, seller);
  });
  beforeEach(async () => {
    await sql`delete from callback_requests`;
    await sql`update callback_private.settings set remind_after = default, expires_after = default`;
  });

  const ask = async () => create(api, await person(database), bike);
  const remind = async (limit: number | null = 1000) =>
    (await api`select remind_callback_sellers(${limit}) as count`)[0]?.count;

  test('the seller, after a day without an answer, once', async () => {
    const [old, young] = [await ask(), await ask()];
    await daysPass(sql, 1, [old]);
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect(await notificationsOf(sql, old, seller.id)).toEqual(['new_request', 'request_reminder']);
    expect(await notificationsOf(sql, young, seller.id)).toEqual(['new_request']);
    const history = async (reader: { id: string }) =>
      (await get(api, old, reader.id)).history?.map(({ event_type }) => event_type);
    expect(await history(seller)).toEqual(['request_created', 'seller_reminded']);
    const [buyer] = await sql<
      { id: string }[]
    >`select requester_id as id from callback_requests where id = ${old}`;
    expect(await history(buyer as { id: string })).toEqual(['request_created']);
    await expectConservation(sql);
    await expectInvariants(sql);
  });

  test('the buyer sees nothing of it, not even when', async () => {
    const buyer = await person(database);
    const id = await create(api, buyer, bike);
    await daysPass(sql, 1, [id]);
    const [before, forSeller] = [await get(api, id, buyer.id), await get(api, id, seller.id)];
    expect(await remind()).toBe(1);
    expect(await get(api, id, buyer.id)).toEqual(before);
    const { history, ...rest } = await get(api, id, seller.id);
    expect({ ...rest, history: history?.slice(0, -1) }).toEqual(forSeller);
    expect(Date.now() - Date.parse(String(history?.at(-1)?.at))).toBeLessThan(60_000);
  });

  test('four at once remind once', async () => {
    const made = [];
    for (let index = 0; index < 20; index++) made.push(await ask());
    await daysPass(sql, 2, made);
    const counts = await Promise.all(Array.from({ length: 4 }, () => remind()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    await expectInvariants(sql);
  });

  test('nobody who answered, and nobody whose time is over', async () => {
    const [answered, overdue] = [await ask(), await ask()];
    await daysPass(sql, 2, [answered, overdue]);
    await update(api, answered, 'acknowledged', seller.id);
    await timeRunsOut(sql, [overdue]);
    expect(await remind()).toBe(0);
  });

  test('half-way where requests live shorter; never where it is switched off', async () => {
    const id = await ask();
    await sql`update callback_requests set requested_at = requested_at - interval '3 hours' where id = ${id}`;
    await sql`update callback_private.settings set expires_after = '5 hours', remind_after = null`;
    expect(await remind()).toBe(0);
    await sql`update callback_private.settings set remind_after = default`;
    expect(await remind()).toBe(1);
  });

  test.each([null, 0, 100_001])('a limit of %s is refused', async (limit) => {
    await expectRefusal(remind(limit), 'invalid_input');
    await remind(1);
  });

  test('is for the service alone', async () => {
    const error = await asUser(sql, seller.id, (as) => as`select remind_callback_sellers()`).catch((e) => e);
    expect(error.code).toBe('42501');
  });
});
