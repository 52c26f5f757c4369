/** Web Push by its own library against a TLS stand-in that push endpoints lead to: encrypted, signed, and every answer understood. */

import { expectConservation } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import type { Answer } from '@ringback/testing/providers/standIn.ts';
import { subscriptionKeys, webPushStandIn } from '@ringback/testing/providers/webPush.ts';
import { withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import webPush from 'web-push';
import { webPushChannel } from '../../src/delivery/channels/webPush.ts';
import { deliveriesOf, settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let seller: Person;
let answer: Answer = { status: 201 };

const service = await webPushStandIn();
service.state.answer = () => answer;

const { publicKey, privateKey } = webPush.generateVAPIDKeys();
const channel = webPushChannel({
  ...{ subject: 'mailto:operator@shop.example.com', publicKey, privateKey },
  agent: service.agent,
});

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{web_push}'`;
});
afterAll(service.close);
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  [service.state.pushed, answer] = [[], { status: 201 }];
  seller = await person(database);
  const device = { kind: 'web', ...subscriptionKeys() };
  await database.api`select save_callback_device(
    ${`https://fcm.googleapis.com/fcm/send/${seller.id}`}, ${database.api.json(device)}, ${seller.id})`;
});
afterEach(async () => {
  await expectConservation(database.sql);
  await expectInvariants(database.sql);
  await database.sql`delete from callback_private.devices`;
});

const ask = async () => create(database.api, await person(database), await listing(database, seller));

test('it is encrypted for the browser and signed with our key', async () => {
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([{ status: 'sent' }]);
  expect(service.state.pushed).toMatchObject([
    {
      path: `/fcm/send/${seller.id}`,
      headers: {
        ...{ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' },
        authorization: expect.stringMatching(new RegExp(`^vapid t=[\\w.-]+, k=${publicKey}$`)),
      },
    },
  ]);
  expect(service.state.pushed[0]?.body.toString('latin1')).not.toContain('Okafor');
});

test('keys that nothing can be encrypted for are final', async () => {
  await ask();
  await database.sql`alter table callback_private.devices drop constraint devices_p256dh_check`;
  await database.sql`update callback_private.devices set p256dh = ${'B'.repeat(87)}`;
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([
    { status: 'failed', attempts: 1, error_code: 'invalid_keys' },
  ]);
});

test.each([404, 410])('%i: the device is gone after this one answer', async (status) => {
  answer = { status };
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([{ status: 'failed', error_code: 'device_gone' }]);
  const [device] = await database.sql`select retired_because from callback_private.devices`;
  expect(device).toEqual({ retired_because: 'gone' });
});

test.each([400, 403, 413])('%i is final', async (status) => {
  answer = { status };
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([
    { status: 'failed', attempts: 1, error_code: `push_${status}` },
  ]);
});

test.each([
  [429, '120', 120],
  [503, '120', 120],
  [503, '99999999999', 3_600],
  [503, 'Fri, 31 Dec 9999 23:59:59 GMT', 3_600],
])('%i is tried again when Retry-After says, %s, within the hour', async (status, retryAfter, seconds) => {
  answer = { status, headers: { 'retry-after': retryAfter } };
  await ask();
  await testWorker(database, [channel]);
  await expect.poll(async () => (await deliveriesOf(database))[0]?.error_code).toBe(`push_${status}`);
  const [row] = await database.sql`
    select extract(epoch from next_attempt_at - now())::int as seconds, status from callback_private.deliveries`;
  expect(row?.status).toBe('pending');
  expect(row?.seconds).toBeGreaterThan(seconds - 20);
  expect(row?.seconds).toBeLessThanOrEqual(seconds);
  await database.sql`delete from callback_requests`;
});

test('a push service that falls silent is left when there is no time left, and tried again', async () => {
  answer = 'silent';
  await ask();
  await testWorker(database, [channel], [], { attemptMs: 500 });
  await expect
    .poll(async () => deliveriesOf(database))
    .toMatchObject([{ status: 'pending', error_code: 'timeout' }]);
  await expect.poll(() => service.abandoned).toBe(1);
  await database.sql`delete from callback_requests`;
});
