/** Answers that never change are compressed as the caller likes it, and not sent again to who has them. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let app: App;

beforeAll(async () => {
  app = await testApp(await testDatabase(), { CORS_ORIGINS: 'https://a.example.com,https://b.example.com' });
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each(['/docs', '/docs/style.css', '/openapi.json'])('%s', async (url) => {
  const plain = await get(url);
  const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
  const gzip = await get(url, { 'accept-encoding': 'gzip;q=1.0, br;q=0' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
  expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  for (const { headers } of [plain, brotli]) {
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'Origin, accept-encoding' });
  }
  const again = await get(url, { 'if-none-match': String(plain.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get(url, { 'if-none-match': 'W/"another"' })).statusCode).toBe(200);
});
