/** Push by Expo's own client against a stand-in: one request for many, dead tokens, rate limits, and receipts. */

import { expectConservation, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { expoError, expoStandIn, tickets } from '@ringback/testing/providers/expo.ts';
import { withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Channel } from '../../src/delivery/channels/channel.ts';
import { runChecks } from '../../src/delivery/checks.ts';
import { databaseOf, deliveriesOf, hurry, settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let seller: Person;
let channel: Channel;

const expo = await expoStandIn();

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{expo_push}'`;
  // The library reads the address of its service when it is loaded.
  process.env.EXPO_BASE_URL = expo.url;
  const { expoPushChannel } = await import('../../src/delivery/channels/expoPush.ts');
  channel = expoPushChannel({ accessToken: 'x'.repeat(40) });
});
afterAll(expo.close);
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  await database.sql`delete from callback_private.devices`;
  [expo.state.requests, expo.state.receipts] = [[], {}];
  expo.state.answer = tickets(() => ({ status: 'ok', id: 'ticket' }));
  seller = await person(database);
  for (const name of ['phone', 'tablet', 'old']) {
    await database.api`select save_callback_device(${`ExponentPushToken[${name}]`}, '{"kind": "expo"}', ${seller.id})`;
  }
});
afterEach(() => expectInvariants(database.sql));

const ask = async () => create(database.api, await person(database), await listing(database, seller));

test('every device of the person gets it, in one request, and receipts tell what arrived', async () => {
  expo.state.answer = tickets(({ to }) => ({ status: 'ok', id: `ticket ${to}` }));
  const id = await ask();
  await testWorker(database, [channel]);
  await settled(database, ['sent']);
  expect(expo.state.requests).toHaveLength(1);
  expect(expo.state.requests[0]?.map(({ to }) => to).sort()).toEqual([
    'ExponentPushToken[old]',
    'ExponentPushToken[phone]',
    'ExponentPushToken[tablet]',
  ]);
  expect(expo.state.requests[0]?.[0]).toMatchObject({
    title: 'New callback request from Ada Okafor',
    data: { callback_request_id: id, notification_type: 'new_request' },
  });
  expect(JSON.stringify(expo.state.requests)).not.toContain('+1212');

  expo.state.receipts = {
    'ticket ExponentPushToken[phone]': { status: 'ok' },
    'ticket ExponentPushToken[old]': expoError('DeviceNotRegistered'),
  };
  await runChecks([channel], databaseOf(database));
  expect(await deliveriesOf(database)).toHaveLength(3);
  expect((await deliveriesOf(database)).every(({ status }) => status === 'sent')).toBe(true);
  await waitingIsOver(database.sql);
  await runChecks([channel], databaseOf(database));
  expect(
    (await deliveriesOf(database)).map(({ status, error_code }) => `${status} ${error_code}`).sort(),
  ).toEqual(['delivered null', 'failed device_gone', 'sent null']);
  const retired =
    await database.sql`select token from callback_private.devices where retired_because = 'gone'`;
  expect([...retired]).toEqual([{ token: 'ExponentPushToken[old]' }]);
});

test('a ticket without an id is not asked about, nor does it keep those of others from being', async () => {
  expo.state.answer = tickets(({ to }) => ({
    status: 'ok',
    ...(!to.includes('old') && { id: `ticket ${to}` }),
  }));
  await ask();
  await testWorker(database, [channel]);
  await settled(database, ['sent']);
  await waitingIsOver(database.sql);
  const check = vi.fn(async (_ids: string[]) => new Map());
  await runChecks([{ ...channel, check }], databaseOf(database));
  expect(check.mock.calls.flat(2).toSorted()).toEqual([
    'ticket ExponentPushToken[phone]',
    'ticket ExponentPushToken[tablet]',
  ]);
});

test('what Expo could not hand on for the moment is sent again; what it could not for good is not', async () => {
  expo.state.answer = tickets(({ to }) => ({ status: 'ok', id: `ticket ${to}` }));
  await ask();
  const worker = await testWorker(database, [channel]);
  await settled(database, ['sent']);
  expo.state.receipts = {
    'ticket ExponentPushToken[phone]': expoError('MessageRateExceeded'),
    'ticket ExponentPushToken[tablet]': expoError('MessageTooBig'),
    'ticket ExponentPushToken[old]': { status: 'ok' },
  };
  await waitingIsOver(database.sql);
  await runChecks([channel], databaseOf(database));
  const outcomes = async () =>
    (await deliveriesOf(database)).map(({ status, error_code }) => `${status} ${error_code}`).sort();
  expect(await outcomes()).toEqual(['delivered null', 'failed MessageTooBig', 'pending MessageRateExceeded']);
  const [row] = await database.sql`
    select next_attempt_at > now() + interval '30 seconds' as is_later from callback_private.deliveries where status = 'pending'`;
  expect(row?.is_later).toBe(true);
  expo.state.answer = tickets(() => ({ status: 'ok', id: 'ticket again' }));
  await hurry(database, worker);
  await settled(database, ['sent', 'delivered', 'failed']);
  expo.state.receipts = { 'ticket again': { status: 'ok' } };
  await waitingIsOver(database.sql);
  await runChecks([channel], databaseOf(database));
  expect(await outcomes()).toEqual(['delivered null', 'delivered null', 'failed MessageTooBig']);
  await expectConservation(database.sql);
});

test('of errors in one answer each counts for its own: a dead token is off after one answer', async () => {
  expo.state.answer = tickets(({ to }) =>
    to.includes('old')
      ? expoError('DeviceNotRegistered')
      : to.includes('tablet')
        ? expoError('MessageRateExceeded')
        : { status: 'ok', id: 'a' },
  );
  await ask();
  const worker = await testWorker(database, [channel]);
  await settled(database, ['sent', 'failed', 'pending']);
  await expect
    .poll(async () =>
      (await deliveriesOf(database)).map(({ status, error_code }) => `${status} ${error_code}`).sort(),
    )
    .toEqual(['failed device_gone', 'pending MessageRateExceeded', 'sent null']);
  expo.state.answer = tickets(() => ({ status: 'ok', id: 'b' }));
  await hurry(database, worker);
  await settled(database, ['sent', 'failed']);
  await expectConservation(database.sql);
  await database.sql`delete from callback_requests`;
  await ask();
  expect(await deliveriesOf(database)).toHaveLength(2);
});

const refuses = (code: string, details?: object) => ({
  status: 400,
  body: { errors: [{ code, message: 'No', ...(details && { details }) }] },
});
const token = (name: string) => `ExponentPushToken[${name}]`;

test.each([
  [
    'of another project',
    refuses('PUSH_TOO_MANY_EXPERIENCE_IDS', {
      '@shop/app': [token('phone'), token('tablet')],
      '@other/app': [token('old')],
    }),
    2,
  ],
  ['that Expo does not name', refuses('VALIDATION_ERROR'), 4],
])(
  'a token for which a whole request is refused, %s, costs the others nothing',
  async (_what, refusal, parts) => {
    const mixed = tickets(() => ({ status: 'ok', id: 'a' }));
    expo.state.answer = (pushes) => (pushes.some(({ to }) => to === token('old')) ? refusal : mixed(pushes));
    await ask();
    await testWorker(database, [channel]);
    await expect
      .poll(async () =>
        (await deliveriesOf(database)).map((row) => `${row.status} ${row.attempts} ${row.error_code}`).sort(),
      )
      .toEqual([`pending 1 ${refusal.body.errors[0]?.code}`, 'sent 1 null', 'sent 1 null']);
    expect(expo.state.requests.length, 'the whole, and its parts').toBeLessThanOrEqual(1 + parts);
  },
);

test('a request that Expo refuses whatever is in it is not taken apart', async () => {
  expo.state.answer = () => ({ status: 401, body: { errors: [{ code: 'UNAUTHORIZED', message: 'No' }] } });
  await ask();
  await testWorker(database, [channel]);
  await expect
    .poll(async () => (await deliveriesOf(database)).map(({ error_code }) => error_code))
    .toEqual(['UNAUTHORIZED', 'UNAUTHORIZED', 'UNAUTHORIZED']);
  expect(expo.state.requests).toHaveLength(1);
});

test.each([500, 503])('an answer of %i is tried again', async (status) => {
  expo.state.answer = () => ({
    status,
    body: { errors: [{ code: 'INTERNAL_SERVER_ERROR', message: 'No' }] },
  });
  await ask();
  const worker = await testWorker(database, [channel]);
  await expect.poll(async () => (await deliveriesOf(database))[0]?.error_code).toBeTruthy();
  expo.state.answer = tickets((_push, index) => ({ status: 'ok', id: `c${index}` }));
  await hurry(database, worker);
  await settled(database, ['sent']);
});

test('what Expo does not answer in time is given up: nothing of it leaves later, and nothing queues behind it', async () => {
  expo.isHeld = true;
  const worker = await testWorker(database, [channel], [], { attemptMs: 1_000 });
  for (let request = 1; request <= 7; request += 1) {
    await ask();
    worker.wake();
    await expect.poll(() => expo.waiting).toBeGreaterThanOrEqual(Math.min(request, 6));
  }
  await expect
    .poll(async () => (await deliveriesOf(database)).every(({ error_code }) => error_code === 'timeout'))
    .toBe(true);
  await expect.poll(() => expo.abandoned).toBeGreaterThanOrEqual(6);
  expo.isHeld = false;
  await hurry(database, worker);
  await settled(database, ['sent'], 30_000);
  const pushes = expo.state.requests.flat().map(({ to, data }) => `${to} ${data.callback_request_id}`);
  expect(pushes).toHaveLength(7 * 3);
  expect(new Set(pushes).size).toBe(7 * 3);
});
