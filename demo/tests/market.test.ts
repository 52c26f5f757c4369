/** The marketplace as the demo serves it: its own API, its pages with their headers, and that it tells no phone number. */

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { migrate, withConnection } from '@ringback/database';
import { type App, createApp, createLogger } from '@ringback/server';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp, testConfig } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '../src/load.ts';
import { createMarketplaceTables } from '../src/marketplace.ts';
import { MISSING_PAGE } from '../src/missingPage.ts';
import { prepareDemo } from '../src/start/pages.ts';

const { buyer, seller, operator, listing } = demoPeople();
let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  await withConnection(database.url, createMarketplaceTables);
  await migrate(database.url, { bootstrap: true });
  const demo = await prepareDemo(database.url, () => {});
  const config = testConfig();
  const pages = demo.plugin(config, { database: 'PostgreSQL', dataDir: '/data' });
  app = await createApp({
    config,
    sql: database.api,
    logger: createLogger('silent'),
    pages,
    missingPage: MISSING_PAGE,
  });
}, 180_000);
afterAll(() => app.close());

const get = (url: string) => call(app, { url });
const signIn = (personId: unknown) =>
  call(app, { method: 'POST', url: '/demo/api/sign-in', body: { person_id: personId } });

describe('people', () => {
  test('everybody who has not left is there, page by page, those with a part first', async () => {
    const first = await get('/demo/api/people?limit=100');
    const active = await database.sql`select id, display_name as name from public.profiles where is_active`;
    expect(first.body).toMatchObject({ total: active.length, next_offset: 100, items: { length: 100 } });
    const others = await Promise.all([100, 200].map((at) => get(`/demo/api/people?limit=100&offset=${at}`)));
    const ids = [first, ...others].flatMap(({ body }) => body.items.map(({ id }: { id: string }) => id));
    expect(new Set(ids)).toEqual(new Set(active.map(({ id }) => id)));
    expect(first.body.items.slice(0, 3)).toMatchObject([
      { id: buyer.id, name: buyer.name, part: 'buyer', sent_count: expect.any(Number) },
      { id: seller.id, name: seller.name, part: 'seller', country: 'GH' },
      { id: operator.id, part: 'operator', listing_count: 0 },
    ]);
    expect(first.body.items[1].listing_count).toBeGreaterThan(0);
    expect(first.body.items[1].received_count).toBeGreaterThan(0);
  });

  test('they are found by name and city in any case and accent; parts and countries come whole', async () => {
    const found = async (search: string) =>
      (await get(`/demo/api/people?search=${encodeURIComponent(search)}`)).body.items;
    expect(await found(seller.name.toUpperCase())).toMatchObject([{ id: seller.id }]);
    const cities = (await found('sao paulo')).map(({ city }: { city: string }) => city);
    expect(new Set(cities)).toEqual(new Set(['São Paulo']));
    expect(await found('nobody is called this')).toEqual([]);
    expect(await get('/demo/api/people?limit=1000')).toMatchObject({ status: 422, body: { field: 'limit' } });
    const parts = (await get('/demo/api/parts')).body.items;
    expect(parts.map(({ part }: { part: string }) => part)).toEqual(['buyer', 'seller', 'operator']);
    expect((await get('/demo/api/countries')).body.items).toContain('GH');
  });

  test('signing in gives a token that the API takes, and the person’s own number', async () => {
    const { status, body } = await signIn(buyer.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      role: 'authenticated',
      account: { id: buyer.id, name: buyer.name, phone: buyer.phone, country: 'GH' },
    });
    expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now());
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await call(app, { url: '/v1/stats', headers })).status).toBe(200);
    expect((await call(app, { url: '/v1/operator/overview', headers })).status).toBe(403);
  });

  test('the operator, and nobody else, is an administrator', async () => {
    const { body } = await signIn(operator.id);
    expect(body.role).toBe('admin');
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await call(app, { url: '/v1/operator/overview', headers })).status).toBe(200);
    expect((await signIn(seller.id)).body.role).toBe('authenticated');
  });

  test('who is not here or has left cannot sign in', async () => {
    const [gone] = await database.sql`select id from public.profiles where not is_active limit 1`;
    for (const id of [gone?.id, '00000000-0000-4000-8000-000000000000'])
      expect(await signIn(id)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    for (const id of ['nobody', 7, undefined])
      expect(await signIn(id)).toMatchObject({ status: 422, body: { field: 'person_id' } });
  });
});

describe('listings', () => {
  /** All pages, one after the other. */
  async function all(query: string) {
    const items = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const { body } = await get(`/demo/api/listings?limit=100&offset=${offset}&${query}`);
      items.push(...body.items);
      expect(body.total).toBeGreaterThanOrEqual(items.length);
      offset = body.next_offset;
    }
    return items;
  }

  test('pages hold each listing that is for sale once, the newest first', async () => {
    const listings = await all('');
    const offered = await database.sql`select id from public.listings where status = 'active'
      order by created_at desc, id`;
    expect(listings.map(({ id }) => id)).toEqual(offered.map(({ id }) => id));
  });

  test('they are found by words in any case and accent, by category, country and seller', async () => {
    expect((await all('search=TREK%20hybrid&country=GH')).map(({ id }) => id)).toEqual([listing.id]);
    expect((await all('search=velo&country=FR')).map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/vélo/i),
    );
    const bicycles = await all('category=bicycles');
    expect(bicycles.length).toBeGreaterThan(1);
    expect(new Set(bicycles.map(({ category }) => category))).toEqual(new Set(['bicycles']));
    const theirs = await all(`seller_id=${seller.id}`);
    expect(new Set(theirs.map(({ seller_id }) => seller_id))).toEqual(new Set([seller.id]));
    expect(await all('search=nothing%20like%20it')).toEqual([]);
  });

  test('those of a country that is near come first, and none is lost', async () => {
    const [near, anywhere] = [await all('near=JP'), await all('')];
    const inJapan = anywhere.filter(({ country }) => country === 'JP');
    expect(near.slice(0, inJapan.length)).toEqual(inJapan);
    expect(near).toHaveLength(anywhere.length);
  });

  test('one listing comes with its seller, also when it is sold', async () => {
    expect((await get(`/demo/api/listings/${listing.id}`)).body).toMatchObject({
      title: listing.title,
      status: 'active',
      seller: { id: seller.id, name: seller.name, has_phone: true },
    });
    const [sold] = await database.sql`select id from public.listings where status = 'sold' limit 1`;
    expect((await get(`/demo/api/listings/${sold?.id}`)).body.status).toBe('sold');
    expect((await get('/demo/api/listings/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  test('each has a picture, and several of one category do not look the same', async () => {
    const images = new Set((await all('category=phones')).map(({ image }) => image));
    expect(images.size).toBeGreaterThan(3);
    const answers = await Promise.all([...images].map((image) => get(image)));
    for (const { status, headers } of answers)
      expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(images.size);
  });

  test.each(['limit=0', 'offset=-1', 'category=ships', 'country=ghana', 'seller_id=me', 'colour=red'])(
    '%s is refused with the field',
    async (query) => {
      expect(await get(`/demo/api/listings?${query}`)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input', field: query.split('=')[0] },
      });
    },
  );
});

test('no answer about people or listings holds anyone’s number', async () => {
  const phones = await database.sql`select phone from public.profiles where phone is not null`;
  const texts = await Promise.all(
    [
      ...[0, 100, 200].map((offset) => `/demo/api/people?limit=100&offset=${offset}`),
      ...[0, 100, 200, 300].map((offset) => `/demo/api/listings?limit=100&offset=${offset}`),
      `/demo/api/listings/${listing.id}`,
    ].map(async (url) => (await get(url)).text),
  );
  for (const { phone } of phones) expect(texts.some((text) => text.includes(phone))).toBe(false);
});

describe('pages', () => {
  test('the app answers at every address below /market, and lets nothing run but its own files', async () => {
    for (const url of ['/market', '/market/desk', `/market/listings/${listing.id}`]) {
      const { status, headers, text } = await get(url);
      expect(status, url).toBe(200);
      expect(text).toContain('<div id="root">');
      expect(text).not.toMatch(/<style|<script(?![^>]* src=)| style=| on\w+=/);
      expect(headers['cache-control']).toBe('no-cache');
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none'.*style-src 'self'; script-src 'self'/);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  test('its files may be kept for ever, and one that is gone is not answered by a page', async () => {
    const { text } = await get('/market');
    const files = [...text.matchAll(/(?:src|href)="(\/market\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files)
      expect(await get(file)).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'public, max-age=31536000, immutable' },
      });
    expect(await get('/market/assets/index-00000000.js')).toMatchObject({ status: 404 });
  });

  test('they come compressed as the browser takes them, and say so to caches', async () => {
    const { text } = await get('/market');
    const script = /<script type="module"[^>]* src="([^"]+)"/.exec(text)?.[1] ?? '';
    const as = (accepted: string) =>
      app.inject({ url: script, headers: { 'accept-encoding': accepted, host: 'localhost' } });
    const [brotli, zipped, plain] = [await as('gzip, deflate, br'), await as('gzip, br;q=0'), await as('')];
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(brotli.rawPayload)).toEqual(plain.rawPayload);
    expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload);
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  });

  test('the service worker is always the newest, at the address where it works for all pages', async () => {
    const worker = await get('/market/push-worker.js');
    expect(worker).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
    expect(worker.headers['content-type']).toContain('text/javascript');
    expect(worker.text).toContain('showNotification');
  });

  test('what the tests have built is what people get: React without its checks for developers', async () => {
    const { text } = await get('/market');
    const script = /<script type="module"[^>]* src="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await get(script)).text).toContain('Minified React error');
  });

  test('the start page’s commands are about a listing of which the buyer has asked nothing yet', async () => {
    const shown = async () => /<strong>([^<]+)<\/strong>/.exec((await get('/')).text)?.[1];
    expect(await shown()).toBe(listing.title);
    const { body } = await signIn(buyer.id);
    const created = await call(app, {
      ...{ method: 'POST', url: '/v1/callback-requests' },
      headers: { authorization: `Bearer ${body.token}` },
      body: {
        ...{ listing_id: listing.id, seller_id: seller.id },
        ...{ requester_phone: buyer.phone, requester_name: buyer.name },
      },
    });
    expect(created.status).toBe(201);
    expect(await shown()).not.toBe(listing.title);
    expect(await shown()).toBeDefined();
  });

  test('the start page leads to it; its tokens are not kept by anyone', async () => {
    const { text, headers } = await get('/');
    expect(text).toContain('href="/market"');
    expect(headers['cache-control']).toBe('no-store');
  });
});

test('an address that is not there is a page for people and a problem for programs', async () => {
  const visited = await call(app, { url: '/nowhere', headers: { accept: 'text/html,*/*;q=0.8' } });
  expect(visited.status).toBe(404);
  expect(visited.headers['content-type']).toContain('text/html');
  expect(visited.text).toContain('<h1>Page not found</h1>');
  for (const [url, accept] of [
    ['/nowhere', '*/*'],
    ['/v1/nowhere', 'text/html'],
  ] as const)
    expect(await call(app, { url, headers: { accept } })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
});

test('without the demo there is neither marketplace nor sign-in', async () => {
  const plain = await testApp(database);
  for (const url of ['/market', '/demo/api/people', '/demo/api/parts', '/demo/api/listings'])
    expect((await call(plain, { url })).status).toBe(404);
  const body = { person_id: buyer.id };
  expect((await call(plain, { method: 'POST', url: '/demo/api/sign-in', body })).status).toBe(404);
  await plain.close();
});
