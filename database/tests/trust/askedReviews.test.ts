/** A buyer who was refused by risk or a daily limit asks for a review: once a day, held like any other, decided at the review desk. */
import {
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
import { asOperator, operatorsOf, type Role } from '@ringback/testing/database/operatorCalls.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Page = { items: { id: string; [name: string]: unknown }[]; waiting: number; asked: number };

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let operators: Record<Role, string>;
let buyer: Person;
let seller: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  operators = await operatorsOf(sql);
});
beforeEach(async () => {
  await sql`delete from callback_requests`;
  await sql`delete from callback_private.held_requests`;
  await sql`delete from callback_private.request_facts`;
  await sql`delete from callback_private.trust_entries`;
  await sql`update callback_private.operators set disabled_at = null`;
  await set({ risk_mode: 'on', risk_refuse_at: 80, requests_per_user_per_day: 10 });
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
});

const set = (values: object) => sql`update callback_private.settings set ${sql(values)}`;
/** Running digits, a new account and a text with a link: 85 points. */
const RISKY = { requester_phone: '+12129876543', message: 'Sell faster: www.example.com/offer' };
const NOT_OFFERED = { field: 'requester_phone' };
const ORDINARY = { message: 'Is it still there?' };

const send = (values: object = RISKY, { by = buyer, about = bike, asks = false } = {}) => {
  const { requester_id: _, ...content } = requestValues(by, about, values);
  return submit(api, by.id, { ...content, ...(asks && { asks_for_review: true }) });
};
const ask = (values?: object, about?: Listing) => send(values, { asks: true, ...(about && { about }) });
const list = (state: string) =>
  asOperator<Page>(api, operators.support, 'list_callback_reviews', { p_state: state });
const decide = async (id: string, decision: string) => {
  const { results } = await asOperator<{ results: { outcome: string }[] }>(
    api,
    operators.support,
    'decide_callback_reviews',
    { p_decision: { ids: [id], decision } },
  );
  return results[0]?.outcome;
};
const block = () =>
  asOperator(api, operators.admin, 'add_callback_trust_entry', {
    p_entry: { list: 'block', person_id: buyer.id, reason: 'Spam' },
  });
const eligibility = async ({ id }: Listing) =>
  (await api`select can_request_callback(${id}, null, ${buyer.id}) as answer`)[0]?.answer;
const anotherListing = () => listing(database, seller);

describe('a buyer who was refused by risk', () => {
  test('is offered a review, and one who asks is held', async () => {
    const { refusal } = await send();
    expect(refusal).toMatchObject({
      ...{ code: 'not_accepted', detail: { field: 'requester_phone', can_ask_for_review: true } },
    });
    const { request } = await ask();
    expect(await get(api, request.id, buyer.id)).toMatchObject({ status: 'pending', is_being_checked: true });
    await expectRefusal(get(api, request.id, seller.id), 'not_found');
  });

  test('may ask once a day, and not while one waits', async () => {
    const { request } = await ask();
    const second = await ask(RISKY, await anotherListing());
    expect(second.refusal).toEqual({
      ...{ code: 'not_accepted', detail: NOT_OFFERED },
      message: expect.stringContaining('phone number'),
    });
    await decide(request.id, 'reject');
    expect((await ask(RISKY, await anotherListing())).refusal?.detail).toEqual(NOT_OFFERED);
    await sql`update callback_private.held_requests set asked_at = asked_at - interval '25 hours'`;
    expect((await ask(RISKY, await anotherListing())).request.is_being_checked).toBe(true);
    await sql`update callback_private.held_requests set asked_at = asked_at - interval '25 hours'`;
    expect((await ask(RISKY, await anotherListing())).refusal?.detail).toEqual(NOT_OFFERED);
  });

  test('is offered none where no operator could decide, or nothing is scored', async () => {
    await sql`update callback_private.operators set disabled_at = now()`;
    expect((await ask()).refusal).toEqual({
      ...{ code: 'not_accepted', detail: NOT_OFFERED },
      message: expect.any(String),
    });
    await sql`update callback_private.operators set disabled_at = null`;
    await set({ requests_per_user_per_day: 1, risk_mode: 'off' });
    await send(ORDINARY);
    expect((await ask(ORDINARY, await anotherListing())).refusal?.detail).not.toHaveProperty(
      'can_ask_for_review',
    );
  });
});

describe('a buyer who reached a daily limit', () => {
  beforeEach(async () => {
    await set({ requests_per_user_per_day: 1 });
    await send(ORDINARY);
  });

  test('is offered a review, and what is approved goes beyond the limit', async () => {
    const about = await anotherListing();
    const { refusal } = await send(ORDINARY, { about });
    expect(refusal).toMatchObject({
      code: 'rate_limited',
      detail: { limit: 'requests_per_user_per_day', can_ask_for_review: true },
    });
    expect(await eligibility(about)).toMatchObject({ can_request: false, can_ask_for_review: true });
    const { request } = await ask(ORDINARY, about);
    expect(await eligibility(await anotherListing())).toMatchObject({ can_ask_for_review: false });
    expect((await list('asked')).items).toMatchObject([
      { id: request.id, state: 'waiting', asked_about: 'requests_per_user_per_day' },
    ]);
    expect(await decide(request.id, 'approve')).toBe('approved');
    expect(await get(api, request.id, seller.id)).toMatchObject({ message: ORDINARY.message });
  });

  test('of the seller is offered none', async () => {
    await set({ requests_per_user_per_day: 10, requests_per_seller_per_day: 1 });
    const { refusal } = await ask(ORDINARY, await anotherListing());
    expect(await eligibility(await anotherListing())).toMatchObject({ can_ask_for_review: false });
    expect(refusal?.detail).toMatchObject({ limit: 'requests_per_seller_per_day' });
    expect(refusal?.detail).not.toHaveProperty('can_ask_for_review');
  });

  test('cannot go beyond what protects the seller, neither now nor when it is approved', async () => {
    const another = await listing(database, await person(database));
    await set({ requests_per_seller_per_day: 1 });
    expect((await ask(ORDINARY, await anotherListing())).refusal?.detail).toEqual({
      limit: 'requests_per_seller_per_day',
      retry_after_seconds: expect.any(Number),
    });
    const { request } = await ask(ORDINARY, another);
    await set({ requests_per_user_per_day: 10 });
    await send(ORDINARY, { by: await person(database), about: another });
    await set({ requests_per_user_per_day: 1 });
    expect(await decide(request.id, 'approve')).toBe('conflict');
    expect(await list('asked')).toMatchObject({ items: [{ id: request.id, state: 'waiting' }] });
    await set({ requests_per_seller_per_day: 2 });
    expect(await decide(request.id, 'approve')).toBe('approved');
  });
});

describe('who is blocked', () => {
  test('is answered like anyone else who is refused', async () => {
    const other = await person(database);
    const refused = (await send(RISKY, { by: other })).refusal;
    await block();
    expect((await send(ORDINARY)).refusal).toMatchObject({
      code: refused?.code,
      detail: { can_ask_for_review: true },
    });
    const [asked, askedByOther] = [await ask(ORDINARY), await send(RISKY, { by: other, asks: true })];
    expect(Object.keys(asked.request)).toEqual(Object.keys(askedByOther.request));
    expect(asked.request.is_being_checked).toBe(true);
  });

  test('is sent to nobody until the block is removed', async () => {
    await block();
    const { request } = await ask(ORDINARY);
    expect(await decide(request.id, 'approve')).toBe('conflict');
    await sql`delete from callback_private.trust_entries`;
    expect(await decide(request.id, 'approve')).toBe('approved');
  });
});

describe('the review desk', () => {
  test('shows what was asked for as its own kind, with what was refused', async () => {
    const { request } = await ask();
    const page = await list('asked');
    expect(page).toMatchObject({ waiting: 1, asked: 1 });
    expect(page.items).toMatchObject([
      {
        ...{ id: request.id, state: 'waiting', asked_about: 'risk', message: expect.any(String) },
        ...{ asked_at: expect.any(String), signals: [{ name: 'patterned_number' }, {}, {}] },
      },
    ]);
    expect((await list('waiting')).items).toEqual([]);
    expect(await decide(request.id, 'reject')).toBe('rejected');
    expect((await list('asked')).items).toEqual([]);
    expect((await list('decided')).items).toMatchObject([{ id: request.id, state: 'rejected' }]);
    expect(await get(api, request.id, buyer.id)).toMatchObject({
      ...{ status: 'cancelled', cancelled_by: 'operator' },
    });
  });

  test('has nothing where the request would not have been refused', async () => {
    const { request } = await ask(ORDINARY);
    expect(request.is_being_checked).toBe(false);
    expect((await list('asked')).items).toEqual([]);
  });
});

test('asks_for_review is true or false', async () => {
  const { requester_id: _, ...content } = requestValues(buyer, bike, RISKY);
  await expectRefusal(submit(api, buyer.id, { ...content, asks_for_review: 'yes' }), 'invalid_input');
});
