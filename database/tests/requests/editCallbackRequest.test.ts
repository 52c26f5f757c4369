/** The buyer edits an open request: what may change, by whom and until when, under the rules of asking. */
import { randomUUID } from 'node:crypto';
import {
  asUser,
  create,
  daysPass,
  edit as editRequest,
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
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Executor, Sql } from '../../src/index.ts';

describe.each(VERSIONS)('edit_callback_request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  let id: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    bike = await listing(database, seller);
    id = await create(api, buyer, bike, {
      message: 'Still there?',
      preferred_time: 'evening',
      preferred_days: ['Monday'],
      time_zone: 'Europe/London',
    });
  });

  const edit = (
    changes: unknown,
    user: string | null = buyer.id,
    request: string | null = id,
    on: Executor = api,
  ) => editRequest(on, request, changes as object, user);
  const stored = async () => (await sql`select * from callback_requests where id = ${id}`)[0];
  const edits = async () =>
    (await get(api, id, seller.id)).history?.filter(({ event_type }) => event_type === 'request_edited');

  test('every field that the buyer wrote, seen by the seller and named in the history', async () => {
    const changes = {
      requester_phone: '+442079460958',
      requester_name: 'Grace',
      message: 'At noon, please.',
      preferred_time: 'morning',
      preferred_days: ['Friday', 'Tuesday'],
      time_zone: 'America/New_York',
    };
    expect(await edit(changes)).toEqual({ request: await get(api, id, buyer.id), replayed: false });
    expect(await get(api, id, seller.id)).toMatchObject({ ...changes, status: 'pending' });
    expect(await edits()).toMatchObject([
      {
        actor: 'buyer',
        from_status: 'pending',
        to_status: 'pending',
        data: { fields: Object.keys(changes) },
      },
    ]);
    expect(await notificationsOf(sql, id, seller.id)).toEqual(['new_request', 'request_edited']);
    await expectInvariants(sql);
  });

  test('what is left out stays, null and blank clear', async () => {
    await edit({ message: null, preferred_time: '  ', preferred_days: [] });
    expect(await stored()).toMatchObject({
      requester_name: 'Ada Okafor',
      message: null,
      preferred_time: null,
      preferred_days: null,
      time_zone: 'Europe/London',
    });
    await edit({ time_zone: null });
    expect(await stored()).toMatchObject({ time_zone: null });
  });

  test('what is the same already changes nothing and is not in the history', async () => {
    const before = await stored();
    for (const changes of [
      {},
      { message: ' Still there?\n', preferred_days: ['Monday', 'Monday'], requester_phone: buyer.phone },
    ])
      expect((await edit(changes)).request.id).toBe(id);
    expect(await stored()).toEqual(before);
    expect(await edits()).toEqual([]);
  });

  test('also after the seller has acknowledged it, and through a signed-in session', async () => {
    await update(api, id, 'acknowledged', seller.id);
    await asUser(sql, buyer.id, (as) => edit({ message: 'At noon' }, null, id, as));
    expect(await stored()).toMatchObject({ status: 'acknowledged', message: 'At noon' });
  });

  test.each<[string, unknown, string, string]>([
    ['no name', { requester_name: null }, 'invalid_input', 'requester_name'],
    ['a name too long', { requester_name: 'x'.repeat(101) }, 'invalid_input', 'requester_name'],
    ['no phone', { requester_phone: ' ' }, 'invalid_input', 'requester_phone'],
    ['a phone that does not exist', { requester_phone: '+12' }, 'invalid_phone', 'requester_phone'],
    ['a premium number', { requester_phone: '+19002345678' }, 'phone_not_allowed', 'requester_phone'],
    ['a message too long', { message: 'x'.repeat(1001) }, 'invalid_input', 'message'],
    ['a preferred time of two lines', { preferred_time: '9\nam' }, 'invalid_input', 'preferred_time'],
    ['an unknown day', { preferred_days: ['Someday'] }, 'invalid_input', 'preferred_days'],
    ['a day that is missing', { preferred_days: [null] }, 'invalid_input', 'preferred_days'],
    ['days that are text', { preferred_days: 'Monday' }, 'invalid_input', 'preferred_days'],
    ['a zone that nobody knows', { time_zone: 'Europe/Atlantis' }, 'invalid_input', 'time_zone'],
    ['a message that is a number', { message: 7 }, 'invalid_input', 'message'],
    ['a name that is an object', { requester_name: {} }, 'invalid_input', 'requester_name'],
    ['no priority', { priority: null }, 'invalid_input', 'priority'],
    ['the status', { status: 'completed' }, 'invalid_input', 'changes'],
    ['the seller', { seller_id: randomUUID() }, 'invalid_input', 'changes'],
    ['a list', [], 'invalid_input', 'changes'],
    ['nothing', null, 'invalid_input', 'changes'],
  ])('%s is refused and names the field', async (_, changes, code, field) => {
    const before = await stored();
    expect((await expectRefusal(edit(changes), code)).detail).toEqual({ field });
    expect(await stored()).toEqual(before);
  });

  test('a phone of another country is refused where the marketplace allows only its own', async () => {
    await sql`update callback_private.settings set allowed_phone_regions = '{US}'`;
    await expectRefusal(edit({ requester_phone: '+442079460958' }), 'phone_not_allowed');
    expect((await edit({ requester_phone: '+12133734253' })).request.id).toBe(id);
    await sql`update callback_private.settings set allowed_phone_regions = null`;
  });

  test.each(['completed', 'cancelled'])('a request that is %s cannot be edited', async (status) => {
    await update(api, id, status, seller.id);
    const refusal = await expectRefusal(edit({ message: 'Late' }), 'invalid_transition');
    expect(refusal).toMatchObject({ status: 409, detail: { status } });
  });

  test('nor one that has run out, before the job has tidied it up and after', async () => {
    await timeRunsOut(sql, [id]);
    await expectRefusal(edit({ message: 'Late' }), 'request_expired');
    await api`select expire_callback_requests()`;
    await expectRefusal(edit({ message: 'Late' }), 'request_expired');
  });

  test('only by the buyer; what is missing and what is not yours look the same', async () => {
    await expectRefusal(edit({ message: 'Mine' }, seller.id), 'forbidden');
    const stranger = await person(database);
    const missing = await expectRefusal(edit({ message: 'Mine' }, buyer.id, randomUUID()), 'not_found');
    expect(await expectRefusal(edit({ message: 'Mine' }, stranger.id), 'not_found')).toEqual(missing);
    await expectRefusal(edit({ message: 'Mine' }, null), 'unauthenticated');
  });

  test('not by a buyer who may no longer ask this seller', async () => {
    await sql`insert into blocked_users (blocker_id, blocked_id) values (${seller.id}, ${buyer.id})`;
    await expectRefusal(edit({ message: 'Listen!' }), 'forbidden');
    await sql`delete from blocked_users where blocker_id = ${seller.id}`;
    expect((await edit({ message: 'Thank you' })).request.id).toBe(id);
  });

  describe('the limit of requests with one number a day', () => {
    const VICTIM = '+12133734255';
    const ask = async (requester_phone: string) =>
      create(api, await person(database), await listing(database, seller), { requester_phone });

    test('counts the request among those of its own day', async () => {
      await sql`update callback_private.settings set requests_per_phone_per_day = 2`;
      const others = [await ask(VICTIM), await ask(VICTIM)];
      const { detail } = await expectRefusal(edit({ requester_phone: VICTIM }), 'rate_limited');
      expect(detail).toMatchObject({ limit: 'requests_per_phone_per_day' });
      expect((await edit({ message: 'Only words' })).request.id).toBe(id);
      await daysPass(sql, 1, others);
      expect((await edit({ requester_phone: VICTIM })).request.id).toBe(id);
      await sql`update callback_private.settings set requests_per_phone_per_day = 10`;
    });

    test('holds when many edit at once', async () => {
      const phone = '+12133734254';
      await sql`update callback_private.settings set requests_per_phone_per_day = 3`;
      const buyers = await Promise.all(Array.from({ length: 8 }, () => person(database)));
      const made = await Promise.all(
        buyers.map(async (each) => create(api, each, await listing(database, seller))),
      );
      await Promise.allSettled(
        made.map((request, place) => edit({ requester_phone: phone }, buyers[place]?.id, request)),
      );
      const [row] =
        await sql`select count(*)::integer as count from callback_requests where requester_phone = ${phone}`;
      expect(row?.count).toBe(3);
      await sql`update callback_private.settings set requests_per_phone_per_day = 10`;
    });
  });

  test('twenty times and no more', async () => {
    for (let time = 1; time <= 20; time++) await edit({ message: `Version ${time}` });
    const { status, detail } = await expectRefusal(edit({ message: 'Version 21' }), 'rate_limited');
    expect(status).toBe(429);
    expect(detail).toEqual({ limit: 'edits_per_request', retry_after_seconds: expect.any(Number) });
    expect(
      await sql`select operation, limit_name from callback_private.refusals where user_id = ${buyer.id}`,
    ).toEqual([{ operation: 'edit_callback_request', limit_name: 'edits_per_request' }]);
    expect((await edit({ message: 'Version 20' })).request.id).toBe(id);
  });
});
