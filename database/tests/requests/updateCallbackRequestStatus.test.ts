/** The state machine: who may lead a request where, what is written and who is told. */

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  asUser,
  create,
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
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Status = 'pending' | 'acknowledged' | 'completed' | 'cancelled' | 'expired' | 'overdue';
type Actor = 'seller' | 'buyer' | 'stranger';

const FROM: Status[] = ['pending', 'acknowledged', 'completed', 'cancelled', 'expired', 'overdue'];
const TO = ['pending', 'acknowledged', 'completed', 'cancelled', 'expired'];
const ACTORS: Actor[] = ['seller', 'buyer', 'stranger'];

/** Every cell of the table: what becomes of a request in that state when that actor asks for that status. */
function outcome(from: Status, to: string, actor: Actor): string {
  const effective = from === 'overdue' ? 'expired' : from;
  if (actor === 'stranger') return 'not_found';
  if (actor === 'buyer' && (to === 'acknowledged' || to === 'completed')) return 'forbidden';
  if (to === effective) return 'repeat';
  if (effective === 'expired') return 'request_expired';
  const open = effective === 'pending' || effective === 'acknowledged';
  return open && to !== 'pending' && to !== 'expired' ? 'done' : 'invalid_transition';
}

const CELLS = FROM.flatMap((from) => TO.flatMap((to) => ACTORS.map((actor) => [from, to, actor] as const)));

describe.each(VERSIONS)('update_callback_request_status on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let buyer: Person;
  let stranger: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    [seller, stranger] = await Promise.all([person(database), person(database)]);
    await sql`update callback_private.settings set requests_per_seller_per_day = 10000`;
    bike = await listing(database, seller, { title: 'Road bike' });
  });
  beforeEach(async () => {
    buyer = await person(database);
  });

  const idOf = (actor: Actor) => ({ seller, buyer, stranger })[actor].id;
  const stored = async (id: string) => {
    const [row] = await sql`
      select status, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason, updated_at, expires_at, requested_at
      from callback_requests where id = ${id}`;
    return row as Record<string, unknown>;
  };
  const told = async (id: string) => [
    await notificationsOf(sql, id, seller.id),
    await notificationsOf(sql, id, buyer.id),
  ];
  const eventCount = async (id: string) =>
    (await sql`select from callback_private.events where callback_request_id = ${id}`).length;

  /** A request that got into that state through the functions; time passes a minute between its steps. */
  async function requestIn(status: Status): Promise<string> {
    const id = await create(api, buyer, bike);
    const overdue = () => sql`
      update callback_requests set requested_at = now() - interval '1 hour', acknowledged_at = acknowledged_at - interval '1 minute',
        expires_at = now() - interval '1 second' where id = ${id}`;
    if (status === 'acknowledged' || status === 'completed') await update(api, id, 'acknowledged', seller.id);
    if (status === 'completed' || status === 'cancelled') await update(api, id, status, seller.id);
    if (status === 'overdue' || status === 'expired') await overdue();
    if (status === 'expired') await api`select expire_callback_requests()`;
    return id;
  }

  test('the call in the requirement runs as it is written', async () => {
    const id = await requestIn('pending');
    const [row] = await asUser(sql, seller.id, (as) =>
      as.unsafe(`SELECT update_callback_request_status(
          p_request_id := '${id}',
          p_new_status := 'acknowledged',
          p_user_id := '${seller.id}'
      );`),
    );
    expect(row).toEqual({ update_callback_request_status: true });
    expect((await stored(id)).status).toBe('acknowledged');
  });

  test.each(CELLS)('%s → %s by the %s', async (from, to, actor) => {
    const id = await requestIn(from);
    const [before, toldBefore, eventsBefore] = [await stored(id), await told(id), await eventCount(id)];
    const expected = outcome(from, to, actor);
    const attempt = update(api, id, to, idOf(actor));

    if (expected === 'done') {
      expect(await attempt).toBe(true);
      expect((await stored(id)).status).toBe(to);
      const other = actor === 'seller' ? 1 : 0;
      expect((await told(id))[other]).toEqual([...(toldBefore[other] ?? []), `request_${to}`]);
      expect((await told(id))[1 - other]).toEqual(toldBefore[1 - other]);
      expect(await eventCount(id)).toBe(eventsBefore + 1);
      return;
    }
    if (expected === 'repeat') expect(await attempt).toBe(true);
    else await expectRefusal(attempt, expected);
    expect(await stored(id)).toEqual(before);
    expect(await told(id)).toEqual(toldBefore);
    expect(await eventCount(id)).toBe(eventsBefore);
  });

  test('refusals carry their status and what is known', async () => {
    const done = await requestIn('completed');
    const refusal = await expectRefusal(update(api, done, 'cancelled', seller.id), 'invalid_transition');
    expect(refusal).toMatchObject({
      status: 409,
      detail: { status: 'completed' },
      message: 'A request that is completed cannot become cancelled.',
    });
    buyer = await person(database);
    const late = await requestIn('overdue');
    expect(
      await expectRefusal(update(api, late, 'acknowledged', seller.id), 'request_expired'),
    ).toMatchObject({ status: 409 });
    expect(await expectRefusal(update(api, late, 'acknowledged', buyer.id), 'forbidden')).toMatchObject({
      status: 403,
    });
  });

  test('what is missing and what is not yours look the same', async () => {
    const id = await requestIn('pending');
    const foreign = await expectRefusal(update(api, id, 'acknowledged', stranger.id), 'not_found');
    const missing = await expectRefusal(update(api, randomUUID(), 'acknowledged', stranger.id), 'not_found');
    expect(foreign).toEqual(missing);
    expect(await expectRefusal(update(api, null, 'acknowledged', seller.id), 'not_found')).toEqual(missing);
    expect(await expectRefusal(update(api, id, 'nonsense', stranger.id), 'not_found')).toEqual(missing);
    await update(api, id, 'acknowledged', seller.id);
  });

  test.each([null, '', 'done', 'PENDING'])('the status %j is refused', async (status) => {
    const id = await requestIn('pending');
    const refusal = await expectRefusal(update(api, id, status, seller.id), 'invalid_input');
    expect(refusal).toMatchObject({ status: 422, detail: { field: 'status' } });
    await update(api, id, 'completed', seller.id);
  });

  describe('times', () => {
    test('an acknowledgement keeps its time when the call is done', async () => {
      const id = await requestIn('acknowledged');
      const { acknowledged_at } = await stored(id);
      await setTimeout(2); // a Date knows no less than a millisecond
      await update(api, id, 'completed', seller.id);
      const row = await stored(id);
      expect(row.acknowledged_at).toEqual(acknowledged_at);
      expect(row.completed_at).toEqual(row.updated_at);
      expect(row.completed_at).not.toEqual(acknowledged_at);
    });

    test('a call that is done at once counts as acknowledged then', async () => {
      const id = await requestIn('pending');
      await update(api, id, 'completed', seller.id);
      const row = await stored(id);
      expect(row.acknowledged_at).toEqual(row.completed_at);
    });

    test('a request that is cancelled unseen was never acknowledged', async () => {
      const id = await requestIn('cancelled');
      expect(await stored(id)).toMatchObject({
        acknowledged_at: null,
        completed_at: null,
        cancelled_by: 'seller',
      });
    });

    test('never run backwards, even for a change that had to wait for a later one', async () => {
      const id = await requestIn('pending');
      await sql.begin(async (early) => {
        await early`select now()`;
        await update(api, id, 'acknowledged', seller.id);
        await update(early, id, 'completed', seller.id);
      });
      const row = await stored(id);
      expect(row.completed_at).toEqual(row.acknowledged_at);
      const { history } = await get(api, id, buyer.id);
      expect(history?.[2]?.at).toBe(history?.[1]?.at);
    });

    test('expiry is not moved by any step', async () => {
      const id = await requestIn('pending');
      const { expires_at } = await stored(id);
      await update(api, id, 'acknowledged', seller.id);
      await update(api, id, 'completed', seller.id);
      expect((await stored(id)).expires_at).toEqual(expires_at);
    });
  });

  describe('reasons', () => {
    test.each(['seller', 'buyer'] as const)('the %s says why, and both read it', async (actor) => {
      const id = await requestIn('acknowledged');
      await update(api, id, 'cancelled', idOf(actor), '  Sold elsewhere.\nSorry! \n');
      for (const reader of [seller.id, buyer.id])
        expect(await get(api, id, reader)).toMatchObject({
          cancelled_by: actor,
          cancel_reason: 'Sold elsewhere.\nSorry!',
        });
    });

    test.each([null, '', ' \n'])('%j is no reason', async (reason) => {
      const id = await requestIn('pending');
      await update(api, id, 'cancelled', buyer.id, reason);
      expect((await stored(id)).cancel_reason).toBeNull();
    });

    test('a second reason does not replace the first', async () => {
      const id = await requestIn('pending');
      await update(api, id, 'cancelled', buyer.id, 'first');
      expect(await update(api, id, 'cancelled', buyer.id, 'second')).toBe(true);
      expect((await stored(id)).cancel_reason).toBe('first');
    });

    test('a reason goes only with a cancellation', async () => {
      const id = await requestIn('pending');
      const refusal = await expectRefusal(
        update(api, id, 'acknowledged', seller.id, 'why not'),
        'invalid_input',
      );
      expect(refusal.detail).toEqual({ field: 'reason' });
      await update(api, id, 'acknowledged', seller.id, '  ');
    });

    test.each([
      ['too long', 'x'.repeat(501)],
      ['with a bidi character', 'so\u202erry'],
      ['with a control character', 'so\u001brry'],
    ])('one that is %s is refused', async (_, reason) => {
      const id = await requestIn('pending');
      const refusal = await expectRefusal(update(api, id, 'cancelled', buyer.id, reason), 'invalid_input');
      expect(refusal.detail).toEqual({ field: 'cancel_reason' });
      expect((await stored(id)).status).toBe('pending');
      await update(api, id, 'cancelled', buyer.id, 'x'.repeat(500));
    });
  });

  test('notifications name the other side and the listing', async () => {
    const id = await requestIn('acknowledged');
    await update(api, id, 'cancelled', buyer.id);
    const messages = await sql`
      select notification_type, title, message from callback_request_notifications where callback_request_id = ${id} order by created_at, id`;
    expect([...messages]).toEqual([
      {
        notification_type: 'new_request',
        title: 'New callback request',
        message: 'Ada Okafor would like you to call about “Road bike”.',
      },
      {
        notification_type: 'request_acknowledged',
        title: 'The seller will call you',
        message: `${seller.first_name} ${seller.last_name} saw your request about “Road bike” and will call you.`,
      },
      {
        notification_type: 'request_cancelled',
        title: 'Callback request closed',
        message: 'Ada Okafor closed the callback request about “Road bike”.',
      },
    ]);
  });

  test('a title with control characters or of any length cannot spoil a notification', async () => {
    const odd = await listing(database, seller, { title: `Bike\r\nBcc: all\u202e${'x'.repeat(500)}` });
    const id = await create(api, buyer, odd);
    const [row] = await sql<{ message: string }[]>`
      select message from callback_request_notifications where callback_request_id = ${id}`;
    expect(row?.message).toMatch(/^Ada Okafor would like you to call about “Bike Bcc: all x{100,110}”\.$/);
  });
});
