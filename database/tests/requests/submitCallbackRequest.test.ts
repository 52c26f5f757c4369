/** The API's create with an Idempotency-Key: one effect and one answer, however often and at once it is tried. */
import { randomUUID } from 'node:crypto';
import {
  asAnon,
  asUser,
  change,
  create,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  maintainAll,
  makeItNoon,
  type Person,
  person,
  type RequestValues,
  requestValues,
  submit,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { AT_ONCE } from '@ringback/testing/full.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Executor, type Sql } from '../../src/index.ts';

describe.each(VERSIONS)('submit_callback_request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    bike = await listing(database, seller);
  });

  const once = async (
    key: string | null,
    values: Partial<RequestValues> = {},
    user: Person = buyer,
    on: Sql = api,
  ) => {
    const { requester_id: _, ...content } = requestValues(user, bike, values);
    return call(on, user.id, content, key);
  };
  const call = (on: Executor, user: string | null, content: unknown, key: string | null) =>
    submit(on, user, content as object, key);
  const requestsOf = async (user: Person) =>
    (await sql`select from callback_requests where requester_id = ${user.id}`).length;
  /** Makes a key older than it is. */
  const age = (key: string, time: string) =>
    sql`update callback_private.idempotency_keys set created_at = created_at - ${time}::interval where key = ${key}`;

  test('answers with the request and its history', async () => {
    const { request, replayed } = await once(null);
    expect(replayed).toBe(false);
    expect(request).toEqual(await get(api, request.id, buyer.id));
  });

  test('the same again gives the first answer again', async () => {
    const key = randomUUID();
    const first = await once(key, { message: 'Hi', preferred_days: ['Monday'] });
    await update(api, first.request.id, 'acknowledged', seller.id);
    expect(await once(key, { message: 'Hi', preferred_days: ['Monday'] })).toEqual({
      ...first,
      replayed: true,
    });
    expect(await requestsOf(buyer)).toBe(1);
    await expectInvariants(sql);
  });

  test('the order of the fields does not matter', async () => {
    const key = randomUUID();
    const { requester_id: _, ...content } = requestValues(buyer, bike);
    const first = await call(api, buyer.id, content, key);
    const reversed = Object.fromEntries(Object.entries(content).reverse());
    expect(await call(api, buyer.id, reversed, key)).toEqual({ ...first, replayed: true });
  });

  test.each<[string, Partial<RequestValues>]>([
    ['another message', { message: 'other' }],
    ['another phone', { requester_phone: '+442079460958' }],
    ['another priority', { priority: 'high' }],
    ['another listing', { listing_id: randomUUID() }],
  ])('with %s the key is refused', async (_, other) => {
    const key = randomUUID();
    await once(key);
    const { status } = await expectRefusal(once(key, other), 'idempotency_key_reused');
    expect(status).toBe(409);
    expect((await once(key)).replayed).toBe(true);
  });

  test('without a key, or with another, the second is a duplicate', async () => {
    const first = await once(randomUUID());
    for (const key of [null, randomUUID()]) {
      const { detail } = await expectRefusal(once(key), 'duplicate_request');
      expect(detail).toEqual({ existing_request_id: first.request.id });
    }
  });

  test('keys belong to their user', async () => {
    const [key, other] = [randomUUID(), await person(database)];
    const [mine, theirs] = [await once(key), await once(key, {}, other)];
    expect(theirs).toMatchObject({ replayed: false, request: { requester_id: other.id } });
    expect(mine.request.id).not.toBe(theirs.request.id);
  });

  test('a key of an update is not one of a create', async () => {
    const key = randomUUID();
    const id = await create(api, buyer, bike);
    await change(api, id, 'cancelled', buyer.id, { key });
    await expectRefusal(once(key), 'idempotency_key_reused');
  });

  test('a refused attempt leaves its key unused', async () => {
    const key = randomUUID();
    await expectRefusal(once(key, { priority: 'asap' }), 'invalid_input');
    await sql`update listings set status = 'sold' where id = ${bike.id}`;
    await expectRefusal(once(key), 'listing_unavailable');
    await sql`update listings set status = 'active' where id = ${bike.id}`;
    expect((await once(key)).replayed).toBe(false);
  });

  test('many at once have one effect and one answer', async () => {
    const pool = connect(database.apiUrl, { max: AT_ONCE });
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => once(key, { message: 'Hi' }, buyer, pool)),
    );
    await pool.end();
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.request))).size).toBe(1);
    expect(await requestsOf(buyer)).toBe(1);
    await expectInvariants(sql);
  });

  test('many at once that are refused are all refused alike', async () => {
    const pool = connect(database.apiUrl, { max: AT_ONCE });
    await sql`update listings set status = 'sold' where id = ${bike.id}`;
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => expectRefusal(once(key, {}, buyer, pool), 'listing_unavailable')),
    );
    await pool.end();
    expect(await sql`select from callback_private.idempotency_keys where key = ${key}`).toHaveLength(0);
  });

  describe('the key is kept', () => {
    test('for a day, then it is free', async () => {
      const key = randomUUID();
      const first = await once(key);
      await age(key, '23 hours 59 minutes');
      expect((await once(key)).replayed).toBe(true);
      await maintainAll(api);
      expect((await once(key)).replayed).toBe(true);
      await age(key, '2 minutes');
      await expectRefusal(once(key), 'duplicate_request');
      await sql`delete from callback_requests where id = ${first.request.id}`;
      expect((await once(key)).replayed).toBe(false);
    });

    test('as long as the operator says, never less than a day', async () => {
      await sql`update callback_private.settings set idempotency_keys_kept_for = '3 days'`;
      const key = randomUUID();
      await once(key);
      await age(key, '2 days 23 hours');
      expect((await once(key)).replayed).toBe(true);
      await sql`update callback_private.settings set idempotency_keys_kept_for = '24 hours'`;
      const error =
        await sql`update callback_private.settings set idempotency_keys_kept_for = '23 hours'`.catch(
          (e) => e,
        );
      expect(error.constraint_name).toBe('settings_idempotency_keys_kept_for_check');
    });

    test('until the request itself is deleted', async () => {
      const key = randomUUID();
      await once(key);
      await sql`delete from callback_requests where listing_id = ${bike.id}`;
      expect(await sql`select from callback_private.idempotency_keys where key = ${key}`).toHaveLength(0);
    });

    test('without a phone number', async () => {
      const key = randomUUID();
      await once(key, { requester_phone: '+442079460958' });
      const [row] =
        await sql`select row_to_json(k)::text as kept from callback_private.idempotency_keys k where key = ${key}`;
      expect(row?.kept).toContain(bike.id);
      expect(row?.kept).not.toMatch(/\+?4420794/);
    });
  });

  test.each([' ', 'x', '~'.repeat(255), 'a b'])('the key %j is one', async (key) => {
    expect((await once(key)).replayed).toBe(false);
    expect((await once(key)).replayed).toBe(true);
  });

  test.each(['', 'x'.repeat(256), 'a\nb', 'a\n', 'schlüssel', '\u007f'])(
    'the key %j is none',
    async (key) => {
      const { detail } = await expectRefusal(once(key), 'invalid_input');
      expect(detail).toEqual({ field: 'Idempotency-Key' });
      await once(null);
    },
  );

  test.each([[null], [[]], ['text'], [7], [true]])('the content %j is refused', async (content) => {
    for (const key of [null, randomUUID()])
      expect((await expectRefusal(call(api, buyer.id, content, key), 'invalid_input')).status).toBe(422);
  });

  test('an empty content misses what is required', async () => {
    expect((await expectRefusal(call(api, buyer.id, {}, null), 'invalid_input')).detail).toEqual({
      field: 'seller_id',
    });
  });

  test('fields that only the server sets are ignored', async () => {
    const { requester_id: _, ...content } = requestValues(buyer, bike);
    const forged = {
      ...content,
      id: randomUUID(),
      status: 'completed',
      requester_id: seller.id,
      requested_at: '2000-01-01',
    };
    const { request } = await call(api, buyer.id, forged, null);
    expect(request).toMatchObject({ status: 'pending', requester_id: buyer.id });
    expect(request.id).not.toBe(forged.id);
    expect(new Date(request.requested_at).getFullYear()).toBeGreaterThan(2000);
  });

  test('a signed-in buyer, for themselves; the service must say for whom', async () => {
    const { requester_id: _, ...content } = requestValues(buyer, bike);
    const own = await asUser(sql, buyer.id, (as) => call(as, null, content, null));
    expect(own.request).toMatchObject({ requester_id: buyer.id, requester_phone: buyer.phone });
    await expectRefusal(
      asUser(sql, buyer.id, (as) => call(as, seller.id, content, null)),
      'forbidden',
    );
    await expectRefusal(call(api, null, content, null), 'unauthenticated');
    const visitor = await asAnon(sql, (as) => call(as, buyer.id, content, null)).catch((e) => e);
    expect(visitor.code).toBe('42501');
  });

  describe('a limit that is reached', () => {
    beforeEach(() => sql`update callback_private.settings set requests_per_user_per_day = 1`);
    afterEach(() => sql`update callback_private.settings set requests_per_user_per_day = 10`);
    const second = async () => requestValues(buyer, await listing(database, seller));

    test('is answered, not raised, and remembered', async () => {
      await once(null);
      const answer = await call(api, buyer.id, await second(), null);
      expect(answer).toEqual({
        refusal: {
          code: 'rate_limited',
          message: expect.stringContaining('tomorrow'),
          detail: { limit: 'requests_per_user_per_day', retry_after_seconds: expect.any(Number) },
        },
      });
      expect(await sql`select user_id, operation, code, limit_name from callback_private.refusals`).toEqual([
        {
          user_id: buyer.id,
          operation: 'submit_callback_request',
          code: 'rate_limited',
          limit_name: 'requests_per_user_per_day',
        },
      ]);
      expect(await requestsOf(buyer)).toBe(1);
      await expectInvariants(sql);
    });

    test('adds to one record a day for each limit, also at once', async () => {
      await sql`delete from callback_private.refusals`;
      await once(null);
      const content = await second();
      const run = () => expectRefusal(call(api, buyer.id, content, null), 'rate_limited');
      await Promise.all(Array.from({ length: 5 }, run));
      const records = () => sql`select times, refused_at > ${new Date(0)} as is_dated, refused_on::text as day
        from callback_private.refusals order by refused_on`;
      expect(await records()).toMatchObject([{ times: 5, is_dated: true }]);
      await sql`update callback_private.refusals set refused_on = '2026-01-01', refused_at = '2026-01-01 12:00Z'`;
      await run();
      expect(await records()).toMatchObject([{ times: 5, day: '2026-01-01' }, { times: 1 }]);
    });

    test('leaves the key unused', async () => {
      await once(null);
      const [content, key] = [await second(), randomUUID()];
      await expectRefusal(call(api, buyer.id, content, key), 'rate_limited');
      await sql`update callback_private.settings set requests_per_user_per_day = 2`;
      expect((await call(api, buyer.id, content, key)).replayed).toBe(false);
    });

    test('is raised by create_callback_request, with a key and without, and then not remembered', async () => {
      await once(null);
      const before = await sql`select from callback_private.refusals`;
      for (const key of [null, randomUUID()]) {
        const content = await second();
        const error =
          await api`select create_callback_request(${buyer.id}, ${seller.id}, ${content.listing_id},
          ${buyer.phone}, 'Ada', p_idempotency_key := ${key})`.catch((e) => e);
        expect([error.code, error.hint]).toEqual(['PT429', 'rate_limited']);
        expect(JSON.parse(error.detail)).toMatchObject({ limit: 'requests_per_user_per_day' });
      }
      expect(await sql`select from callback_private.refusals`).toHaveLength(before.length);
    });

    test('other refusals are raised, and not remembered', async () => {
      const before = await sql`select from callback_private.refusals`;
      const error = await call(api, buyer.id, {}, null).catch((e) => e);
      expect(error.code).toBe('PT422');
      expect(await sql`select from callback_private.refusals`).toHaveLength(before.length);
    });
  });

  test('create_callback_request takes a key too, of the same store', async () => {
    const key = randomUUID();
    const ask = async (message: string) => {
      const [row] =
        await api`select create_callback_request(${buyer.id}, ${seller.id}, ${bike.id}, ${buyer.phone}, 'Ada',
        ${message}, p_idempotency_key := ${key}) as id`;
      return row?.id;
    };
    const id = await ask('Hi');
    expect(await ask('Hi')).toBe(id);
    await expectRefusal(ask('Hello'), 'idempotency_key_reused');
    const content = {
      ...{ seller_id: seller.id, listing_id: bike.id, requester_phone: buyer.phone, requester_name: 'Ada' },
      ...{ message: 'Hi', priority: 'normal' },
    };
    expect(await call(api, buyer.id, content, key)).toMatchObject({ replayed: true, request: { id } });
  });
});
