/** What is sent: routes without a body take none, whatever type it is said to have; bodies and queries are UTF-8. */
import { randomUUID } from 'node:crypto';
import type { Problem } from '@ringback/client';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { call, closeNow, requestFor, testApp, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
  await app.listen({ host: '127.0.0.1', port: 0 });
  seller = await person(database);
  buyer = await person(database);
  bike = await listing(database, seller);
});
afterAll(() => closeNow(app));

/** By way of a real connection, because a test's own would send no Content-Length. */
async function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer | ReadableStream,
) {
  const { port } = app.server.address() as { port: number };
  const authorization = `Bearer ${await token(buyer.id)}`;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    ...{ method, headers: { authorization, ...headers } },
    ...(body !== undefined && { body, duplex: 'half' }),
  } as RequestInit);
}

describe('a route without a body', () => {
  const TYPES = ['application/json', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded'];
  test.each(TYPES)('takes none of the type %s', async (type) => {
    const headers = { 'content-type': type };
    expect((await send('POST', '/v1/notifications/read-all', headers)).status).toBe(200);
    expect((await send('POST', '/v1/notifications/read-all', headers, '')).status).toBe(200);
    expect((await send('POST', `/v1/notifications/${randomUUID()}/read`, headers)).status).toBe(404);
    expect((await send('DELETE', '/v1/devices/ExponentPushToken%5Babc%5D', headers)).status).toBe(404);
    expect((await send('GET', '/v1/stats', headers)).status).toBe(200);
  });

  test('takes an empty one in chunks', async () => {
    const empty = new ReadableStream({ start: (controller) => controller.close() });
    const headers = { 'content-type': 'application/json' };
    expect((await send('POST', '/v1/notifications/read-all', headers, empty)).status).toBe(200);
  });

  test('and one with a body still needs it', async () => {
    const answer = await send('POST', '/v1/callback-requests', { 'content-type': 'application/json' });
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'malformed_request']);
  });
});

describe('bytes that are no UTF-8', () => {
  const headers = { 'content-type': 'application/json' };
  test.each([
    ['Latin-1', Buffer.from(JSON.stringify({ name: 'José' }), 'latin1')],
    ['UTF-16', Buffer.from(JSON.stringify({ name: 'José' }), 'utf16le')],
    [
      'half a character',
      Buffer.concat([Buffer.from('{"name":"Jos'), Buffer.from([0xc3]), Buffer.from('"}')]),
    ],
    [
      'a surrogate in CESU-8',
      Buffer.concat([Buffer.from('"'), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from('"')]),
    ],
    ['a NUL in two bytes', Buffer.concat([Buffer.from('"'), Buffer.from([0xc0, 0x80]), Buffer.from('"')])],
  ])('%s is refused as a body', async (_, body) => {
    const answer = await send('POST', '/v1/callback-requests', headers, body);
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'malformed_request']);
  });

  test('are refused in a query and in a path', async () => {
    for (const url of [
      '/v1/callback-requests?as=seller&search=Jos%E9',
      '/v1/callback-requests?as=seller&search=%',
      '/v1/devices/Jos%E9',
    ]) {
      const answer = await call(app, { url, as: seller, method: url.includes('devices') ? 'DELETE' : 'GET' });
      expect([answer.status, answer.body.code], url).toEqual([400, 'malformed_request']);
    }
  });

  test('and the same name in UTF-8 is kept', async () => {
    const body = Buffer.from(JSON.stringify(requestFor(bike, { requester_name: 'José' })), 'utf8');
    const answer = await send('POST', '/v1/callback-requests', headers, body);
    expect([answer.status, ((await answer.json()) as { requester_name: string }).requester_name]).toEqual([
      201,
      'José',
    ]);
  });
});
