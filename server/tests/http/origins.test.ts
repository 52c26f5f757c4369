/** Which other sites may read the API's answers in a browser. */
import { type Person, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp, testAppForTest } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let buyer: Person;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, { CORS_ORIGINS: 'https://shop.example.com' });
  buyer = await person(database);
});
afterAll(() => app.close());

describe('other origins', () => {
  const corsOf = async (origin: string) =>
    (await call(app, { url: '/v1/stats', as: buyer, headers: { origin } })).headers;

  test('the one in the settings may read answers', async () => {
    const headers = await corsOf('https://shop.example.com');
    expect(headers['access-control-allow-origin']).toBe('https://shop.example.com');
    expect(headers['access-control-allow-credentials']).toBe('true');
    expect(headers.vary).toContain('Origin');
  });

  test.each([
    'null',
    'http://shop.example.com',
    'https://shop.example.com:8443',
    'https://shop.example.com.evil.example',
    'https://evil.example/https://shop.example.com',
    'https://xshop.example.com',
    'https://shop-example.com',
    'https://shopXexample.com',
    'https://SHOP.EXAMPLE.COM',
    'https://shop.example.com/',
    'https://user@shop.example.com',
    'https://shop.example.com, https://evil.example',
    'https://shop.example.com%00.evil.example',
    'file://',
    'chrome-extension://abc',
    'https://example.com',
    'https://www.shop.example.com',
    'https://shop.example.co',
    'HTTPS://shop.example.com',
    '*',
  ])('%s may not', async (origin) => {
    expect((await corsOf(origin))['access-control-allow-origin']).toBeUndefined();
    const preflight = await call(app, {
      method: 'OPTIONS',
      url: '/v1/callback-requests',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('none may where none is set', async () => {
    const closed = await testAppForTest(database);
    const { headers } = await call(closed, {
      url: '/v1/stats',
      as: buyer,
      headers: { origin: 'https://shop.example.com' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
