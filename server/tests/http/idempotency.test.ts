/** Idempotency-Key: however often and however many at once, one effect and one answer; and what happens without a key. */

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
  call,
  newKey,
  requestFor,
  testApp,
  withoutDailyLimits,
} from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  app = await testApp(database);
  seller = await person(database);
  buyer = await person(database);
  bike = await listing(database, seller);
});
afterAll(() => app.close());

function create(
  as: Person,
  target: Listing,
  key?: string,
  changes: Record<string, unknown> = {},
): Promise<Answer> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as,
    headers,
    body: requestFor(target, changes),
  });
}

async function rowsOf(target: Listing) {
  const [row] = await database.sql`
    select (select count(*)::int from callback_requests where listing_id = ${target.id}) as requests,
      (select count(*)::int from callback_request_notifications n join callback_requests r on r.id = n.callback_request_id
        where r.listing_id = ${target.id}) as notifications,
      (select count(*)::int from callback_private.events e join callback_requests r on r.id = e.callback_request_id
        where r.listing_id = ${target.id}) as events`;
  return row;
}

describe('with a key', () => {
  test('twenty at once make one request and get one answer', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(buyer, bike, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await rowsOf(bike)).toEqual({ requests: 1, notifications: 1, events: 1 });
  });

  test('the first answer is given again even after the request went on', async () => {
    const other = await listing(database, seller);
    const key = newKey();
    const first = await create(buyer, other, key);
    const url = `/v1/callback-requests/${first.body.id}`;
    expect(
      (await call(app, { method: 'PATCH', url, as: seller, body: { status: 'completed' } })).status,
    ).toBe(200);
    const again = await create(buyer, other, key);
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  test('other content is refused', async () => {
    const other = await listing(database, seller);
    const key = newKey();
    expect((await create(buyer, other, key)).status).toBe(201);
    for (const changes of [
      { message: 'Other words' },
      { priority: 'high' },
      { requester_phone: '+1 212 555 0199' },
    ]) {
      const answer = await create(buyer, other, key, changes);
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('idempotency_key_reused');
    }
    expect(await rowsOf(other)).toMatchObject({ requests: 1 });
  });

  test('the same number written otherwise is the same content', async () => {
    const other = await listing(database, seller);
    const key = newKey();
    const first = await create(buyer, other, key, { requester_phone: '+1 212 555 0123' });
    const again = await create(buyer, other, key, { requester_phone: '(212) 555-0123', phone_region: 'US' });
    expect(again.text).toBe(first.text);
  });

  test('a refusal is not kept: the same key works once the reason is gone', async () => {
    const sold = await listing(database, seller, { status: 'sold' });
    const key = newKey();
    expect((await create(buyer, sold, key)).body.code).toBe('listing_unavailable');
    await database.sql`update listings set status = 'active' where id = ${sold.id}`;
    expect((await create(buyer, sold, key)).status).toBe(201);
  });

  test('keys belong to the person who used them', async () => {
    const other = await listing(database, seller);
    const [first, second] = [await person(database), await person(database)];
    const key = newKey();
    const [a, b] = [await create(first, other, key), await create(second, other, key)];
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body.id).not.toBe(b.body.id);
    expect(b.headers['idempotency-replayed']).toBeUndefined();
  });

  test('a change of status is made once and answered alike', async () => {
    const other = await listing(database, seller);
    const { body } = await create(buyer, other);
    const url = `/v1/callback-requests/${body.id}`;
    const change = { method: 'PATCH' as const, url, as: seller, headers: { 'idempotency-key': newKey() } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call(app, { ...change, body: { status: 'acknowledged' } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await rowsOf(other)).toEqual({ requests: 1, notifications: 2, events: 2 });
    expect((await call(app, { ...change, body: { status: 'completed' } })).body.code).toBe(
      'idempotency_key_reused',
    );
  });

  test.each(['', 'x'.repeat(256), 'schlüssel'])('"%s" is no key', async (key) => {
    const answer = await create(buyer, bike, key);
    expect(answer.status).toBe(422);
    expect(answer.body.field).toBe('idempotency-key');
  });
});

describe('without a key', () => {
  test('a second request leads to the first', async () => {
    const other = await listing(database, seller);
    const first = await create(buyer, other);
    const second = await create(buyer, other);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'duplicate_request', existing_request_id: first.body.id });
    expect(await rowsOf(other)).toEqual({ requests: 1, notifications: 1, events: 1 });
  });

  test('of twenty at once one succeeds and the others are led to it', async () => {
    const other = await listing(database, seller);
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(buyer, other)));
    const [created] = answers.filter(({ status }) => status === 201);
    const others = answers.filter(({ status }) => status !== 201);
    expect(others).toHaveLength(19);
    expect(new Set(others.map(({ body }) => body.existing_request_id))).toEqual(new Set([created?.body.id]));
    expect(await rowsOf(other)).toEqual({ requests: 1, notifications: 1, events: 1 });
  });

  test('the present status again changes nothing and tells nobody', async () => {
    const other = await listing(database, seller);
    const { body } = await create(buyer, other);
    const url = `/v1/callback-requests/${body.id}`;
    const change = () => call(app, { method: 'PATCH', url, as: seller, body: { status: 'acknowledged' } });
    const [first, second] = [await change(), await change()];
    expect(second.text).toBe(first.text);
    expect(await rowsOf(other)).toEqual({ requests: 1, notifications: 2, events: 2 });
  });
});
