/** An operator closes a request: what it does, what each side sees of it, who may, and that it counts in nobody's rate. */
import { randomUUID } from 'node:crypto';
import {
  type Answer,
  asUser,
  close,
  create,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  rollUpAll,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('close_callback_request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  let id: string;
  let operator: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    const [row] = await sql`
      insert into callback_private.operators (subject, name, role) values ('ann', 'Ann Secret', 'support') returning id`;
    operator = row?.id;
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    bike = await listing(database, seller, { title: 'Bike' });
    id = await create(api, buyer, bike);
  });

  const audit = () =>
    sql`select operator_id, action, subject_kind, data from callback_private.audit where subject_id = ${id}`;

  test.each(['pending', 'acknowledged'])(
    'cancels a request that is %s, as the marketplace',
    async (status) => {
      if (status === 'acknowledged') await update(api, id, status, seller.id);
      const { request, replayed } = await close(api, id, operator, { reason: ' Fraud ' });
      expect(replayed).toBe(false);
      const closed = { status: 'cancelled', cancelled_by: 'operator', cancel_reason: 'Fraud' };
      expect(request).toMatchObject(closed);
      for (const reader of [buyer, seller]) {
        expect(await get(api, id, reader.id)).toMatchObject(closed);
        expect((await notificationsOf(sql, id, reader.id)).at(-1)).toBe('request_cancelled');
      }
      expect(await audit()).toEqual([
        {
          operator_id: operator,
          action: 'close_callback_request',
          subject_kind: 'callback_request',
          data: { from_status: status },
        },
      ]);
      await expectInvariants(sql);
    },
  );

  test('both sides read that an operator did it, and never which', async () => {
    await close(api, id, operator, { reason: 'Fraud' });
    for (const reader of [buyer, seller]) {
      const request = await get(api, id, reader.id);
      expect(request.history?.at(-1)).toEqual({
        at: expect.any(String),
        actor: 'operator',
        event_type: 'status_changed',
        from_status: 'pending',
        to_status: 'cancelled',
        data: { reason: 'Fraud' },
      });
      const [inbox] = await api`select list_callback_notifications(p_user_id := ${reader.id}) as page`;
      expect(inbox?.page.items[0]).toMatchObject({
        notification_type: 'request_cancelled',
        message: 'The marketplace closed the callback request about “Bike”.',
        cancelled_by: 'operator',
      });
      const [live] = await api`
        select callback_private.resume_callback_events(${reader.id}, '1:1:', 1000) as page`;
      for (const answer of [request, inbox?.page, live?.page])
        expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${operator}|Ann Secret`));
    }
  });

  test('the operator reads the request without the number', async () => {
    const { request } = await close(api, id, operator);
    expect(request).toMatchObject({ requester_phone: null, requester: { id: buyer.id, phone: null } });
    expect(JSON.stringify(request)).not.toContain(String(buyer.phone));
    expect(JSON.stringify(request)).not.toContain(String(seller.phone));
  });

  test('the same key gives the first answer again; without one a second time changes nothing', async () => {
    const key = randomUUID();
    const first = await close(api, id, operator, { key });
    expect(await close(api, id, operator, { key })).toEqual({ ...first, replayed: true });
    await expectRefusal(close(api, id, operator, { key, reason: 'Other' }), 'idempotency_key_reused');
    expect((await close(api, id, operator, { reason: 'Other' })).request.cancel_reason).toBeNull();
    expect(await audit()).toHaveLength(1);
    await expectInvariants(sql);
  });

  test('what the buyer withdrew stays withdrawn', async () => {
    await update(api, id, 'cancelled', buyer.id, 'Mine');
    const { request } = await close(api, id, operator, { reason: 'Theirs' });
    expect(request).toMatchObject({ cancelled_by: 'buyer', cancel_reason: 'Mine' });
    expect(await audit()).toEqual([]);
  });

  test('what is completed, expired or not there cannot be closed', async () => {
    await expectRefusal(close(api, randomUUID(), operator), 'not_found');
    await expectRefusal(close(api, null, operator), 'not_found');
    await timeRunsOut(sql, [id]);
    await expectRefusal(close(api, id, operator), 'request_expired');
    const other = await create(api, buyer, await listing(database, seller));
    await update(api, other, 'completed', seller.id);
    const { detail } = await expectRefusal(close(api, other, operator), 'invalid_transition');
    expect(detail).toEqual({ status: 'completed' });
    expect(await audit()).toEqual([]);
  });

  test('a reason that is too long is refused, and nothing of it stays', async () => {
    const { detail } = await expectRefusal(
      close(api, id, operator, { reason: 'x'.repeat(501) }),
      'invalid_input',
    );
    expect(detail).toEqual({ field: 'cancel_reason' });
    expect(await audit()).toEqual([]);
    expect((await get(api, id, buyer.id)).status).toBe('pending');
  });

  test.each<[string, (as: { buyer: Person; seller: Person }) => Person]>([
    ['the buyer', (world) => world.buyer],
    ['the seller', (world) => world.seller],
  ])('%s is no operator', async (_, pick) => {
    const { id: userId } = pick({ buyer, seller });
    for (const named of [null, operator, userId])
      await expectRefusal(
        asUser(sql, userId, (as) => close(as, id, named)),
        'forbidden',
      );
    await expectRefusal(close(api, id, userId), 'forbidden');
    expect((await close(api, id, operator)).request.status).toBe('cancelled');
  });

  test('twenty at once close it once', async () => {
    const answers: Answer[] = await Promise.all(Array.from({ length: 20 }, () => close(api, id, operator)));
    expect(answers.every(({ request }) => request.cancelled_by === 'operator')).toBe(true);
    expect(await audit()).toHaveLength(1);
    await expectInvariants(sql);
  });

  describe('counts in no rate', () => {
    const stats = async (user: Person) =>
      (await api`select get_callback_request_stats(${user.id}) as stats`)[0]?.stats;

    test.each(['before a rollup', 'after a rollup'])(
      '%s, and is taken out again when it is deleted',
      async (when) => {
        const settle = async () => when === 'after a rollup' && rollUpAll(sql);
        const answered = await create(api, buyer, await listing(database, seller));
        await update(api, answered, 'completed', seller.id);
        await update(api, id, 'acknowledged', seller.id);
        await close(api, id, operator);
        await settle();
        expect((await stats(seller)).as_seller).toMatchObject({
          ...{ total_received: 2, completed: 1, cancelled: 1, acknowledged: 0 },
          response_rate: 100,
        });
        expect((await stats(buyer)).as_requester).toMatchObject({ total_sent: 2, success_rate: 100 });

        const declined = await create(api, buyer, await listing(database, seller));
        await update(api, declined, 'cancelled', seller.id);
        await settle();
        expect((await stats(seller)).as_seller).toMatchObject({ cancelled: 2, response_rate: 50 });
        await sql`delete from callback_requests where id = ${id}`;
        await settle();
        expect((await stats(seller)).as_seller).toMatchObject({
          total_received: 2,
          cancelled: 1,
          response_rate: 50,
        });
        await expectInvariants(sql);
      },
    );

    test('nor in those of the whole marketplace', async () => {
      await sql`delete from callback_requests`;
      const [first, second] = [
        await create(api, buyer, bike),
        await create(api, buyer, await listing(database, seller)),
      ];
      await update(api, first, 'completed', seller.id);
      const overview = async () => (await api`select get_callback_overview(1) as it`)[0]?.it;
      expect(await overview()).toMatchObject({ received: 2, response_rate: 50, completion_rate: 100 });
      await close(api, second, operator);
      expect(await overview()).toMatchObject({ received: 2, response_rate: 100, completion_rate: 100 });
    });
  });
});
