/** edit_callback_request with an Idempotency-Key. */
import { randomUUID } from 'node:crypto';
import {
  asAnon,
  create,
  edit,
  expectRefusal,
  get,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
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

const once = (changes: object, key: string | null, user: string | null = buyer.id) =>
  edit(api, id, changes, user, key);

test('answers with the request as it is now', async () => {
  const { request, replayed } = await once({ message: 'At noon' }, null);
  expect(replayed).toBe(false);
  expect(request).toEqual(await get(api, id, buyer.id));
  expect(request.message).toBe('At noon');
});

test('the same again gives the first answer again, and undoes nothing that came later', async () => {
  const key = randomUUID();
  const first = await once({ message: 'At noon' }, key);
  await once({ message: 'At six' }, randomUUID());
  expect(await once({ message: 'At noon' }, key)).toEqual({ ...first, replayed: true });
  expect((await get(api, id, buyer.id)).message).toBe('At six');
});

test('with other content the key is refused, also where a clear becomes a leave', async () => {
  const key = randomUUID();
  await once({ message: null }, key);
  await expectRefusal(once({}, key), 'idempotency_key_reused');
});

test('the kept answer holds no number', async () => {
  const key = randomUUID();
  await once({ requester_phone: '+442079460958' }, key);
  const [row] =
    await sql`select row_to_json(k)::text as kept from callback_private.idempotency_keys k where key = ${key}`;
  expect(row?.kept).toContain(id);
  expect(row?.kept).not.toContain('442079460958');
});

test('a refused edit leaves its key unused', async () => {
  const key = randomUUID();
  await expectRefusal(once({ requester_phone: '+12' }, key), 'invalid_phone');
  expect((await once({ requester_phone: '+442079460958' }, key)).replayed).toBe(false);
});

test('nobody, sellers and what is over are refused', async () => {
  await expectRefusal(once({ message: 'Mine' }, null, null), 'unauthenticated');
  await expectRefusal(once({ message: 'Mine' }, null, seller.id), 'forbidden');
  const visitor = await asAnon(sql, (as) => edit(as, id, {}, buyer.id)).catch((e) => e);
  expect(visitor.code).toBe('42501');
  await update(api, id, 'cancelled', buyer.id);
  await expectRefusal(once({ message: 'Late' }, null), 'invalid_transition');
});
