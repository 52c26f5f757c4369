/** The way of a request through the API: asked, seen, handled, answered; and what each side gets to read. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '../../database/tests/support/index.ts';
import type { App } from '../src/app.ts';
import { call, requestFor, testApp } from './support/app.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
});
afterAll(() => app.close());

test('a buyer asks, the seller handles it, the buyer sees the outcome', async () => {
  seller = await person(database);
  buyer = await person(database, { first_name: 'Grace' });
  bike = await listing(database, seller);

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
    requester_phone: null,
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
