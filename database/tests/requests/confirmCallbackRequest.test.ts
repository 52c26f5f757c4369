/** The buyer confirms or contradicts a completion: who may, when, what both sides see of it, and which notice still holds. */

import { claim, expectConservation, record, serve } from '@ringback/testing/database/deliveries.ts';
import {
  asService,
  asUser,
  confirm,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  get,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await serve(sql, 'email');
});
beforeEach(async () => {
  [buyer, seller] = [await person(database), await person(database)];
  id = await create(api, buyer, await listing(database, seller));
  await update(api, id, 'completed', seller.id);
});

/** The types of the events of a request, with what the buyer answered. */
const answers = async () =>
  (await get(api, id, seller.id)).history
    ?.filter(({ event_type }) => event_type.startsWith('completion_'))
    .map(({ event_type, data }) => `${event_type} ${data.answer}`);

describe('an answer', () => {
  test.each([
    ['talked', 5, 'completion_confirmed'],
    ['talked', null, 'completion_confirmed'],
    ['not_called', null, 'completion_contradicted'],
    ['wrong_person', null, 'completion_contradicted'],
  ])('%s (%s) shows to both sides and stands in the history', async (answer, rating, event) => {
    const { request } = await confirm(api, id, answer, buyer.id, { rating });
    const given = { answer, rating, answered_at: request.updated_at };
    expect(request).toMatchObject({ status: 'completed', confirmation: given });
    expect((await get(api, id, seller.id)).confirmation).toEqual(given);
    expect(await answers()).toEqual([`${event} ${answer}`]);
    await expectInvariants(sql);
  });

  test('can be changed; the same again, or another rating, is no event', async () => {
    await confirm(api, id, 'not_called', buyer.id);
    await confirm(api, id, 'not_called', buyer.id);
    await confirm(api, id, 'talked', buyer.id, { rating: 2 });
    const { request } = await confirm(api, id, 'talked', buyer.id, { rating: 4 });
    expect(request.confirmation).toMatchObject({ answer: 'talked', rating: 4 });
    expect(await answers()).toEqual(['completion_contradicted not_called', 'completion_confirmed talked']);
    await expectInvariants(sql);
  });

  test('with a key is given once', async () => {
    const first = await confirm(api, id, 'not_called', buyer.id, { key: 'a' });
    await confirm(api, id, 'talked', buyer.id);
    const again = await confirm(api, id, 'not_called', buyer.id, { key: 'a' });
    expect(again).toEqual({ ...first, replayed: true });
    expect((await get(api, id, buyer.id)).confirmation).toMatchObject({ answer: 'talked' });
    await expectRefusal(confirm(api, id, 'talked', buyer.id, { key: 'a' }), 'idempotency_key_reused');
  });

  test.each<[string | null, number | null, string]>([
    [null, null, 'answer'],
    ['maybe', null, 'answer'],
    ['talked', 0, 'rating'],
    ['talked', 6, 'rating'],
    ['talked', 100_000, 'rating'],
    ['not_called', 1, 'rating'],
  ])('%s with the rating %s is refused', async (answer, rating, field) => {
    const { detail } = await expectRefusal(confirm(api, id, answer, buyer.id, { rating }), 'invalid_input');
    expect(detail).toEqual({ field });
    expect((await get(api, id, buyer.id)).confirmation).toBeNull();
  });

  test('is the buyer’s alone', async () => {
    await expectRefusal(confirm(api, id, 'talked', seller.id), 'forbidden');
    await expectRefusal(confirm(api, id, 'talked', (await person(database)).id), 'not_found');
    await expectRefusal(
      asUser(sql, seller.id, (as) => confirm(as, id, 'talked', buyer.id)),
      'forbidden',
    );
    await asUser(sql, buyer.id, (as) => confirm(as, id, 'talked', null));
  });

  test.each(['pending', 'acknowledged', 'cancelled'])(
    'waits for the completion: not while %s',
    async (status) => {
      const other = await create(api, buyer, await listing(database, seller));
      if (status !== 'pending') await update(api, other, status, seller.id);
      await expectRefusal(confirm(api, other, 'talked', buyer.id), 'invalid_transition');
      expect((await get(api, other, buyer.id)).can_confirm_until).toBeNull();
    },
  );

  test('is taken for two weeks, and only the buyer reads until when', async () => {
    const { completed_at, can_confirm_until } = await get(api, id, buyer.id);
    expect(Date.parse(can_confirm_until ?? '') - Date.parse(completed_at ?? '')).toBe(14 * 24 * 3_600_000);
    expect((await get(api, id, seller.id)).can_confirm_until).toBeNull();
    await daysPass(sql, 13, [id]);
    await confirm(api, id, 'not_called', buyer.id);
    await daysPass(sql, 1, [id]);
    await expectRefusal(confirm(api, id, 'talked', buyer.id), 'invalid_transition');
    expect((await get(api, id, buyer.id)).can_confirm_until).toBeNull();
  });

  test('is taken, too, from a buyer whom the seller has blocked', async () => {
    await sql`insert into blocked_users (blocker_id, blocked_id) values (${seller.id}, ${buyer.id})`;
    await confirm(api, id, 'not_called', buyer.id);
    expect(await answers()).toHaveLength(1);
  });

  test('goes with its request; no user reads the table, the service does', async () => {
    await confirm(api, id, 'not_called', buyer.id);
    const count = (as: Parameters<typeof confirm>[0]) =>
      as`select count(*)::int from callback_private.confirmations where callback_request_id = ${id}`;
    expect((await asService(sql, count))[0]?.count).toBe(1);
    const refused = await asUser(sql, buyer.id, count).catch((error) => error);
    expect(refused.code).toBe('42501');
    await sql`delete from callback_requests where id = ${id}`;
    expect((await count(sql))[0]?.count).toBe(0);
    await expectInvariants(sql);
  });
});

describe('the notice', () => {
  /** The types that leave by mail now, to the seller. */
  const leaving = async () => {
    const claimed = await claim(api);
    await record(api, claimed, { outcome: 'sent' });
    return claimed
      .filter(({ address }) => address === seller.email)
      .map(({ notification_type }) => notification_type);
  };
  const seen = async () => {
    const [row] = await api`select list_callback_notifications(p_user_id := ${seller.id}) as page`;
    return row?.page.items.map(
      (item: { notification_type: string; confirmation: string }) =>
        `${item.notification_type} ${item.confirmation}`,
    );
  };

  test('of a contradiction reaches the seller, that of a confirmation nobody', async () => {
    await confirm(api, id, 'talked', buyer.id);
    expect(await notificationsOf(sql, id, seller.id)).toEqual(['new_request']);
    await confirm(api, id, 'wrong_person', buyer.id);
    expect(await leaving()).toEqual(['completion_contradicted']);
    expect(await seen()).toContain('completion_contradicted wrong_person');
    await expectConservation(sql);
  });

  test('that waits is outdated by another answer, and the inbox shows the present one', async () => {
    await confirm(api, id, 'not_called', buyer.id);
    await confirm(api, id, 'wrong_person', buyer.id);
    expect(await leaving()).toEqual(['completion_contradicted']);
    await confirm(api, id, 'not_called', buyer.id);
    await confirm(api, id, 'talked', buyer.id);
    expect(await leaving()).toEqual([]);
    expect(await seen()).toEqual([...Array(3).fill('completion_contradicted talked'), 'new_request talked']);
    await expectInvariants(sql);
  });
});
