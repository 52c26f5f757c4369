/** The console's files: kept for good or asked for again, compressed as built, and never one that is not among them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { testConfig } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { App } from '../../src/http/types.ts';
import { createLogger } from '../../src/platform/log.ts';

const INDEX = '<base href="/" /><meta name="ringback-api" content="" />';
const SCRIPT = 'export const answer = 42;'.repeat(20);
const NAVIGATION = { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' };

const outside = mkdtempSync(join(tmpdir(), 'console-'));
const folder = join(outside, 'app');
const apps: App[] = [];
let app: App;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'licenses.md'), 'MIT');
  writeFileSync(join(folder, 'assets/main-1a2b.js'), SCRIPT);
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync(SCRIPT));
  app = await appWith({});
});
afterAll(async () => {
  for (const each of apps) await each.close();
  rmSync(outside, { recursive: true });
});

async function appWith(env: Record<string, string>): Promise<App> {
  const { api } = await testDatabase();
  const parts = { config: testConfig(env), sql: api, logger: createLogger('silent') };
  const made = await createApp({ ...parts, consoleFolder: folder });
  apps.push(made);
  return made;
}

const get = (url: string, headers: Record<string, string> = {}, from = app) => from.inject({ url, headers });

describe('a file of the build', () => {
  test('is kept for good, and comes as it was compressed', async () => {
    const { headers, rawPayload } = await get('/console/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
    });
    expect(rawPayload).toEqual(brotliCompressSync(SCRIPT));
    expect((await get('/console/assets/main-1a2b.js')).body).toBe(SCRIPT);
  });

  test('answers HEAD without a body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: '/console/assets/main-1a2b.js' });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(answer.headers['content-length']).toBe(String(SCRIPT.length));
  });

  test('that another build had is not there, for a script as for a person', async () => {
    for (const headers of [{ 'sec-fetch-mode': 'cors' }, NAVIGATION])
      expect((await get('/console/assets/main-0000.js', headers)).statusCode).toBe(404);
  });

  test.each([
    '../secret.js',
    '..%2fsecret.js',
    '%2e%2e/secret.js',
    'assets/..%2f..%2fsecret.js',
    '..\\secret.js',
  ])('never comes from outside the folder: %s', async (path) => {
    const { statusCode, body } = await get(`/console/${path}`, { 'sec-fetch-mode': 'cors' });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  test('is one that a browser needs', async () => {
    expect((await get('/console/licenses.md', { 'sec-fetch-mode': 'cors' })).statusCode).toBe(404);
  });
});

describe('the page', () => {
  test.each(['/console', '/console/', '/console/requests/1?tab=history'])('answers at %s', async (url) => {
    const { statusCode, headers, body } = await get(url, NAVIGATION);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
    expect(body).toBe('<base href="/console/" /><meta name="ringback-api" content="" />');
  });

  test('is not sent again to who has it', async () => {
    const { headers } = await get('/console', NAVIGATION);
    const again = await get('/console', { ...NAVIGATION, 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('runs nothing inline and calls nobody else', async () => {
    const policy = String((await get('/console', NAVIGATION)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  });

  test('knows where it is when the settings put it elsewhere', async () => {
    const moved = await appWith({ CONSOLE_PATH: '/ops/desk', PUBLIC_URL: 'https://example.com/callbacks' });
    expect((await get('/console', NAVIGATION, moved)).statusCode).toBe(404);
    expect((await get('/ops/desk/audit', NAVIGATION, moved)).body).toBe(
      '<base href="/callbacks/ops/desk/" /><meta name="ringback-api" content="/callbacks" />',
    );
  });

  test('is not there when it is off', async () => {
    const without = await appWith({ CONSOLE_PATH: 'off' });
    expect((await get('/console', NAVIGATION, without)).statusCode).toBe(404);
  });
});
