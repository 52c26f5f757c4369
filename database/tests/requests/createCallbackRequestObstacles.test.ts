/** What keeps a buyer from asking, in which order it is named, and the limits per day. */
import { randomUUID } from 'node:crypto';
import {
  create,
  daysPass,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type RequestValues,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('obstacles to create_callback_request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    sql = database.sql;
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    bike = await listing(database, seller);
  });

  const ask = (values: Partial<RequestValues> = {}) => create(database.api, buyer, bike, values);
  const set = (settings: Record<string, unknown>) =>
    sql`update callback_private.settings set ${sql(settings)}`;

  describe('of any kind', () => {
    const limits = {
      requests_per_user_per_day: 2,
      requests_per_phone_per_day: 10,
      requests_per_seller_per_day: 100,
    };

    test('are named in one order, each when those before it are out of the way', async () => {
      // Everything is wrong at once; then one thing after the other is put right.
      const [other, gone] = [await listing(database, buyer, { status: 'sold' }), randomUUID()];
      await sql`update profiles set phone = ' ' where id = ${seller.id}`;
      await sql`update listings set status = 'sold' where id = ${bike.id}`;
      await sql`insert into blocked_users values (${seller.id}, ${buyer.id})`;
      await set({ ...limits, requests_per_user_per_day: 1 });
      const requester_phone = 'none';
      const stranger = { id: randomUUID(), phone: requester_phone };

      await expectRefusal(create(database.api, stranger, { id: gone, user_id: seller.id }), 'forbidden');
      const { status } = await expectRefusal(ask({ listing_id: gone, requester_phone }), 'not_found');
      expect(status).toBe(404);
      await expectRefusal(
        create(database.api, buyer, other, { seller_id: seller.id, requester_phone }),
        'invalid_input',
      );
      expect(
        (await expectRefusal(create(database.api, buyer, other, { requester_phone }), 'own_listing')).status,
      ).toBe(409);
      await expectRefusal(ask({ requester_phone }), 'listing_unavailable');
      await sql`update listings set status = 'active' where id = ${bike.id}`;
      await expectRefusal(ask({ requester_phone }), 'seller_unreachable');
      await sql`update profiles set phone = '+12125550100' where id = ${seller.id}`;
      expect((await expectRefusal(ask({ requester_phone }), 'seller_unreachable')).status).toBe(409);

      await sql`delete from blocked_users where blocked_id = ${buyer.id}`;
      await sql`update listings set status = 'active' where id = ${bike.id}`;
      await sql`update profiles set phone = '+12125550100' where id = ${seller.id}`;
      const id = await ask();
      await sql`update profiles set phone = ' ' where id = ${seller.id}`;
      await sql`update listings set status = 'sold' where id = ${bike.id}`;
      await expectRefusal(ask({ requester_phone }), 'duplicate_request');

      await daysPass(sql, 1, [id]);
      await create(database.api, buyer, await listing(database, await person(database)));
      expect((await expectRefusal(ask({ requester_phone }), 'listing_unavailable')).status).toBe(409);
      await sql`update listings set status = 'active' where id = ${bike.id}`;
      expect((await expectRefusal(ask({ requester_phone }), 'seller_unreachable')).status).toBe(409);
      await sql`update profiles set phone = '+12125550100' where id = ${seller.id}`;
      expect((await expectRefusal(ask({ requester_phone }), 'rate_limited')).status).toBe(429);
      await set(limits);
      await expectRefusal(ask({ requester_phone }), 'invalid_phone');
      await expectRefusal(ask({ priority: 'asap' }), 'invalid_input');
      await set({ ...limits, requests_per_user_per_day: 10 });
      await ask();
    });

    test.each([
      ['the seller blocked the buyer', () => [seller.id, buyer.id]],
      ['the buyer blocked the seller', () => [buyer.id, seller.id]],
    ])('%s', async (_, pair) => {
      const [blocker_id, blocked_id] = pair() as [string, string];
      await sql`insert into blocked_users values (${blocker_id}, ${blocked_id})`;
      await expectRefusal(ask(), 'seller_unreachable');
      await create(database.api, await person(database), bike);
      await sql`delete from blocked_users where blocker_id = ${blocker_id}`;
      await ask();
    });

    test.each(['sold', 'inactive'] as const)('a listing that is %s', async (status) => {
      const item = await listing(database, seller, { status });
      await expectRefusal(create(database.api, buyer, item), 'listing_unavailable');
      await sql`update listings set status = 'active' where id = ${item.id}`;
      await create(database.api, buyer, item);
    });

    test.each([null, '', ' '])('a seller whose phone is %j', async (phone) => {
      const item = await listing(database, await person(database, { phone }));
      await expectRefusal(create(database.api, buyer, item), 'seller_unreachable');
    });

    test('a buyer without a phone in the profile may still ask', async () => {
      await create(
        database.api,
        { ...(await person(database, { phone: null })), phone: '+12133734253' },
        bike,
      );
    });
  });

  describe('limits per day', () => {
    const one = {
      requests_per_user_per_day: 10,
      requests_per_phone_per_day: 10,
      requests_per_seller_per_day: 100,
    };
    const phone = '+442079460958';
    const cases = [
      [
        'requests_per_user_per_day',
        async () => create(database.api, buyer, await listing(database, await person(database))),
      ],
      [
        'requests_per_phone_per_day',
        async () =>
          create(database.api, await person(database), await listing(database, await person(database)), {
            requester_phone: phone,
          }),
      ],
      ['requests_per_seller_per_day', async () => create(database.api, await person(database), bike)],
    ] as const;

    test.each(cases)('%s', async (limit, again) => {
      await sql`delete from callback_requests`;
      await set({ ...one, [limit]: 2 });
      const ids = [await again(), await again()];
      const { status, detail, message } = await expectRefusal(again(), 'rate_limited');
      expect(status).toBe(429);
      expect(message).toMatch(/tomorrow/);
      expect(detail?.limit).toBe(limit);
      const [{ seconds } = { seconds: 0 }] = await sql<{ seconds: number }[]>`
        select extract(epoch from ((now() at time zone time_zone)::date + 1)::timestamp at time zone time_zone - now())::float8 as seconds
        from callback_private.settings`;
      expect(detail?.retry_after_seconds).toBeGreaterThanOrEqual(Math.floor(seconds));
      expect(detail?.retry_after_seconds).toBeLessThan(seconds + 5);

      await daysPass(sql, 1, [ids[0] as string]);
      await again();
      await expectRefusal(again(), 'rate_limited');
      await set(one);
    });

    test('a withdrawn request counts too', async () => {
      await set({ ...one, requests_per_user_per_day: 1 });
      await update(database.api, await ask(), 'cancelled', buyer.id);
      await expectRefusal(create(database.api, buyer, await listing(database, seller)), 'rate_limited');
      await set(one);
    });

    test('a refused request does not count', async () => {
      await set({ ...one, requests_per_user_per_day: 1 });
      await expectRefusal(ask({ requester_name: null }), 'invalid_input');
      await expectRefusal(ask({ priority: 'asap' }), 'invalid_input');
      await ask();
      await set(one);
    });
  });
});
