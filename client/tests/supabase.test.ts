/** The Supabase client: real supabase-js, real functions on a real database, PostgREST's protocol between them. */

import { each, lossy } from '@ringback/testing/client/lossy.ts';
import { cut, drop, type Handler, hang, inTurn, raw, startServer } from '@ringback/testing/client/server.ts';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type CallbackClient,
  CallbackError,
  createSupabaseCallbackClient,
  type SupabaseClientOptions,
} from '../src/index.ts';
import { EXPIRED_TOKEN, NO_TOKEN, postgrest } from './support/postgrest.ts';

let database: TestDatabase;
let seller: Person;

beforeAll(async () => {
  database = await testDatabase({ kind: 'supabase' });
  seller = await person(database, { first_name: 'Kofi', last_name: 'Boateng' });
});

function clientAt(url: string, token: string, options: SupabaseClientOptions = {}): CallbackClient {
  const supabase = createClient(url, 'publishable-key', { accessToken: async () => token });
  return createSupabaseCallbackClient(supabase, { timeoutMs: 20_000, ...options });
}

/** A buyer, a listing, and what the buyer would send; served as PostgREST would. */
async function stage(handler: Handler = postgrest(database.sql)) {
  const [server, buyer, item] = await Promise.all([
    startServer(handler),
    person(database),
    listing(database, seller, { title: 'Bicycle' }),
  ]);
  const as = ({ id }: Pick<Person, 'id'>, options?: SupabaseClientOptions) =>
    clientAt(server.url, id, options);
  return { server, buyer, item, as, input: inputFor(item, buyer) };
}

const inputFor = (item: Listing, { first_name }: Person, phone = randomPhone()) => ({
  listing_id: item.id,
  seller_id: item.user_id,
  requester_phone: phone,
  phone_region: 'GB',
  requester_name: first_name,
});

const randomPhone = () => `020 7946 0${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`;

const failure = async (promise: Promise<unknown>): Promise<CallbackError> => {
  const error = await promise.then(
    (value) => value,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(CallbackError);
  return error as CallbackError;
};

describe('a request', () => {
  test('goes its way from the buyer to the seller and back', async () => {
    const { buyer, item, as, input } = await stage();
    const made = await as(buyer).createCallbackRequest({
      ...input,
      message: 'Still there?',
      preferred_days: ['Monday'],
    });
    expect(made).toMatchObject({ status: 'pending', message: 'Still there?' });
    expect(await as(buyer).getEligibility(item.id, seller.id)).toMatchObject({
      can_request: false,
      reason: 'duplicate_request',
      existing_request: { id: made.id },
    });

    const received = await as(seller).listCallbackRequests({ as: 'seller', status: 'pending', limit: 1 });
    expect(received.items).toMatchObject([
      { id: made.id, listing: { title: 'Bicycle' }, preferred_days: ['Monday'] },
    ]);
    expect(received.items[0]?.requester_phone).toBe(`+44${input.requester_phone.replace(/ /g, '').slice(1)}`);

    await as(seller).updateCallbackRequestStatus(made.id, { status: 'acknowledged' });
    const done = await as(seller).updateCallbackRequestStatus(made.id, { status: 'completed' });
    expect(done).toMatchObject({ status: 'completed', requester_phone: null });
    const seen = await as(buyer).getCallbackRequest(made.id);
    expect(seen.history.map(({ actor, to_status }) => [actor, to_status])).toEqual([
      ['buyer', 'pending'],
      ['seller', 'acknowledged'],
      ['seller', 'completed'],
    ]);
    expect((await as(buyer).getStats()).as_requester).toMatchObject({
      total_sent: 1,
      completed_sent: 1,
      success_rate: 100,
    });
  });

  test('is withdrawn with a reason', async () => {
    const { buyer, as, input } = await stage();
    const { id } = await as(buyer).createCallbackRequest(input);
    const withdrawn = await as(buyer).updateCallbackRequestStatus(id, {
      status: 'cancelled',
      reason: 'Found one.',
    });
    expect(withdrawn).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'buyer',
      cancel_reason: 'Found one.',
    });
  });

  test('is edited by the buyer, called about and found by the seller', async () => {
    const { buyer, as, input } = await stage();
    const { id } = await as(buyer).createCallbackRequest({
      ...input,
      message: 'Still there?',
      preferred_time: 'evening',
      time_zone: 'Europe/London',
    });
    const edited = await as(buyer).editCallbackRequest(id, {
      requester_phone: '020 7946 0958',
      phone_region: 'GB',
      message: null,
      preferred_days: ['Friday'],
    });
    expect(edited).toMatchObject({
      message: null,
      preferred_time: 'evening',
      preferred_days: ['Friday'],
      time_zone: 'Europe/London',
    });
    expect(edited.history.at(-1)).toMatchObject({
      event_type: 'request_edited',
      data: { fields: ['requester_phone', 'message', 'preferred_days'] },
    });

    const found = await as(seller).listCallbackRequests({ as: 'seller', search: '(020) 7946 0958' });
    expect(found.items).toMatchObject([{ id, requester_phone: '+442079460958' }]);

    const called = await as(seller).logCallbackAttempt(id, { outcome: 'no_answer' });
    expect(called).toMatchObject({ status: 'acknowledged', attempts: [{ outcome: 'no_answer' }] });
    const reached = await as(seller).logCallbackAttempt(id, { outcome: 'reached' });
    expect(reached.status).toBe('completed');
    expect((await as(buyer).getCallbackRequest(id)).attempts.map(({ outcome }) => outcome)).toEqual([
      'no_answer',
      'reached',
    ]);
  });

  test('tells both sides', async () => {
    const { buyer, as, input } = await stage();
    const { id } = await as(buyer).createCallbackRequest(input);
    await as(seller).updateCallbackRequestStatus(id, { status: 'acknowledged' });
    await as(seller).updateCallbackRequestStatus(id, { status: 'completed' });

    expect(await as(buyer).getUnreadCount()).toBe(2);
    const page = await as(buyer).listNotifications({ limit: 1 });
    expect(page.items).toMatchObject([
      { callback_request_id: id, notification_type: 'request_completed', read_at: null },
    ]);
    await as(buyer).markNotificationRead(page.items[0]?.id ?? '');
    const unread = await as(buyer).listNotifications({ unreadOnly: true });
    expect(unread.items.map((notice) => notice.notification_type)).toEqual(['request_acknowledged']);
    expect(await as(buyer).markAllNotificationsRead()).toBe(1);
    expect(await as(buyer).getUnreadCount()).toBe(0);
  });

  test('lists go on where the page before ended', async () => {
    const { buyer, as } = await stage();
    for (let count = 0; count < 3; count++) {
      await as(buyer).createCallbackRequest(inputFor(await listing(database, seller), buyer));
    }
    const first = await as(buyer).listCallbackRequests({ as: 'buyer', limit: 2 });
    const second = await as(buyer).listCallbackRequests({
      as: 'buyer',
      limit: 2,
      cursor: first.next_cursor ?? '',
    });
    expect([first.items.length, second.items.length, second.next_cursor]).toEqual([2, 1, null]);
  });

  test('reads a number without a country code in the default region', async () => {
    const { buyer, as, input } = await stage();
    const { phone_region, ...rest } = input;
    expect(await failure(as(buyer).createCallbackRequest(rest))).toMatchObject({ code: 'invalid_phone' });
    await as(buyer, { defaultRegion: phone_region }).createCallbackRequest(rest);
  });
});

describe('refusals of the database', () => {
  test('a second request of the day leads to the first', async () => {
    const { buyer, as, input } = await stage();
    const { id } = await as(buyer).createCallbackRequest(input);
    expect(await failure(as(buyer).createCallbackRequest(input))).toMatchObject({
      code: 'duplicate_request',
      status: 409,
      existingRequestId: id,
    });
  });

  test.each<[string, object, (world: Awaited<ReturnType<typeof stage>>) => Promise<unknown>]>([
    ['own_listing', { status: 409 }, ({ as, input }) => as(seller).createCallbackRequest(input)],
    [
      'invalid_input',
      { status: 422, field: 'seller_id' },
      ({ as, buyer, input }) => as(buyer).createCallbackRequest({ ...input, seller_id: buyer.id }),
    ],
    ['not_found', { status: 404 }, ({ as, buyer }) => as(buyer).getCallbackRequest(buyer.id)],
    ['not_found', { status: 404 }, ({ as, buyer }) => as(buyer).markNotificationRead(buyer.id)],
    [
      'forbidden',
      { status: 403 },
      async ({ as, buyer, input }) => {
        const { id } = await as(buyer).createCallbackRequest(input);
        await as(buyer).updateCallbackRequestStatus(id, { status: 'completed' });
      },
    ],
    [
      'invalid_transition',
      { status: 409 },
      async ({ as, buyer, input }) => {
        const { id } = await as(buyer).createCallbackRequest(input);
        await as(seller).updateCallbackRequestStatus(id, { status: 'completed' });
        await as(seller).updateCallbackRequestStatus(id, { status: 'acknowledged' });
      },
    ],
    [
      'rate_limited',
      { status: 429, limit: 'requests_per_user_per_day', retryAfterSeconds: expect.any(Number) },
      async ({ as, buyer }) => {
        await each(11, 1, async () =>
          as(buyer).createCallbackRequest(inputFor(await listing(database, seller), buyer)),
        );
      },
    ],
    [
      'invalid_input',
      { field: 'cursor' },
      ({ as, buyer }) => as(buyer).listCallbackRequests({ as: 'seller', cursor: 'forged' }),
    ],
    ['unauthenticated', { status: 401 }, ({ as }) => as({ id: NO_TOKEN }).getStats()],
    ['unauthenticated', { status: 401 }, ({ as }) => as({ id: EXPIRED_TOKEN }).getStats()],
  ])('%s %j', async (code, details, act) => {
    const error = await failure(act(await stage()));
    expect(error).toMatchObject({ code, ...details });
    expect(error.message).toMatch(/\w.*\.$/);
  });

  test.each([
    ['invalid_phone', '12'],
    ['phone_not_allowed', '+44 909 879 0000'],
  ])('%s is found before anything is written', async (code, phone) => {
    const { server, buyer, as, input } = await stage();
    const attempt = as(buyer).createCallbackRequest({ ...input, requester_phone: phone });
    expect(await failure(attempt)).toMatchObject({ code, field: 'requester_phone' });
    expect(server.requests.map(({ path }) => path)).toEqual([]);
  });

  test('a project without Ringback is told from one that refuses', async () => {
    const bare = await testDatabase({ empty: true });
    const { as, buyer } = await stage(postgrest(bare.sql));
    expect(await failure(as(buyer).getStats())).toMatchObject({ code: 'unexpected_answer', status: 404 });
  });
});

describe('a bad network', () => {
  const isCreate = (path: string) => path.endsWith('/submit_callback_request');

  /** Before the first create goes its way, a twin of it goes another: with the same key, or one of its own. */
  function afterATwin(handler: Handler, ownKey: object = {}): Handler {
    const real = postgrest(database.sql);
    let isFirst = true;
    return async (response, request) => {
      if (!isCreate(request.path) || !isFirst) return real(response, request);
      isFirst = false;
      const { url } = await startServer(real);
      const { path, headers, body } = request;
      await fetch(url + path, {
        method: 'POST',
        headers: { authorization: headers.authorization ?? '' },
        body: JSON.stringify({ ...JSON.parse(body), ...ownKey }),
      });
      return handler(response, request);
    };
  }

  const losingTheAnswer = () => afterATwin(drop);

  test('a create whose answer was lost succeeds, once', async () => {
    const { server, buyer, item, as, input } = await stage(losingTheAnswer());
    const made = await as(buyer).createCallbackRequest(input);
    const rows = await database.sql`select id from public.callback_requests where listing_id = ${item.id}`;
    expect(rows.map(({ id }) => id)).toEqual([made.id]);
    const notices = await database.sql`
      select from public.callback_request_notifications where callback_request_id = ${made.id}`;
    expect(notices).toHaveLength(1);
    expect(server.requests.filter(({ path }) => isCreate(path))).toHaveLength(2);
  });

  test('a create is one call, and a key of the app gives the first answer again', async () => {
    const { server, buyer, as, input } = await stage();
    const options = { idempotencyKey: 'draft 1' };
    const made = await as(buyer).createCallbackRequest(input, options);
    expect(await as(buyer).createCallbackRequest(input, options)).toEqual(made);
    expect(server.requests).toHaveLength(2);
  });

  test('the other writes have a key each, too', async () => {
    const { server, buyer, as, input } = await stage();
    const { id } = await as(buyer).createCallbackRequest(input);
    await as(buyer).editCallbackRequest(id, { message: 'At noon' });
    await as(seller).logCallbackAttempt(id, { outcome: 'busy' });
    await as(seller).updateCallbackRequestStatus(id, { status: 'completed' });
    const keys = server.requests.map(({ body }) => JSON.parse(body).p_idempotency_key);
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[\w-]{16,}$/);
  });

  test("a request that was there before is not taken for this call's", async () => {
    const { buyer, as, input } = await stage(losingTheAnswer());
    const before = await (await stage()).as(buyer).createCallbackRequest(input);
    expect(await failure(as(buyer).createCallbackRequest(input))).toMatchObject({
      code: 'duplicate_request',
      existingRequestId: before.id,
    });
  });

  test('a request that another window makes at the same moment is not taken for it either', async () => {
    const { buyer, as, input } = await stage(
      afterATwin(postgrest(database.sql), { p_idempotency_key: 'another' }),
    );
    expect(await failure(as(buyer).createCallbackRequest(input))).toMatchObject({
      code: 'duplicate_request',
    });
  });

  test('over a network that loses one call in ten, every create makes one request', {
    timeout: 120_000,
  }, async () => {
    const count = byForm(60, 1_000);
    const real = await startServer(postgrest(database.sql));
    const network = await startServer(lossy(real.url, 0.1));
    const busySellers = await each(Math.ceil(count / 50), 5, () => person(database));
    const pairs = await each(count, 5, async (index) => {
      const [owner] = busySellers.slice(index % busySellers.length);
      return { buyer: await person(database), item: await listing(database, owner as Person) };
    });

    const ids = await each(count, 10, async (index) => {
      const { buyer, item } = pairs[index] as (typeof pairs)[number];
      const input = inputFor(item, buyer, `+44 20 7946 ${String(index).padStart(4, '0')}`);
      return (await clientAt(network.url, buyer.id, { maxRetries: 10 }).createCallbackRequest(input)).id;
    });

    const listings = pairs.map(({ item }) => item.id);
    const rows =
      await database.sql`select id from public.callback_requests where listing_id = any(${listings})`;
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(network.requests.length, 'some were sent again').toBeGreaterThan(count);
  });

  test.each<[string, Handler]>([
    ['a dropped connection', drop],
    ['an answer cut short', cut],
    ['a busy gateway', raw(503, 'Busy')],
    ['a broken gateway', raw(502, '<h1>Bad gateway</h1>')],
  ])('%s is tried again', async (_, trouble) => {
    const { as, buyer } = await stage(inTurn(trouble, postgrest(database.sql)));
    expect(await as(buyer).getUnreadCount()).toBe(0);
  });

  test.each<[string, object, Handler]>([
    ['network_error', { status: 0 }, drop],
    ['timeout', { status: 0 }, hang],
    ['overloaded', { status: 503 }, raw(503, 'Busy')],
    ['unexpected_answer', { status: 502 }, raw(502, 'Bad gateway')],
    ['unexpected_answer', {}, raw(200, '<html>')],
    ['unexpected_answer', {}, raw(200, '{"unread": 1}')],
    ['unexpected_answer', {}, raw(404, '')],
  ])('%s %j', async (code, details, trouble) => {
    const { as, buyer } = await stage(trouble);
    const client = as(buyer, { maxRetries: 1, timeoutMs: 300 });
    expect(await failure(client.getUnreadCount())).toMatchObject({ code, ...details });
  });

  test('the caller may abort', async () => {
    const { as, buyer, input } = await stage(hang);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const attempt = as(buyer).createCallbackRequest(input, { signal: controller.signal });
    expect(await failure(attempt)).toMatchObject({ code: 'aborted' });
  });
});

test('the phone rules are loaded when they are needed, not before', async () => {
  const loaded = vi.fn();
  vi.doMock('../src/phone/phone.ts', async (load) => {
    loaded();
    return await load<object>();
  });
  vi.resetModules();
  const fresh = await import('../src/index.ts');
  const { server, buyer, input } = await stage();
  const supabase = createClient(server.url, 'publishable-key', { accessToken: async () => buyer.id });
  const client = fresh.createSupabaseCallbackClient(supabase);
  await client.getStats();
  expect(loaded).not.toHaveBeenCalled();
  await client.createCallbackRequest(input);
  expect(loaded).toHaveBeenCalledTimes(1);
});
