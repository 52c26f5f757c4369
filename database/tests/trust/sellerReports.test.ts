/** A seller reports a request or blocks its buyer: it counts, the buyer never learns of it, and it can be taken back. */
import {
  edit,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  requestValues,
  submit,
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
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set risk_mode = 'on'`;
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
});

async function send({ by = buyer, about = bike, phone = buyer.phone } = {}) {
  const { requester_id: _, ...content } = requestValues(by, about, { requester_phone: phone });
  return (await submit(api, by.id, content)).request?.id ?? '';
}
const report = async (id: string, what: object, by: Person = seller) =>
  (
    await api`select report_callback_request(${id}, ${JSON.stringify(what)}::text::jsonb, ${by.id}) as answer`
  )[0]?.answer;
const eligibility = async (who: Person) => {
  const other = await listing(database, seller);
  return (await api`select can_request_callback(${other.id}, null, ${who.id}) as answer`)[0]?.answer;
};
const signalsOf = async (id: string) =>
  (await sql`select signals from callback_private.request_facts where callback_request_id = ${id}`)[0]
    ?.signals;

test('a blocked buyer finds a seller who cannot call back, as of one without a phone, and others do not', async () => {
  const id = await send();
  expect(await report(id, { block: true })).toEqual({ id, reason: null, is_blocked: true });
  const blocked = await eligibility(buyer);
  expect(blocked).toMatchObject({ can_request: false, reason: 'seller_unreachable' });
  expect(await eligibility(await person(database))).toMatchObject({ can_request: true });
  const phoneless = await person(database, { phone: null });
  const theirs = await listing(database, phoneless);
  const [row] = await api`select can_request_callback(${theirs.id}, null, ${buyer.id}) as answer`;
  expect([blocked.reason, blocked.message, blocked.limit]).toEqual([
    ...[row?.answer.reason, row?.answer.message, row?.answer.limit],
  ]);
  await expectRefusal(send({ about: await listing(database, seller) }), 'seller_unreachable');
});

test('the seller sees no number of who is blocked, and gets no more edits, until the block is taken back', async () => {
  const id = await send();
  await report(id, { block: true });
  expect((await get(api, id, seller.id)).requester_phone).toBeNull();
  await expectRefusal(edit(api, id, { message: 'Hello' }, buyer.id), 'forbidden');
  expect(await report(id, { block: false })).toMatchObject({ is_blocked: false });
  expect((await get(api, id, seller.id)).requester_phone).toBe(buyer.phone);
  await edit(api, id, { message: 'Hello' }, buyer.id);
  expect(await eligibility(buyer)).toMatchObject({ can_request: true });
});

test('what the buyer reads is the same before and after', async () => {
  const id = await send();
  const before = await get(api, id, buyer.id);
  await report(id, { reason: 'spam' });
  expect(await get(api, id, buyer.id)).toEqual(before);
});

test('reports count by seller, against the buyer and the number, until they are taken back', async () => {
  const first = await send();
  await report(first, { reason: 'spam' });
  expect(await signalsOf(await send({ about: await listing(database, seller) }))).toContain(
    'reported_for_spam',
  );
  const others = await Promise.all([person(database), person(database)]);
  const sent: [string, Person][] = [];
  for (const by of others) {
    const id = await send({ about: await listing(database, by) });
    await report(id, { reason: 'spam' }, by);
    sent.push([id, by]);
  }
  expect(await signalsOf(await send({ about: await listing(database, seller) }))).toContain(
    'often_reported_for_spam',
  );
  const sameNumber = await person(database);
  expect(await signalsOf(await send({ by: sameNumber }))).toContain('often_reported_for_spam');
  const stranger = await person(database);
  expect(await signalsOf(await send({ by: stranger, phone: '+12125557788' }))).not.toContain(
    'reported_for_spam',
  );
  await report(first, { reason: null });
  for (const [id, by] of sent) await report(id, { reason: null }, by);
  const after = await signalsOf(await send({ about: await listing(database, seller) }));
  expect(after.filter((name: string) => name.includes('spam'))).toEqual([]);
});

test('only the seller reports, with the words there are', async () => {
  const id = await send();
  await expectRefusal(report(id, { reason: 'spam' }, buyer), 'forbidden');
  await expectRefusal(report(id, { reason: 'spam' }, await person(database)), 'not_found');
  await expectRefusal(report(id, { reason: 'rude' }), 'invalid_input');
  await expectRefusal(report(id, { block: 'yes' }), 'invalid_input');
  await expectRefusal(report(id, []), 'invalid_input');
  expect(await report(id, { reason: 'fake_number' })).toEqual({
    id,
    reason: 'fake_number',
    is_blocked: false,
  });
});
