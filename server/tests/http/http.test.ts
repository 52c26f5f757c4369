/** What holds for every route and every answer: headers, methods, media types, sizes, and errors that give nothing away. */
import { randomUUID } from 'node:crypto';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import {
  type Answer,
  type Call,
  call,
  requestFor,
  testApp,
  testAppForTest,
  token,
} from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';
import { sendRaw } from '../support/sendRaw.ts';

const ENV = { CORS_ORIGINS: 'https://shop.example.com', PUBLIC_URL: 'https://callbacks.example.com' };
let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;
const lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, ENV, lines);
  await app.listen({ host: '127.0.0.1', port: 0 });
  seller = await person(database);
  buyer = await person(database);
  bike = await listing(database, seller);
});
afterAll(() => app.close());

const create = (changes: Partial<Call> = {}): Call => ({
  method: 'POST',
  url: '/v1/callback-requests',
  as: buyer,
  body: requestFor(bike),
  ...changes,
});

/** Every route, and an error of every kind that needs no broken server. */
function everyKindOfAnswer(): Record<string, Call> {
  const json = { 'content-type': 'application/json' };
  return {
    alive: { url: '/healthz' },
    ready: { url: '/readyz' },
    metrics: { url: '/metrics' },
    openapi: { url: '/openapi.json' },
    docs: { url: '/docs' },
    'docs style': { url: '/docs/style.css' },
    create: create(),
    'create again': create(),
    list: { url: '/v1/callback-requests?as=seller', as: seller },
    'read one that is missing': { url: `/v1/callback-requests/${randomUUID()}`, as: seller },
    'change one that is missing': {
      method: 'PATCH',
      url: `/v1/callback-requests/${randomUUID()}`,
      as: seller,
      body: { status: 'completed' },
    },
    eligibility: { url: `/v1/listings/${bike.id}/eligibility`, as: buyer },
    stats: { url: '/v1/stats', as: buyer },
    notifications: { url: '/v1/notifications', as: seller },
    'unread count': { url: '/v1/notifications/unread-count', as: seller },
    'read a notification that is missing': {
      method: 'POST',
      url: `/v1/notifications/${randomUUID()}/read`,
      as: seller,
    },
    'read all': { method: 'POST', url: '/v1/notifications/read-all', as: seller },
    'no token': { url: '/v1/stats' },
    'bad token': { url: '/v1/stats', headers: { authorization: 'Bearer x' } },
    'acting for another': { url: '/v1/stats', as: buyer, headers: { 'ringback-user': seller.id } },
    'no such address': { url: '/v1/nothing' },
    'no such method': { method: 'DELETE', url: '/v1/stats', as: buyer },
    'no such page': { url: '/docs/nothing.css' },
    'bad address': { url: '/v1/callback-requests/%zz', as: buyer },
    'bad id': { url: '/v1/callback-requests/1', as: buyer },
    'bad JSON': create({ body: '{"a":', headers: json }),
    'empty JSON': create({ body: '', headers: json }),
    'not JSON': create({ body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    'too large': create({ body: { message: 'x'.repeat(70_000) } }),
    'bad field': create({ body: { ...requestFor(bike), priority: 'now' } }),
    'bad phone': create({ body: requestFor(bike, { requester_phone: '12' }) }),
    'own listing': create({ as: seller }),
    preflight: {
      method: 'OPTIONS',
      url: '/v1/stats',
      headers: { origin: 'https://shop.example.com', 'access-control-request-method': 'GET' },
    },
    options: { method: 'OPTIONS', url: '/v1/stats' },
    head: { method: 'HEAD', url: '/v1/stats', as: buyer },
  };
}

describe('headers', () => {
  test('are on every answer', async () => {
    for (const [name, request] of Object.entries(everyKindOfAnswer())) {
      const { headers, status } = await call(app, request);
      const of = `${name} (${status})`;
      expect(headers['x-content-type-options'], of).toBe('nosniff');
      expect(headers['referrer-policy'], of).toBe('no-referrer');
      expect(headers['strict-transport-security'], of).toMatch(/^max-age=31536000/);
      expect(headers['content-security-policy'], of).toContain("default-src 'none'");
      expect(headers['content-security-policy'], of).toContain("frame-ancestors 'none'");
      expect(headers['x-request-id'], of).toMatch(/^[\w-]{8,64}$/);
      expect(headers.server ?? headers['x-powered-by'], of).toBeUndefined();
      const isFixed = status === 200 && /^\/(docs|openapi)/.test(request.url);
      expect(headers['cache-control'], of).toBe(isFixed ? 'no-cache' : 'no-store');
      if (status >= 400) expect(headers['content-type'], of).toMatch(/^application\/problem\+json/);
    }
  });

  test('promise https only where it is used', async () => {
    const plain = await testAppForTest(database, { PUBLIC_URL: 'http://localhost:3000' });
    expect((await call(plain, { url: '/healthz' })).headers['strict-transport-security']).toBeUndefined();
  });

  test('the policy for JSON allows nothing at all, the one for the docs its own styles', async () => {
    const json = await call(app, { url: '/v1/stats', as: buyer });
    expect(json.headers['content-security-policy']).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    const docs = await call(app, { url: '/docs' });
    const policy = String(docs.headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(policy).not.toMatch(/https?:|unsafe|script|\*/);
  });

  test('a sane request id is taken over, any other replaced', async () => {
    const idOf = async (id: string) =>
      (await call(app, { url: '/healthz', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idOf('0197f3a0-5b1c-7c3e')).toBe('0197f3a0-5b1c-7c3e');
    for (const id of [
      'short',
      'x'.repeat(65),
      'a b c d e f g h',
      '{"level":60}',
      '<script>alert(1)</script>',
      '+12125550123',
    ]) {
      expect(await idOf(id)).not.toBe(id);
    }
  });
});

describe('methods', () => {
  test.each(['DELETE', 'PUT', 'PATCH', 'TRACE', 'PROPFIND', 'SEARCH', 'LOCK'])(
    '%s on an address that lacks it is 405',
    async (method) => {
      const answer = await call(app, { method: method as 'PUT', url: '/v1/stats', as: buyer });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
      expect(answer.body.code).toBe('method_not_allowed');
    },
  );

  test('an address that does not exist is 404 whatever the method', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'] as const) {
      const answer = await call(app, { method, url: '/v1/nothing' });
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe('not_found');
    }
  });

  test('OPTIONS names the methods', async () => {
    const answer = await call(app, { method: 'OPTIONS', url: `/v1/callback-requests/${randomUUID()}` });
    expect(answer.status).toBe(204);
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS, PATCH');
  });

  test('HEAD answers like GET without the body', async () => {
    const head = await call(app, { method: 'HEAD', url: '/v1/stats', as: buyer });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
  });

  test('TRACE does not echo', async () => {
    const answer = await sendRaw(
      app,
      `TRACE /v1/stats HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sentinel\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).not.toContain('sentinel');
  });
});

describe('errors', () => {
  const INTERNAL =
    /node_modules|\.ts\b|at [\w.]+ \(|select |insert |pg_|callback_private|postgres|SQLSTATE|constraint|_pkey|_check|relation|stack/i;

  test('say nothing about the inside, and name the answer', async () => {
    for (const [name, request] of Object.entries(everyKindOfAnswer())) {
      const answer = await call(app, request);
      if (answer.status < 400) continue;
      expect(answer.text, name).not.toMatch(INTERNAL);
      if (request.method === 'HEAD') continue;
      expect(answer.body, name).toMatchObject({
        status: answer.status,
        type: `urn:ringback:error:${answer.body.code}`,
      });
      expect(answer.body.detail, name).toMatch(/[.…]$/);
      expect(answer.body.instance, name).toBe(answer.headers['x-request-id']);
    }
  });

  test('of an unforeseen kind are answered with an id that the log knows', async () => {
    const own = await testDatabase();
    const log: string[] = [];
    const broken = await testAppForTest(own, {}, log);
    await own.sql`drop function public.get_callback_request_stats(uuid)`;
    const answer = await call(broken, { url: '/v1/stats', as: buyer });
    expect(answer.status).toBe(500);
    expect(Object.keys(answer.body).sort()).toEqual([
      'code',
      'detail',
      'instance',
      'status',
      'title',
      'type',
    ]);
    expect(answer.body.code).toBe('internal_error');
    const logged = log.map((line) => JSON.parse(line)).find(({ err }) => err);
    expect(logged).toMatchObject({ level: 50, reqId: answer.body.instance, err: { code: '42883' } });
  });

  test('missing and foreign are the same to the letter', async () => {
    const other = await person(database);
    const { body } = await call(app, create({ as: other }));
    const strip = ({ status, body }: Answer) => ({ status, ...body, instance: undefined });
    const stranger = await person(database);
    for (const request of [{}, { method: 'PATCH', body: { status: 'cancelled' } }] as Partial<Call>[]) {
      const foreign = await call(app, { url: `/v1/callback-requests/${body.id}`, as: stranger, ...request });
      const missing = await call(app, {
        url: `/v1/callback-requests/${randomUUID()}`,
        as: stranger,
        ...request,
      });
      expect(foreign.status).toBe(404);
      expect(strip(foreign)).toEqual(strip(missing));
    }
  });
});

describe('the log', () => {
  test('has one JSON object a line, with route and id, and nothing that came from the caller', async () => {
    const phone = '+442079460018';
    const sentinel = {
      requester_name: 'Sentinel Name',
      message: 'sentinel message sentinel@example.com',
      requester_phone: phone,
    };
    const jwt = await token(buyer.id);
    for (const url of [
      '/v1/callback-requests?sentinel=1',
      '/v1/callback-requests',
      '/v1/nothing/sentinel?phone=sentinel',
    ]) {
      await call(app, {
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${jwt}` },
        body: { ...requestFor(bike), ...sentinel },
      });
    }
    await call(app, {
      url: `/v1/stats?sentinel`,
      headers: { 'user-agent': 'sentinel\r\n{"level":60}' },
    }).catch(() => {});
    const requests = lines.filter((line) => line.includes('"route"'));
    expect(requests.length).toBeGreaterThan(3);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    const personal = [
      'entinel',
      '2079460018',
      jwt,
      jwt.split('.')[1] as string,
      buyer.id,
      'Grace',
      '127.0.0.1',
    ];
    expect(personal.filter((secret) => requests.some((line) => line.includes(secret)))).toEqual([]);
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({
      method: 'GET',
      route: '/v1/stats',
      status: 401,
    });
  });
});
