/** Bodies that are not JSON, too large or compressed, and what is no HTTP at all. */
import { gzipSync } from 'node:zlib';
import {
  type Listing,
  listing,
  type Person,
  person,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type Call, call, requestFor, testApp, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';
import { sendRaw } from '../support/sendRaw.ts';

let app: App;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  const database = await testDatabase();
  app = await testApp(database);
  await app.listen({ host: '127.0.0.1', port: 0 });
  buyer = await person(database);
  bike = await listing(database, await person(database));
});
afterAll(() => app.close());

const create = (changes: Partial<Call>): Call => ({
  method: 'POST',
  url: '/v1/callback-requests',
  as: buyer,
  body: requestFor(bike),
  ...changes,
});

describe('bodies', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonx',
    'text/json',
    '',
  ])('of type "%s" are refused with 415', async (type) => {
    const answer = await call(
      app,
      create({ body: JSON.stringify(requestFor(bike)), headers: { 'content-type': type } }),
    );
    expect(answer.status).toBe(415);
    expect(answer.body.code).toBe('unsupported_media_type');
  });

  test('compressed ones are refused before they are read', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await call(app, create({ body: bomb, headers }));
    expect(answer.status).toBe(415);
  });

  test('above 64 kB are refused by their announced length, before a byte is sent', async () => {
    const head = `POST /v1/callback-requests HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${await token(buyer.id)}\r\nContent-Type: application/json\r\n`;
    expect(await raw(`${head}Content-Length: 65537\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk('x'.repeat(65_537))}`)).toMatch(
      /^HTTP\/1\.1 413 /,
    );
    expect(await raw(`${head}Content-Length: 99999999999999999999\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/);
  });

  test('just below are read', async () => {
    const answer = await call(app, create({ body: { ...requestFor(bike), message: 'x'.repeat(60_000) } }));
    expect(answer.status).toBe(422);
    expect(answer.body.field).toBe('message');
  });
});

describe('broken HTTP', () => {
  const request = 'POST /v1/callback-requests HTTP/1.1\r\nHost: x\r\n';
  test.each([
    ['16 kB of headers', `GET /v1/stats HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`],
    ['a length and chunks', `${request}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks and a length', `${request}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${request}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`],
    ['two equal lengths in one', `${request}Content-Length: 4, 4\r\n\r\nabcd`],
    ['a length with a sign', `${request}Content-Length: +4\r\n\r\nabcd`],
    ['a negative length', `${request}Content-Length: -4\r\n\r\nabcd`],
    ['a length in hexadecimal', `${request}Content-Length: 0x4\r\n\r\nabcd`],
    ['chunked twice', `${request}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`],
    ['chunked, then something else', `${request}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['an unknown transfer coding', `${request}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `${request}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a folded header', `${request}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`],
    ['a bare line feed in headers', `GET /v1/stats HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n`],
    ['a bare carriage return', `GET /v1/stats HTTP/1.1\r\nHost: x\rX-A: b\r\n\r\n`],
    ['a NUL in a header', `GET /v1/stats HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n`],
    ['a chunk of a bad size', `${request}Transfer-Encoding: chunked\r\n\r\nzz\r\nabcd\r\n0\r\n\r\n`],
    [
      'a chunk of a huge size',
      `${request}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabcd\r\n0\r\n\r\n`,
    ],
    ['a chunk ended by a bare line feed', `${request}Transfer-Encoding: chunked\r\n\r\n4\nabcd\n0\n\n`],
    ['no Host', 'GET /v1/stats HTTP/1.1\r\n\r\n'],
    ['no version', 'GET /v1/stats\r\n\r\n'],
    ['a version of the future', 'GET /v1/stats HTTP/9.9\r\nHost: x\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
  ])('%s is refused, and nothing behind it is taken for a second request', async (_name, text) => {
    const answer = await raw(`${text}GET /healthz HTTP/1.1\r\nHost: smuggled\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('alive');
  });

  test('is refused as a problem, with the headers that all have', async () => {
    const answer = await raw('GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n');
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).toContain('"code":"malformed_request"');
  });
});

const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

const raw = (text: string) => sendRaw(app, text);
