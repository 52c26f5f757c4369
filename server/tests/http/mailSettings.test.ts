/**
 * The page behind the last link of a mail: which mails come is read and changed without an account, and by
 * nobody without the link.
 */
import { createHash } from 'node:crypto';
import {
  create,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let user: Person;
let url: string;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set channels = '{email}'`;
  app = await testApp(database);
});
afterAll(() => app.close());
beforeEach(async () => {
  user = await person(database);
  url = `/unsubscribe/${await linkTo(user)}`;
});

async function linkTo(seller: Person): Promise<string> {
  await create(database.api, await person(database), await listing(database, seller));
  const [row] = await database.sql`
    select id || '.' || secret as link from callback_private.deliveries where person_id = ${seller.id}`;
  return row?.link;
}

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const PARTS = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
const post = (to: string, body = ONE_CLICK, type = 'application/x-www-form-urlencoded') =>
  call(app, { method: 'POST', url: to, headers: { 'content-type': type }, body });
const look = (to: string, language = 'en') =>
  call(app, { url: to, headers: { 'accept-language': language } });
const wanted = async (as = user) => (await call(app, { url: '/v1/preferences', as })).body.email;
const checked = (html: string) => [...html.matchAll(/name="([a-z_]+)" checked/g)].map(([, name]) => name);

describe('the page', () => {
  test('shows what is on, and a look changes nothing', async () => {
    const before = await wanted();
    const page = await look(url);
    expect(page.status).toBe(200);
    expect(checked(page.text).sort()).toEqual(before);
    expect(page.text).toContain('Reminder: a buyer is waiting for your call');
    expect(await wanted()).toEqual(before);
  });

  test('turns types off and on again, for this person alone', async () => {
    const other = await person(database);
    const before = await wanted(other);
    const saved = await post(`${url}/types`, 'new_request=on&request_expired=on');
    expect(saved).toMatchObject({ status: 200, text: expect.stringContaining('Saved.') });
    expect(checked(saved.text)).toEqual(['new_request', 'request_expired']);
    expect(await wanted()).toEqual(['new_request', 'request_expired']);
    await post(`${url}/types`, 'request_reminder=on');
    expect(await wanted()).toEqual(['request_reminder']);
    expect(await wanted(other)).toEqual(before);
  });

  test('turns all off, by either form, and offers to turn all on again', async () => {
    const all = await wanted();
    for (const stop of [() => post(url), () => post(`${url}/types`, '')]) {
      const stopped = await stop();
      expect(stopped).toMatchObject({ status: 200, text: expect.stringContaining('You’re unsubscribed.') });
      expect(await wanted()).toEqual([]);
      const hidden = [...stopped.text.matchAll(/type="hidden" name="([a-z_]+)" value="on"/g)].map(
        ([, name]) => name,
      );
      await post(`${url}/types`, hidden.map((name) => `${name}=on`).join('&'));
      expect(await wanted()).toEqual(all);
    }
  });

  test('stops calls, too: what its reader requested is withdrawn', async () => {
    const id = await create(database.api, user, await listing(database, await person(database)));
    const stopped = await post(`${url}/withdraw`);
    expect(stopped).toMatchObject({ status: 200, text: expect.stringContaining('requests are withdrawn') });
    expect(checked(stopped.text)).toEqual([]);
    const { body } = await call(app, { url: `/v1/callback-requests/${id}`, as: user });
    expect(body).toMatchObject({ status: 'cancelled', cancelled_by: 'buyer' });
    expect((await post('/unsubscribe/no.link/withdraw')).status).toBe(404);
  });

  test('does not know a type that there is not', async () => {
    const before = await wanted();
    expect((await post(`${url}/types`, 'nonsense=on')).status).toBe(422);
    expect((await post(`${url}/types`, '__proto__=on')).status).toBe(422);
    expect(await wanted()).toEqual(before);
  });

  test('is in the reader’s language; in the browser’s where they have set none', async () => {
    expect((await look(url, 'ar-EG,ar;q=0.9')).text).toContain('<html lang="ar" dir="rtl">');
    for (const language of ['constructor', '__proto__', 'toString', '*', '', 'en_GB', 'xx-YY;q=0'])
      expect((await look(url, language)).text).toContain('<html lang="en" dir="ltr">');
    await database.api`select set_callback_preferences(${database.api.json({ locale: 'fr' })}, ${user.id})`;
    expect((await look(url, 'ar')).text).toContain('<html lang="fr" dir="ltr">');
  });

  test('stops mail in the encoding that mail programs should use (RFC 8058), which has its bounds, too', async () => {
    expect((await post(url, PARTS.repeat(500), 'multipart/form-data; boundary=x')).status).toBe(413);
    expect(await wanted()).not.toEqual([]);
    expect((await post(url, PARTS, 'multipart/form-data; boundary=x')).status).toBe(200);
    expect(await wanted()).toEqual([]);
    expect((await post(url, ONE_CLICK, 'text/plain')).status).toBe(415);
  });
});

describe('a link that nobody was sent', () => {
  test.each([
    'x',
    '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11.0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
    '-'.repeat(36),
    `${'-'.repeat(36)}.${'-'.repeat(36)}`,
    '<script>',
  ])('shows and does nothing: %s', async (link) => {
    const to = `/unsubscribe/${encodeURIComponent(link)}`;
    for (const answer of [await look(to), await post(to), await post(`${to}/types`, 'new_request=on')]) {
      expect(answer).toMatchObject({ status: 404, text: expect.stringContaining('invalid or has expired') });
      expect(answer.text).not.toMatch(/<form|<script/);
    }
  });

  test('with another’s secret is none', async () => {
    const [id] = url.split('.');
    const [, secret] = (await linkTo(await person(database))).split('.');
    expect((await post(`${id}.${secret}`)).status).toBe(404);
    expect(await wanted()).not.toEqual([]);
  });
});

describe('the brand', () => {
  test('is on the page, and the policy allows just its styles and its logo', async () => {
    await database.sql`update callback_private.settings set
      brand_name = 'Shop & Söhne', brand_logo_url = 'https://cdn.example.com/logo.png', brand_color = '#ffd400'`;
    const { text, headers } = await look(url);
    expect(text).toContain('<img src="https://cdn.example.com/logo.png" alt="Shop &amp; Söhne"');
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(text) ?? [];
    expect(style).toContain('background: #ffd400; color: #000000;');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; style-src 'sha256-${hash}'; img-src https://cdn.example.com`,
    );
    expect(text).not.toMatch(/ style=|<script/);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    await database.sql`update callback_private.settings set brand_logo_url = null`;
    const plain = await look(url);
    expect(plain.text).toContain('<header>Shop &amp; Söhne</header>');
    expect(plain.headers['content-security-policy']).not.toContain('img-src');
  });
});
