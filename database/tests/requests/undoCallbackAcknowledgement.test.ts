/** A slip of the call button is taken back: within seconds, before any attempt, and without a trace for the buyer. */
import { claim, expectConservation, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  edit,
  expectInvariants,
  expectRefusal,
  get,
  logAttempt,
  notificationsOf,
  person,
  timeRunsOut,
  undo,
  update,
} from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/index.ts';

const outbox = outboxOn(18);
let id: string;
let buyer: string;
let seller: string;

beforeEach(async () => {
  id = await outbox.ask();
  seller = outbox.seller.id;
  const [request] = await outbox.sql`select requester_id from callback_requests where id = ${id}`;
  buyer = request?.requester_id;
  await update(outbox.api, id, 'acknowledged', seller);
});

const takeBack = (by = seller) => undo(outbox.api, id, by);
const leavingToBuyer = async () =>
  (await claim(outbox.api)).filter(({ is_to_seller }) => !is_to_seller).length;
const secondsPass = (seconds: number) =>
  outbox.sql`update callback_requests set acknowledged_at = acknowledged_at - make_interval(secs => ${seconds}),
    requested_at = requested_at - interval '1 minute' where id = ${id}`;

test('the request is pending again, the buyer reads nothing of it, and the counts are right', async () => {
  const { undo_until } = await get(outbox.api, id, seller);
  expect(Date.parse(undo_until ?? '')).toBeGreaterThan(Date.now() + 5_000);
  expect(await get(outbox.api, id, buyer)).toMatchObject({ undo_until: null });
  expect((await takeBack()).request).toMatchObject({
    status: 'pending',
    acknowledged_at: null,
    undo_until: null,
  });
  expect(await notificationsOf(outbox.sql, id, buyer)).toEqual([]);
  await waitingIsOver(outbox.sql);
  expect(await leavingToBuyer()).toBe(0);
  await expectInvariants(outbox.sql);
  await expectConservation(outbox.sql);
});

test('and may be acknowledged again, of which the buyer is notified once', async () => {
  await takeBack();
  await update(outbox.api, id, 'acknowledged', seller);
  await waitingIsOver(outbox.sql);
  expect(await leavingToBuyer()).toBe(1);
  await expectInvariants(outbox.sql);
  await expectConservation(outbox.sql);
});

test('what can be taken back waits, and then leaves', async () => {
  expect(await leavingToBuyer()).toBe(0);
  await waitingIsOver(outbox.sql);
  expect(await leavingToBuyer()).toBe(1);
});

test('the network may take some seconds beyond the time that is shown', async () => {
  await secondsPass(16);
  expect((await get(outbox.api, id, seller)).undo_until).toBeNull();
  expect((await takeBack()).request.status).toBe('pending');
});

describe('it is too late', () => {
  const expectTooLate = () => expectRefusal(takeBack(), 'invalid_transition');

  test('after twenty seconds', async () => {
    await secondsPass(20);
    await expectTooLate();
  });

  test('after an attempt', async () => {
    await logAttempt(outbox.api, id, 'busy', seller);
    await expectTooLate();
    expect((await get(outbox.api, id, seller)).undo_until).toBeNull();
  });

  test('when a worker has taken the buyer’s message', async () => {
    await waitingIsOver(outbox.sql);
    expect(await leavingToBuyer()).toBe(1);
    await expectTooLate();
    expect(await notificationsOf(outbox.sql, id, buyer)).toEqual(['request_acknowledged']);
  });

  test('when it has been taken back already, ended, or run out', async () => {
    await takeBack();
    await expectTooLate();
    await update(outbox.api, id, 'cancelled', seller);
    await expectTooLate();
  });

  test('when its time is over', async () => {
    await timeRunsOut(outbox.sql, [id]);
    await expectRefusal(takeBack(), 'request_expired');
  });
});

test('only by the seller; what is not yours does not exist', async () => {
  await expectRefusal(takeBack(buyer), 'forbidden');
  await expectRefusal(takeBack((await person(outbox.database)).id), 'not_found');
  await edit(outbox.api, id, { message: 'Soon, please.' }, buyer);
  expect((await takeBack()).request.status).toBe('pending');
});

test('a repeat with its key is answered the same', async () => {
  const first = await undo(outbox.api, id, seller, 'key');
  expect(await undo(outbox.api, id, seller, 'key')).toEqual({ ...first, replayed: true });
});

test('against a worker that takes the message at the same moment, one of the two wins', async () => {
  const pool = connect(outbox.database.apiUrl, { max: 4 });
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const mine = await outbox.ask();
    await update(outbox.api, mine, 'acknowledged', seller);
    await waitingIsOver(outbox.sql);
    const [undone, taken] = await Promise.all([
      undo(pool, mine, seller).then(
        () => true,
        ({ hint }) => {
          expect(hint).toBe('invalid_transition');
          return false;
        },
      ),
      claim(pool).then((messages) =>
        messages.some((message) => message.callback_request_id === mine && !message.is_to_seller),
      ),
    ]);
    expect(undone && taken).toBe(false);
    outcomes.add(`${undone}`);
  }
  await pool.end();
  await expectInvariants(outbox.sql);
  await expectConservation(outbox.sql);
});
