/** change_callback_request: a status change that answers with the request, and takes an Idempotency-Key. */
import { randomUUID } from 'node:crypto';
import {
  asAnon,
  asUser,
  change,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { AT_ONCE } from '@ringback/testing/full.ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Executor, type Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let bike: Listing;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
  id = await create(api, buyer, bike);
});

const once = async (
  status: string | null,
  key: string | null,
  {
    user = seller.id,
    request = id,
    reason = null,
  }: { user?: string | null; request?: string | null; reason?: string | null } = {},
  on: Executor = api,
) => change(on, request, status, user, { reason, key });

test('answers with the request as it is now', async () => {
  const { request, replayed } = await once('acknowledged', null);
  expect(replayed).toBe(false);
  expect(request).toEqual(await get(api, id, seller.id));
  expect(request).toMatchObject({
    status: 'acknowledged',
    requester_phone: buyer.phone,
    requester: { phone: buyer.phone },
  });
});

test('the same again gives the first answer again, whatever happened since', async () => {
  const key = randomUUID();
  const first = await once('acknowledged', key);
  expect(await once('acknowledged', key)).toEqual({ ...first, replayed: true });
  await update(api, id, 'completed', seller.id);
  const late = await once('acknowledged', key);
  expect(late).toMatchObject({ replayed: true, request: { status: 'acknowledged' } });
  expect(await notificationsOf(sql, id, buyer.id)).toEqual(['request_acknowledged', 'request_completed']);
});

test("a replay shows the buyer's number only as long as the request is open", async () => {
  const key = randomUUID();
  await once('acknowledged', key);
  expect((await once('acknowledged', key)).request).toMatchObject({
    requester_phone: buyer.phone,
    requester: { phone: buyer.phone },
  });
  await daysPass(sql, 8, [id]);
  expect((await once('acknowledged', key)).request).toMatchObject({
    requester_phone: null,
    requester: { phone: null },
  });
  const [row] =
    await sql`select row_to_json(k)::text as kept from callback_private.idempotency_keys k where key = ${key}`;
  expect(row?.kept).toContain(id);
  expect(row?.kept).not.toContain(String(buyer.phone).slice(1));
});

test('without a key a repeat is answered as it is, and changes nothing', async () => {
  const first = await once('acknowledged', null);
  expect(await once('acknowledged', null)).toEqual(first);
  expect(await notificationsOf(sql, id, buyer.id)).toEqual(['request_acknowledged']);
});

test('other content, another request, another user', async () => {
  const key = randomUUID();
  await once('acknowledged', key);
  await expectRefusal(once('completed', key), 'idempotency_key_reused');
  await expectRefusal(once('acknowledged', key, { reason: 'why' }), 'idempotency_key_reused');
  await expectRefusal(once('acknowledged', key, { request: randomUUID() }), 'idempotency_key_reused');
  expect((await once('cancelled', key, { user: buyer.id })).replayed).toBe(false);
});

test('a refused attempt leaves its key unused', async () => {
  const key = randomUUID();
  await expectRefusal(once('completed', key, { user: buyer.id }), 'forbidden');
  await expectRefusal(once('cancelled', key, { user: buyer.id, reason: 'x'.repeat(501) }), 'invalid_input');
  expect((await once('cancelled', key, { user: buyer.id, reason: 'changed my mind' })).replayed).toBe(false);
});

test('many at once have one effect and one answer', async () => {
  const pool = connect(database.apiUrl, { max: AT_ONCE });
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => once('completed', key, {}, pool)));
  await pool.end();
  expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer.request))).size).toBe(1);
  expect(await notificationsOf(sql, id, buyer.id)).toEqual(['request_completed']);
  await expectInvariants(sql);
});

test('nobody, nothing and strangers are refused', async () => {
  await expectRefusal(once('acknowledged', null, { user: null }), 'unauthenticated');
  await expectRefusal(once('acknowledged', randomUUID(), { request: null }), 'not_found');
  await expectRefusal(once(null, randomUUID()), 'invalid_input');
  await expectRefusal(once('acknowledged', null, { user: (await person(database)).id }), 'not_found');
  await expectRefusal(
    asUser(sql, buyer.id, (as) => once('completed', null, {}, as)),
    'forbidden',
  );
  const visitor = await asAnon(sql, (as) => once('completed', null, {}, as)).catch((e) => e);
  expect(visitor.code).toBe('42501');
  const own = await asUser(sql, seller.id, (as) => once('completed', null, { user: null }, as));
  expect(own.request.status).toBe('completed');
});

test('update_callback_request_status takes a key too, of the same store', async () => {
  const key = randomUUID();
  const complete = async (status: string) =>
    api`select update_callback_request_status(${id}, ${status}, ${seller.id}, p_idempotency_key := ${key}) as done`;
  expect(await complete('acknowledged')).toEqual([{ done: true }]);
  await update(api, id, 'completed', seller.id);
  expect(await complete('acknowledged')).toEqual([{ done: true }]);
  await expectRefusal(complete('completed'), 'idempotency_key_reused');
  expect(await once('acknowledged', key)).toMatchObject({
    replayed: true,
    request: { status: 'acknowledged' },
  });
});
