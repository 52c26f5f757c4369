/** The way of a request through the API: asked, seen, handled, answered; and what each side gets to read. */

import {
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type Call, call, newKey, requestFor, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
  seller = await person(database);
  buyer = await person(database, { first_name: 'Grace' });
});
afterAll(() => app.close());

test('a buyer edits, the seller calls; repeats with a key count once', async () => {
  const target = await listing(database, seller);
  const { body: made } = await call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as: buyer,
    body: requestFor(target, { time_zone: 'Europe/London' }),
  });
  const url = `/v1/callback-requests/${made.id}`;
  const edit: Call = {
    method: 'PATCH',
    url: `${url}/details`,
    as: buyer,
    body: { requester_phone: '020 7946 0958', phone_region: 'GB', message: null },
    headers: { 'idempotency-key': newKey() },
  };
  const edited = await call(app, edit);
  expect(edited.status, edited.text).toBe(200);
  expect(edited.body).toMatchObject({
    message: null,
    time_zone: 'Europe/London',
    requester_phone: '+442079460958',
  });
  expect((await call(app, edit)).headers['idempotency-replayed']).toBe('true');
  expect((await call(app, { url, as: seller })).body.requester_phone).toBe('+442079460958');

  const attempt: Call = {
    method: 'POST',
    url: `${url}/attempts`,
    as: seller,
    body: { outcome: 'no_answer' },
    headers: { 'idempotency-key': newKey() },
  };
  const called = await call(app, attempt);
  expect(called.status, called.text).toBe(201);
  expect(called.body).toMatchObject({ status: 'acknowledged', attempts: [{ outcome: 'no_answer' }] });
  const replayed = await call(app, attempt);
  expect(replayed.headers['idempotency-replayed']).toBe('true');
  expect(replayed.body).toEqual(called.body);
});

test.each([
  [{ requester_phone: '12' }, 'invalid_phone', 'requester_phone'],
  [{ requester_name: null }, 'invalid_input', 'requester_name'],
  [{ status: 'completed' }, 'invalid_input', 'status'],
  [{ time_zone: 'Europe/Atlantis' }, 'invalid_input', 'time_zone'],
])('the edit %j is refused as %s', async (body, code, field) => {
  const { body: made } = await call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as: await person(database),
    body: requestFor(await listing(database, seller), { requester_phone: '+442079460888' }),
  });
  const as = { id: made.requester_id };
  const answer = await call(app, {
    method: 'PATCH',
    url: `/v1/callback-requests/${made.id}/details`,
    as,
    body,
  });
  expect(answer.body).toMatchObject({ code, field });
});

test('a buyer asks, the seller handles it, the buyer sees the outcome', async () => {
  const bike = await listing(database, seller);

  const created = await call(app, {
    method: 'POST',
    url: '/v1/callback-requests',
    as: buyer,
    body: requestFor(bike),
  });
  expect(created.status, created.text).toBe(201);
  expect(created.headers.location).toBe(`/v1/callback-requests/${created.body.id}`);
  expect(created.body).toMatchObject({
    status: 'pending',
    requester_id: buyer.id,
    seller_id: seller.id,
    requester_phone: '+12125550123',
  });

  const received = await call(app, { url: '/v1/callback-requests?as=seller&status=pending', as: seller });
  expect(received.body.items[0]).toMatchObject({ id: created.body.id, requester_phone: '+12125550123' });

  const url = `/v1/callback-requests/${created.body.id}`;
  for (const status of ['acknowledged', 'completed']) {
    const changed = await call(app, { method: 'PATCH', url, as: seller, body: { status } });
    expect(changed.status, changed.text).toBe(200);
    expect(changed.body.status).toBe(status);
  }
  const seen = await call(app, { url, as: buyer });
  expect(seen.body.history.map((entry: { to_status: string }) => entry.to_status)).toEqual([
    'pending',
    'acknowledged',
    'completed',
  ]);
});
