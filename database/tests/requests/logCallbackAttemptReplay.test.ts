/** log_callback_attempt with an Idempotency-Key. */
import { randomUUID } from 'node:crypto';
import {
  asAnon,
  create,
  expectRefusal,
  get,
  listing,
  logAttempt,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  id = await create(api, buyer, await listing(database, seller));
});

const once = (outcome: string | null, key: string | null, user: string | null = seller.id) =>
  logAttempt(api, id, outcome, user, key);

test('answers with the request as it is now', async () => {
  const { request, replayed } = await once('busy', null);
  expect(replayed).toBe(false);
  expect(request).toEqual(await get(api, id, seller.id));
  expect(request).toMatchObject({ status: 'acknowledged', attempts: [{ outcome: 'busy' }] });
});

test('the same key gives the first answer again, long after the minute in which a repeat is noticed', async () => {
  const key = randomUUID();
  const first = await once('busy', key);
  await sql`update callback_private.attempts set attempted_at = attempted_at - interval '1 hour' where callback_request_id = ${id}`;
  expect(await once('busy', key)).toEqual({ ...first, replayed: true });
  expect((await get(api, id, seller.id)).attempts).toHaveLength(1);
  expect((await once('busy', randomUUID())).request.attempts).toHaveLength(2);
});

test('with another outcome the key is refused', async () => {
  const key = randomUUID();
  await once('busy', key);
  await expectRefusal(once('reached', key), 'idempotency_key_reused');
});

test('a refused note leaves its key unused', async () => {
  const key = randomUUID();
  await expectRefusal(once('engaged', key), 'invalid_input');
  expect((await once('reached', key)).request.status).toBe('completed');
});

test('nobody and buyers are refused', async () => {
  await expectRefusal(once('busy', null, null), 'unauthenticated');
  await expectRefusal(once('busy', null, buyer.id), 'forbidden');
  const visitor = await asAnon(sql, (as) => logAttempt(as, id, 'busy', seller.id)).catch((e) => e);
  expect(visitor.code).toBe('42501');
});
