/** Hostile input: it is refused with 4xx, quickly, and whatever is let in is stored as it was meant. */

import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type Answer, call, requestFor, testApp, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;
const lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  app = await testApp(database, {}, lines);
  seller = await person(database);
  buyer = await person(database);
  bike = await listing(database, seller);
});
afterAll(() => app.close());

const create = (body: unknown): Promise<Answer> =>
  call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as: buyer,
    body,
    headers: { 'content-type': 'application/json' },
  });

async function expectRefused(answer: Promise<Answer>): Promise<Answer> {
  const start = process.cpuUsage();
  const refused = await answer;
  expect(refused.status, refused.text).toBeGreaterThanOrEqual(400);
  expect(refused.status, refused.text).toBeLessThan(500);
  expect(process.cpuUsage(start).user).toBeLessThan(250_000);
  return refused;
}

describe('text', () => {
  const BAD: [string, string][] = [
    ['NUL', 'a\u0000b'],
    ['a lone high surrogate', 'a\ud800b'],
    ['a lone low surrogate', 'a\udc00b'],
    ['a right-to-left override', 'a\u202eb'],
    ['a left-to-right override', 'a\u202db'],
    ['a bell', 'a\u0007b'],
    ['an escape', 'a\u001b[31mb'],
    ['a C1 control', 'a\u0084b'],
    ['stacked marks', `a${'\u0300'.repeat(40)}`],
    ['too much', 'x'.repeat(1_001)],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ];
  test.each(BAD)('%s is refused in every text', async (name, text) => {
    for (const field of ['requester_name', 'message', 'preferred_time']) {
      const answer = await expectRefused(create(requestFor(bike, { [field]: text })));
      if (name === 'a megabyte') expect(answer.status).toBe(413);
      else expect(answer.body, field).toMatchObject({ code: 'invalid_input', field });
    }
  });

  test.each(['', ' ', '\u3000\u2003', '\n\t', '\u200b'])(
    'a blank name is refused: %j',
    async (requester_name) => {
      expect((await expectRefused(create(requestFor(bike, { requester_name })))).body.field).toBe(
        'requester_name',
      );
    },
  );

  test.each([null, 5, true, [], {}, ['a']])(
    'a name that is no text is refused: %j',
    async (requester_name) => {
      expect((await expectRefused(create(requestFor(bike, { requester_name })))).body.field).toBe(
        'requester_name',
      );
    },
  );

  test('ordinary text of any script is stored as it was written', async () => {
    const target = await listing(database, seller);
    const texts = {
      requester_name: '  Ngọc Ánh 王小明 محمد 👩‍👩‍👧 ',
      message: "Robert'); drop table students;--\r\n{{7*7}} <b>ok</b> %s",
    };
    const answer = await create(requestFor(target, texts));
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body.requester_name).toBe('Ngọc Ánh 王小明 محمد 👩‍👩‍👧');
    expect(answer.body.message).toBe("Robert'); drop table students;--\n{{7*7}} <b>ok</b> %s");
  });
});

describe('JSON', () => {
  const valid = () => JSON.stringify(requestFor(bike)).slice(0, -1);
  test.each<[string, () => string]>([
    ['lists 10,000 deep', () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['objects 10,000 deep', () => `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['a field 10,000 deep', () => `${valid()},"preferred_days":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['a message 10,000 deep', () => `${valid()},"message":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
    ['thousands of keys', () => `{${Array.from({ length: 6_000 }, (_, i) => `"k${i}":1`).join()}}`],
    ['a million keys', () => `{${Array.from({ length: 1_000_000 }, (_, i) => `"${i}":1`).join()}}`],
    ['__proto__', () => `${valid()},"__proto__":{"admin":true}}`],
    ['__proto__ in other letters', () => `${valid()},"\\u005f_proto__":{"admin":true}}`],
    ['__proto__ further in', () => `${valid()},"message":{"__proto__":{"admin":true}}}`],
    ['constructor.prototype', () => `${valid()},"constructor":{"prototype":{"admin":true}}}`],
    ['a huge number', () => `${valid()},"message":1e999999}`],
    ['a number for an id', () => `{"listing_id":${'9'.repeat(400)}}`],
    ['NaN', () => `${valid()},"message":NaN}`],
    ['single quotes', () => "{'listing_id':'x'}"],
    ['a comment', () => `/* */${valid()}}`],
    ['two documents', () => `${valid()}}${valid()}}`],
    ['a byte order mark twice', () => `\ufeff\ufeff${valid()}}`],
    ['a list', () => `[${valid()}}]`],
    ['a string', () => '"x"'],
    ['null', () => 'null'],
    ['nothing', () => ''],
    ['white space', () => ' '.repeat(60_000)],
    ['a thousand weekdays', () => `${valid()},"preferred_days":[${Array(1_000).fill('"Monday"').join()}]}`],
  ])('%s is refused', async (_name, body) => {
    await expectRefused(create(body()));
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('of a key given twice the last counts, and only that reaches the database', async () => {
    const target = await listing(database, seller);
    const body = JSON.stringify(requestFor(target, { message: 'last' })).replace('{', '{"message":"first",');
    const answer = await create(body);
    expect(answer.body.message).toBe('last');
  });
});

describe('addresses', () => {
  const SQL = [
    "'",
    "1' or '1'='1",
    "'; drop table callback_requests;--",
    '1)) union select null--',
    '$1',
    '\\',
    "' and pg_sleep(5)--",
    '%27',
    '%00',
    '../../etc/passwd',
    '%2e%2e%2f',
    '\u0000',
  ];
  const PLACES: [string, (text: string) => string][] = [
    ['a request id', (text) => `/v1/callback-requests/${encodeURIComponent(text)}`],
    ['as', (text) => `/v1/callback-requests?as=${encodeURIComponent(text)}`],
    ['status', (text) => `/v1/callback-requests?as=seller&status=${encodeURIComponent(text)}`],
    ['limit', (text) => `/v1/callback-requests?as=seller&limit=${encodeURIComponent(text)}`],
    ['cursor', (text) => `/v1/callback-requests?as=seller&cursor=${encodeURIComponent(text)}`],
    ['a cursor of notifications', (text) => `/v1/notifications?cursor=${encodeURIComponent(text)}`],
    ['unread_only', (text) => `/v1/notifications?unread_only=${encodeURIComponent(text)}`],
    ['seller_id', (text) => `/v1/listings/${bike.id}/eligibility?seller_id=${encodeURIComponent(text)}`],
    ['another parameter', (text) => `/v1/callback-requests?as=seller&${encodeURIComponent(text)}=1`],
  ];
  test.each(PLACES)('SQL in %s is refused', async (_name, url) => {
    for (const text of SQL) await expectRefused(call(app, { url: url(text), as: seller }));
  });

  test('SQL in a listing id is a listing that nobody offers', async () => {
    for (const text of SQL.filter((text) => text !== '\u0000')) {
      const url = `/v1/listings/${encodeURIComponent(text)}/eligibility`;
      expect((await call(app, { url, as: seller })).body).toEqual({
        ...{ can_request: false, reason: 'not_found', message: 'There is no such listing.' },
        ...{
          notice: null,
          limit: null,
          retry_at: null,
          urgent_left: 3,
          urgent_needs_trust: false,
          can_ask_for_review: false,
          existing_request: null,
          seller: null,
          listing: null,
        },
      });
    }
  });

  test('an id of the marketplace’s is a string, also where it is a number', async () => {
    const answer = await call(app, {
      ...{ method: 'POST', url: '/v1/callback-requests', as: seller },
      body: {
        listing_id: 7,
        seller_id: bike.user_id,
        requester_phone: '+442079460958',
        requester_name: 'Ada',
      },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'invalid_input',
        field: 'listing_id',
        detail: expect.stringContaining('is not of type string'),
      },
    });
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=1e3',
    'limit=',
    'limit=20&limit=30',
    'limit[]=5',
    'as=requester',
    'as=seller&as=buyer',
    'status=',
    'status=PENDING',
    'offset=5',
    'user_id=x',
    'p_user_id=x',
  ])('the list refuses %s', async (query) => {
    const start = query.startsWith('as=') ? '' : 'as=seller&';
    await expectRefused(call(app, { url: `/v1/callback-requests?${start}${query}`, as: seller }));
  });

  test('a cursor that was changed anywhere is refused or leads within the caller’s own rows', async () => {
    for (let i = 0; i < 3; i++) await create(requestFor(await listing(database, seller)));
    const first = await call(app, { url: '/v1/callback-requests?as=seller&limit=2', as: seller });
    const cursor: string = first.body.next_cursor;
    expect(cursor).toEqual(expect.any(String));
    const stranger = await person(database);
    expect(
      (
        await call(app, {
          url: `/v1/callback-requests?as=seller&cursor=${encodeURIComponent(cursor)}`,
          as: stranger,
        })
      ).body.items ?? [],
    ).toEqual([]);
    for (let at = 0; at < cursor.length; at++) {
      const changed = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      const answer = await call(app, {
        url: `/v1/callback-requests?as=seller&cursor=${encodeURIComponent(changed)}`,
        as: seller,
      });
      expect([200, 422]).toContain(answer.status);
      for (const item of answer.body.items ?? []) expect(item.seller_id).toBe(seller.id);
    }
  });
});

describe('phone numbers', () => {
  test.each<[string, string, string?]>([
    ['invalid_phone', ''],
    ['invalid_phone', 'call me'],
    ['invalid_phone', '*#06#'],
    ['invalid_phone', '**21*+4915112345678#'],
    ['invalid_phone', 'tel:+442079460018'],
    ['invalid_phone', '+442079460018;ext=5'],
    ['invalid_phone', '+1 555'],
    ['invalid_phone', '020 7946 0018'],
    ['phone_not_allowed', '+1 900 555 0123'],
    ['phone_not_allowed', '+44 909 879 0000'],
    ['phone_not_allowed', '+882 16 5555 5555'],
    ['phone_not_allowed', '0900 1234567', 'DE'],
  ])('%s: %s %s', async (code, requester_phone, phone_region) => {
    const answer = await expectRefused(create(requestFor(bike, { requester_phone, phone_region })));
    expect(answer.body).toMatchObject({ code, field: 'requester_phone', status: 422 });
  });

  test.each<[string, string | undefined, string]>([
    ['020 7946 0018', 'GB', '+442079460018'],
    ['0044 20 7946 0018', undefined, '+442079460018'],
    ['(0)30 901820', 'DE', '+4930901820'],
    ['٠٢٠ ٧٩٤٦ ٠٠١٨', 'gb', '+442079460018'],
  ])('%s in %s is kept as %s', async (requester_phone, phone_region, kept) => {
    const target = await listing(database, seller);
    const { body, status, text } = await create(requestFor(target, { requester_phone, phone_region }));
    expect(status, text).toBe(201);
    expect(
      (await call(app, { url: `/v1/callback-requests/${body.id}`, as: seller })).body.requester_phone,
    ).toBe(kept);
  });
});

test('nothing of all this met an unforeseen error', () => {
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
});
