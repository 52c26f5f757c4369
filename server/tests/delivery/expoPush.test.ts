/** Push by Expo's own client against a stand-in: one request for many, dead tokens, rate limits, and receipts. */
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectConservation, waitingIsOver } from '../../../database/tests/support/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '../../../database/tests/support/index.ts';
import type { Channel } from '../../src/channels/channel.ts';
import { runChecks } from '../../src/worker/checks.ts';
import { withoutDailyLimits } from '../support/app.ts';
import { databaseOf, deliveriesOf, hurry, settled, testWorker } from '../support/worker.ts';

type Push = { to: string; title: string; body: string; data: object };
type Ticket = { status: string; id?: string; message?: string; details?: object };

let database: TestDatabase;
let seller: Person;
let channel: Channel;
let requests: Push[][] = [];
let answer: (pushes: Push[]) => { status: number; body: object };
let receipts: Record<string, object> = {};

const server = createServer(async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  const sent = JSON.parse(
    (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString(),
  );
  const isReceipts = request.url?.endsWith('getReceipts');
  const { status, body } = isReceipts ? { status: 200, body: { data: receipts } } : answer(sent);
  if (!isReceipts) requests.push(sent);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
});

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_settings set channels = '{expo_push}'`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  // The library reads the address of its service when it is loaded.
  process.env.EXPO_BASE_URL = `http://127.0.0.1:${port}`;
  const { expoPushChannel } = await import('../../src/channels/expoPush.ts');
  channel = expoPushChannel({ accessToken: 'x'.repeat(40) });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  await database.sql`delete from callback_devices`;
  requests = [];
  receipts = {};
  answer = tickets(() => ({ status: 'ok', id: 'ticket' }));
  seller = await person(database);
  for (const name of ['phone', 'tablet', 'old']) {
    await database.api`select save_callback_device(${`ExponentPushToken[${name}]`}, '{"kind": "expo"}', ${seller.id})`;
  }
});
afterEach(() => expectInvariants(database.sql));

const tickets = (of: (push: Push, index: number) => Ticket) => (pushes: Push[]) => ({
  status: 200,
  body: { data: pushes.map(of) },
});
const error = (code: string) => ({ status: 'error', message: 'No', details: { error: code } });
const ask = async () => create(database.api, await person(database), await listing(database, seller));

test('every device of the person gets it, in one request, and receipts tell what arrived', async () => {
  answer = tickets(({ to }) => ({ status: 'ok', id: `ticket ${to}` }));
  const id = await ask();
  await testWorker(database, [channel]);
  await settled(database, ['sent']);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.map(({ to }) => to).sort()).toEqual([
    'ExponentPushToken[old]',
    'ExponentPushToken[phone]',
    'ExponentPushToken[tablet]',
  ]);
  expect(requests[0]?.[0]).toMatchObject({
    title: 'Ada Okafor asks for a call',
    data: { callback_request_id: id, notification_type: 'new_request' },
  });
  expect(JSON.stringify(requests)).not.toContain('+1212');

  receipts = {
    'ticket ExponentPushToken[phone]': { status: 'ok' },
    'ticket ExponentPushToken[old]': error('DeviceNotRegistered'),
  };
  await runChecks([channel], databaseOf(database));
  expect(await deliveriesOf(database)).toHaveLength(3);
  expect((await deliveriesOf(database)).every(({ status }) => status === 'sent')).toBe(true);
  await waitingIsOver(database.sql);
  await runChecks([channel], databaseOf(database));
  expect(
    (await deliveriesOf(database)).map(({ status, error_code }) => `${status} ${error_code}`).sort(),
  ).toEqual(['delivered null', 'failed device_gone', 'sent null']);
  const retired = await database.sql`select token from callback_devices where retired_because = 'gone'`;
  expect([...retired]).toEqual([{ token: 'ExponentPushToken[old]' }]);
});

test('of errors in one answer each counts for its own: a dead token is off after one answer', async () => {
  answer = tickets(({ to }) =>
    to.includes('old')
      ? error('DeviceNotRegistered')
      : to.includes('tablet')
        ? error('MessageRateExceeded')
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
  answer = tickets(() => ({ status: 'ok', id: 'b' }));
  await hurry(database, worker);
  await settled(database, ['sent', 'failed']);
  await expectConservation(database.sql);
  await database.sql`delete from callback_requests`;
  await ask();
  expect(await deliveriesOf(database)).toHaveLength(2);
});

test.each([500, 503])('an answer of %i is tried again', async (status) => {
  answer = () => ({ status, body: { errors: [{ code: 'INTERNAL_SERVER_ERROR', message: 'No' }] } });
  await ask();
  const worker = await testWorker(database, [channel]);
  await expect.poll(async () => (await deliveriesOf(database))[0]?.error_code).toBeTruthy();
  answer = tickets((_push, index) => ({ status: 'ok', id: `c${index}` }));
  await hurry(database, worker);
  await settled(database, ['sent']);
});
