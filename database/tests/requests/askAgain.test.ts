/** After an end: when a buyer may ask about the same listing again, and which limit stands in the way before they press. */
import {
  create,
  daysPass,
  edit,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { AT_ONCE } from '@ringback/testing/full.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';

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
  await sql`update callback_private.settings set new_request_after_withdrawal = true, requests_per_user_per_day = 10`;
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
  id = await create(api, buyer, bike);
});

const withdraw = (request = id) => update(api, request, 'cancelled', buyer.id);
const againAt = async (request = id, who = buyer) => (await get(api, request, who.id)).may_request_again_at;
const hours = (at: string | null) => (Date.parse(at ?? '') - Date.now()) / 3_600_000;
const eligibility = async () =>
  (await api`select can_request_callback(${bike.id}, null, ${buyer.id}) as answer`)[0]?.answer;

describe('a withdrawal', () => {
  test('sets the day free: the buyer may ask at once, once', async () => {
    await withdraw();
    expect(hours(await againAt())).toBeLessThanOrEqual(0.01);
    expect(await eligibility()).toMatchObject({ can_request: true, existing_request: null });
    const second = await create(api, buyer, bike);
    await withdraw(second);
    const { detail } = await expectRefusal(create(api, buyer, bike), 'duplicate_request');
    expect(detail).toEqual({ existing_request_id: second });
    for (const request of [id, second]) expect(hours(await againAt(request))).toBeCloseTo(12, -1);
    await expectInvariants(sql);
  });

  test('does not where the policy says so', async () => {
    await sql`update callback_private.settings set new_request_after_withdrawal = false`;
    await withdraw();
    await expectRefusal(create(api, buyer, bike), 'duplicate_request');
    expect(hours(await againAt())).toBeGreaterThan(0);
  });

  test('leaves the next day as it is', async () => {
    await withdraw();
    await daysPass(sql, 1, [id]);
    const next = await create(api, buyer, bike);
    await withdraw(next);
    await create(api, buyer, bike);
    await expectInvariants(sql);
  });

  test('and many requests at once after it are one', async () => {
    await withdraw();
    const pool = connect(database.apiUrl, { max: AT_ONCE });
    const results = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => create(pool, buyer, bike)),
    );
    await pool.end();
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expectInvariants(sql);
  });
});

describe('any other end', () => {
  test('holds the day: tomorrow is when', async () => {
    expect(await againAt()).toBeNull();
    await update(api, id, 'cancelled', seller.id, 'Sold.');
    expect(hours(await againAt())).toBeGreaterThan(0);
    expect(await againAt(id, seller)).toBeNull();
    const answer = await eligibility();
    expect(answer).toMatchObject({ can_request: false, reason: 'duplicate_request' });
    expect(answer.retry_at).toBe(answer.existing_request.may_request_again_at);
    await daysPass(sql, 1, [id]);
    expect(hours(await againAt())).toBeLessThan(0);
  });

  test.each<[string, () => PromiseLike<unknown>]>([
    ['the listing is sold', () => sql`update listings set status = 'sold' where id = ${bike.id}`],
    [
      'the seller has blocked the buyer',
      () => sql`insert into blocked_users values (${seller.id}, ${buyer.id})`,
    ],
  ])('never, when %s', async (_, happens) => {
    await update(api, id, 'completed', seller.id);
    expect(await againAt()).not.toBeNull();
    await happens();
    expect(await againAt()).toBeNull();
  });
});

test('a limit is named before pressing, and until when', async () => {
  await sql`update callback_private.settings set requests_per_user_per_day = 1`;
  const lamp = await listing(database, seller);
  const [row] = await api`select can_request_callback(${lamp.id}, null, ${buyer.id}) as answer`;
  expect(row?.answer).toMatchObject({
    ...{ can_request: false, reason: 'rate_limited', limit: 'requests_per_user_per_day' },
    message: expect.stringContaining('Try again tomorrow'),
  });
  expect(hours(row?.answer.retry_at)).toBeGreaterThan(0);
  const other = await person(database);
  const [free] = await api`select can_request_callback(${lamp.id}, null, ${other.id}) as answer`;
  expect(free?.answer).toMatchObject({ can_request: true, limit: null, retry_at: null, message: null });
});

describe('the urgent allowance', () => {
  test('is in the answer, and an edit obeys it', async () => {
    expect((await eligibility()).urgent_left).toBe(3);
    for (let i = 0; i < 3; i++)
      await create(api, buyer, await listing(database, seller), { priority: 'urgent' });
    expect((await eligibility()).urgent_left).toBe(0);
    const { detail } = await expectRefusal(makeUrgent(), 'rate_limited');
    expect(detail).toMatchObject({ limit: 'open_urgent_requests_per_user' });
    await sql`update callback_private.settings set open_urgent_requests_per_user = null`;
    expect((await eligibility()).urgent_left).toBeNull();
    expect((await makeUrgent()).request.priority).toBe('urgent');
    await sql`update callback_private.settings set open_urgent_requests_per_user = 3`;
  });

  test.each(['urgent', ' urgent '])('holds for edits to “%s” at once', async (priority) => {
    const others = await Promise.all(
      Array.from({ length: 5 }, async () => create(api, buyer, await listing(database, seller))),
    );
    const pool = connect(database.apiUrl, { max: 6 });
    const answers = await Promise.all(
      [id, ...others].map((request) => edit(pool, request, { priority }, buyer.id)),
    );
    await pool.end();
    expect(answers.filter(({ refusal }) => refusal === undefined)).toHaveLength(3);
  });

  const makeUrgent = () => edit(api, id, { priority: 'urgent' }, buyer.id);
});
