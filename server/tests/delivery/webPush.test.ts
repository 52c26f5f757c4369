/** Web Push by its own library against a TLS stand-in that push endpoints lead to: encrypted, signed, and every answer understood. */
import { createECDH, randomBytes } from 'node:crypto';
import { Agent, createServer } from 'node:https';
import { connect } from 'node:tls';
import getTlsOptions from 'smtp-server/lib/tls-options.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import webPush from 'web-push';
import { expectConservation } from '../../../database/tests/support/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '../../../database/tests/support/index.ts';
import { webPushChannel } from '../../src/channels/webPush.ts';
import { withoutDailyLimits } from '../support/app.ts';
import { deliveriesOf, settled, testWorker } from '../support/worker.ts';

interface Pushed {
  path: string;
  headers: Record<string, unknown>;
  body: Buffer;
}

let database: TestDatabase;
let seller: Person;
let pushed: Pushed[] = [];
let answer: { status: number; headers?: Record<string, string> } = { status: 201 };

const server = createServer(getTlsOptions(), async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  pushed.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
  response.writeHead(answer.status, answer.headers);
  response.end();
});

/** Whatever the endpoint's host, it is the stand-in. */
class ToStandIn extends Agent {
  override createConnection() {
    const { port } = server.address() as { port: number };
    return connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  }
}

const { publicKey, privateKey } = webPush.generateVAPIDKeys();
const channel = webPushChannel({
  ...{ subject: 'mailto:operator@shop.example.com', publicKey, privateKey },
  agent: new ToStandIn(),
});

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_settings set channels = '{web_push}'`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  [pushed, answer] = [[], { status: 201 }];
  seller = await person(database);
  const device = {
    ...{ kind: 'web', auth: randomBytes(16).toString('base64url') },
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
  };
  await database.api`select save_callback_device(
    ${`https://fcm.googleapis.com/fcm/send/${seller.id}`}, ${database.api.json(device)}, ${seller.id})`;
});
afterEach(async () => {
  await expectConservation(database.sql);
  await expectInvariants(database.sql);
  await database.sql`delete from callback_devices`;
});

const ask = async () => create(database.api, await person(database), await listing(database, seller));

test('it is encrypted for the browser and signed with our key', async () => {
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([{ status: 'sent' }]);
  expect(pushed).toMatchObject([
    {
      path: `/fcm/send/${seller.id}`,
      headers: {
        ...{ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' },
        authorization: expect.stringMatching(new RegExp(`^vapid t=[\\w.-]+, k=${publicKey}$`)),
      },
    },
  ]);
  expect(pushed[0]?.body.toString('latin1')).not.toContain('Okafor');
});

test.each([404, 410])('%i: the device is gone after this one answer', async (status) => {
  answer = { status };
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([{ status: 'failed', error_code: 'device_gone' }]);
  const [device] = await database.sql`select retired_because from callback_devices`;
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

test.each([429, 503])('%i is tried again when Retry-After says', async (status) => {
  answer = { status, headers: { 'retry-after': '120' } };
  await ask();
  await testWorker(database, [channel]);
  await expect.poll(async () => (await deliveriesOf(database))[0]?.error_code).toBe(`push_${status}`);
  const [row] = await database.sql`
    select extract(epoch from next_attempt_at - now())::int as seconds, status from callback_deliveries`;
  expect(row?.status).toBe('pending');
  expect(row?.seconds).toBeGreaterThan(110);
  await database.sql`delete from callback_requests`;
});
