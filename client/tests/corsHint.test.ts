/** What a developer reads when the API does not allow the page's origin; production has nothing of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCallbackClient } from '../src/index.ts';

const PAGE = 'http://localhost:5173';
let host = 0;

/** Other in each test, because each is named once. */
let api: string;
const refuse = () => Promise.reject(new TypeError('Failed to fetch'));

beforeEach(() => {
  host += 1;
  api = `http://api${host}.example.com`;
  vi.stubGlobal('location', { origin: PAGE });
  vi.stubGlobal('navigator', { onLine: true });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Two calls that fail; each is an error of the network as ever. */
async function callTwice(fetch: typeof globalThis.fetch = refuse): Promise<void> {
  const client = createCallbackClient({
    baseUrl: `${api}/callbacks`,
    getToken: () => 'x',
    fetch,
    maxRetries: 0,
  });
  for (const _call of [1, 2]) {
    await expect(client.getStats()).rejects.toMatchObject({ code: 'network_error' });
  }
}

test('a failure on another origin names the setting and this origin, once', async () => {
  await callTwice();
  expect(console.warn).toHaveBeenCalledOnce();
  expect(console.warn).toHaveBeenCalledWith(expect.stringMatching(`${api} .*CORS_ORIGINS=${PAGE} `));
});

test.each<[string, () => void]>([
  ['the page is of the same origin', () => vi.stubGlobal('location', { origin: api })],
  ['there is no page', () => vi.stubGlobal('location', undefined)],
  ['the device is offline', () => vi.stubGlobal('navigator', { onLine: false })],
  ['it is production', () => vi.stubEnv('NODE_ENV', 'production')],
  ['no bundler has replaced process', () => vi.stubGlobal('process', undefined)],
])('nothing is said when %s', async (_name, arrange) => {
  arrange();
  await callTwice();
  expect(console.warn).not.toHaveBeenCalled();
});

test('nothing is said of a failure that is none of the network', async () => {
  await callTwice(() => Promise.reject(new Error('of a proxy')));
  expect(console.warn).not.toHaveBeenCalled();
});

test('what is built for production does not carry it', async () => {
  expect(await built('development')).toContain('CORS_ORIGINS');
  expect(await built('production')).not.toContain('CORS_ORIGINS');
});

/** An app with the client, as bundlers build it. */
async function built(mode: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-'));
  const entry = join(folder, 'app.js');
  await writeFile(
    entry,
    `export { createCallbackClient } from '${join(import.meta.dirname, '../src/index.ts')}';`,
  );
  const output = await build({
    ...{ configFile: false, logLevel: 'error', root: folder },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  await rm(folder, { recursive: true });
  const [{ output: files }] = [output].flat() as unknown as [{ output: { code?: string }[] }];
  return files.map(({ code }) => code ?? '').join('');
}
