/** The seller tells how a call went: what is kept, how the status moves, and that a repeat counts once. */
import { randomUUID } from 'node:crypto';
import {
  type AttemptJson,
  asUser,
  create,
  expectInvariants,
  expectRefusal,
  get,
  listing,
  logAttempt,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { AT_ONCE } from '@ringback/testing/full.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Executor, type Sql } from '../../src/index.ts';

const UNREACHED = ['no_answer', 'voicemail', 'busy', 'wrong_number'];

/** What the event of an attempt without a planned next one holds. */
const dataOf = (attempt: ({ id: string } & AttemptJson) | undefined) => ({
  attempt_id: attempt?.id,
  outcome: attempt?.outcome,
  attempted_at: attempt?.attempted_at,
});

describe.each(VERSIONS)('log_callback_attempt on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let id: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    id = await create(api, buyer, await listing(database, seller));
  });

  const answerTo = (
    outcome: string | null,
    user: string | null = seller.id,
    request: string | null = id,
    on: Executor = api,
  ) => logAttempt(on, request, outcome, user);
  /** Gives the id of the last attempt, or the refusal. */
  const log = async (...values: Parameters<typeof answerTo>) => {
    const answer = await answerTo(...values);
    return answer.refusal ? answer : answer.request.attempts?.at(-1)?.id;
  };
  const outcomes = async (reader = seller) =>
    (await get(api, id, reader.id)).attempts?.map(({ outcome }) => outcome);
  /** Two calls take longer than a minute. */
  const aMinutePasses = () =>
    sql`update callback_private.attempts set attempted_at = attempted_at - interval '1 minute' where callback_request_id = ${id}`;
  const events = async () =>
    (
      await sql`select event_type, actor, from_status, to_status from callback_private.events where callback_request_id = ${id} order by id`
    ).map(({ event_type, actor, from_status, to_status }) => [event_type, actor, from_status, to_status]);

  test.each(UNREACHED)('%s acknowledges a pending request, once', async (outcome) => {
    const attempt = await log(outcome);
    expect(await get(api, id, seller.id)).toMatchObject({
      status: 'acknowledged',
      attempts: [{ id: attempt, outcome, attempted_at: expect.any(String) }],
    });
    await aMinutePasses();
    expect(await log(outcome)).not.toBe(attempt);
    expect(await outcomes()).toEqual([outcome, outcome]);
    const type = outcome === 'wrong_number' ? 'wrong_number' : 'call_attempted';
    expect(await notificationsOf(sql, id, buyer.id)).toEqual([type, type]);
    expect(await events()).toEqual([
      ['request_created', 'buyer', null, 'pending'],
      ['call_attempted', 'seller', 'pending', 'pending'],
      ['status_changed', 'seller', 'pending', 'acknowledged'],
      ['call_attempted', 'seller', 'acknowledged', 'acknowledged'],
    ]);
    await expectInvariants(sql);
  });

  test.each(['pending', 'acknowledged'])('reached completes a request that is %s', async (status) => {
    if (status === 'acknowledged') await update(api, id, status, seller.id);
    await log('reached');
    expect(await get(api, id, buyer.id)).toMatchObject({
      status: 'completed',
      attempts: [{ outcome: 'reached' }],
    });
    expect((await notificationsOf(sql, id, buyer.id)).at(-1)).toBe('request_completed');
    await expectInvariants(sql);
  });

  test('both sides read all attempts, the wrong number too, and find them in the history', async () => {
    await log('wrong_number');
    await log('busy');
    expect(await outcomes(buyer)).toEqual(['wrong_number', 'busy']);
    expect(await outcomes(seller)).toEqual(['wrong_number', 'busy']);
    const { history, attempts } = await get(api, id, buyer.id);
    expect(history?.map(({ event_type, data }) => [event_type, data])).toEqual([
      ['request_created', {}],
      ['call_attempted', dataOf(attempts?.[0])],
      ['status_changed', { attempt_id: attempts?.[0]?.id }],
      ['call_attempted', dataOf(attempts?.[1])],
    ]);
  });

  test('moves the time of the last change, which subscribers look at', async () => {
    await log('busy');
    const before = await get(api, id, buyer.id);
    await log('no_answer');
    const after = await get(api, id, buyer.id);
    expect(after.updated_at > before.updated_at).toBe(true);
    expect(after.acknowledged_at).toBe(before.acknowledged_at);
  });

  test('the same outcome within a minute is the same call, also when it ended the request', async () => {
    expect(await log('busy')).toBe(await log('busy'));
    expect(await log('reached')).toBe(await log('reached'));
    expect(await outcomes()).toEqual(['busy', 'reached']);
    await aMinutePasses();
    await expectRefusal(log('reached'), 'invalid_transition');
  });

  test('many at once are one call', async () => {
    const pool = connect(database.apiUrl, { max: AT_ONCE });
    const attempts = await Promise.all(
      Array.from({ length: AT_ONCE }, () => log('reached', seller.id, id, pool)),
    );
    await pool.end();
    expect(new Set(attempts).size).toBe(1);
    expect(await outcomes()).toEqual(['reached']);
    await expectInvariants(sql);
  });

  test.each([null, '', 'REACHED', 'engaged'])('the outcome %j is refused', async (outcome) => {
    expect((await expectRefusal(log(outcome), 'invalid_input')).detail).toEqual({ field: 'outcome' });
    expect(await outcomes()).toEqual([]);
  });

  test.each(['completed', 'cancelled'])('a request that is %s gets no further calls', async (status) => {
    await update(api, id, status, seller.id);
    expect((await expectRefusal(log('busy'), 'invalid_transition')).detail).toEqual({ status });
  });

  test('nor does one that has run out', async () => {
    await timeRunsOut(sql, [id]);
    await expectRefusal(log('busy'), 'request_expired');
  });

  test('only by the seller; what is missing and what is not yours look the same', async () => {
    await expectRefusal(log('busy', buyer.id), 'forbidden');
    const stranger = await person(database);
    const missing = await expectRefusal(log('busy', seller.id, randomUUID()), 'not_found');
    expect(await expectRefusal(log('busy', stranger.id), 'not_found')).toEqual(missing);
    await expectRefusal(log('busy', null), 'unauthenticated');
    await asUser(sql, seller.id, (as) => log('busy', null, id, as));
    expect(await outcomes()).toEqual(['busy']);
  });

  test('fifty calls and no more', async () => {
    await sql`insert into callback_private.attempts (callback_request_id, seller_id, outcome, attempted_at)
      select ${id}, ${seller.id}, 'busy', now() - interval '1 hour' from generate_series(1, 50)`;
    const { detail } = await expectRefusal(log('busy'), 'rate_limited');
    expect(detail).toEqual({ limit: 'attempts_per_request', retry_after_seconds: expect.any(Number) });
    expect(
      await sql`select operation, limit_name from callback_private.refusals where user_id = ${seller.id}`,
    ).toEqual([{ operation: 'log_callback_attempt', limit_name: 'attempts_per_request' }]);
  });

  test('calls go with their request', async () => {
    await log('busy');
    await sql`delete from callback_requests where id = ${id}`;
    expect(await sql`select from callback_private.attempts where callback_request_id = ${id}`).toHaveLength(
      0,
    );
    await expectInvariants(sql);
  });
});
