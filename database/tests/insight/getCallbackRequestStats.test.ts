/** The statistics are what counting the tables gives, at any moment: before and after rollups and deletions. */

import {
  asUser,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  rollUpAll,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { eventually } from '@ringback/testing/eventually.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const NO_FIGURES = { answer_rate: null, contact_rate: null, median_response_minutes: null };

describe.each(VERSIONS)('get_callback_request_stats on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await sql`
      update callback_private.settings set requests_per_user_per_day = 10000, requests_per_phone_per_day = 10000, requests_per_seller_per_day = 10000`;
  });
  beforeEach(async () => {
    seller = await person(database);
    bike = await listing(database, seller);
  });

  const stats = async (user: string | null) => {
    const [row] = await api`select get_callback_request_stats(${user}) as stats`;
    return row?.stats as { as_seller: Record<string, number>; as_requester: Record<string, number> };
  };
  const rollup = async () => {
    const [row] = await api`select rollup_callback_stats() as events`;
    return row?.events as number;
  };

  /** Notes what the person's events add, however few they are. */
  const note = async (id: string) => {
    await sql`select callback_private.note_ahead(${id}, true, 1), callback_private.note_ahead(${id}, false, 1)`;
  };

  /** One request of each kind; the seller answered 2 of 6. */
  async function oneOfEach() {
    const buyer = await person(database);
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await create(api, buyer, await listing(database, seller)));
    const [acknowledged, completed, cancelled, expired, overdueAcknowledged] = ids as [
      string,
      string,
      string,
      string,
      string,
    ];
    await update(api, acknowledged, 'acknowledged', seller.id);
    await update(api, completed, 'completed', seller.id);
    await update(api, cancelled, 'cancelled', buyer.id);
    await timeRunsOut(sql, [expired]);
    await api`select expire_callback_requests()`;
    await update(api, overdueAcknowledged, 'acknowledged', seller.id);
    await timeRunsOut(sql, [overdueAcknowledged]);
    return buyer;
  }

  test('the call in the requirement runs as it is written, with the keys it names', async () => {
    const buyer = await oneOfEach();
    const statsAs = async (user: Person) => {
      const [row] = await asUser(sql, user.id, (as) =>
        as.unsafe(`SELECT get_callback_request_stats('${user.id}');`),
      );
      return row?.get_callback_request_stats;
    };
    const nothing = { pending: 0, acknowledged: 0, completed: 0, cancelled: 0, expired: 0 };
    expect(await statsAs(seller)).toEqual({
      as_seller: {
        ...{ total_received: 6, pending: 1, acknowledged: 1, completed: 1, cancelled: 1, expired: 2 },
        response_rate: 33.3,
        ...NO_FIGURES,
      },
      as_requester: {
        ...{
          total_sent: 0,
          pending_sent: 0,
          acknowledged_sent: 0,
          completed_sent: 0,
          cancelled_sent: 0,
          expired_sent: 0,
        },
        success_rate: 0,
      },
    });
    expect(await statsAs(buyer)).toEqual({
      as_seller: { total_received: 0, ...nothing, response_rate: 0, ...NO_FIGURES },
      as_requester: {
        ...{
          total_sent: 6,
          pending_sent: 1,
          acknowledged_sent: 1,
          completed_sent: 1,
          cancelled_sent: 1,
          expired_sent: 2,
        },
        success_rate: 16.7,
      },
    });
  });

  test('a rollup changes no answer, and neither does the expiry job', async () => {
    const buyer = await oneOfEach();
    const before = [await stats(seller.id), await stats(buyer.id)];
    expect(await rollUpAll(sql)).toBeGreaterThan(0);
    expect(await rollup()).toBe(0);
    expect([await stats(seller.id), await stats(buyer.id)]).toEqual(before);
    await api`select expire_callback_requests()`;
    expect([await stats(seller.id), await stats(buyer.id)]).toEqual(before);
    await rollup();
    expect([await stats(seller.id), await stats(buyer.id)]).toEqual(before);
  });

  test('a note of what was counted changes no answer, and goes when the boundary moves', async () => {
    const buyer = await oneOfEach();
    const answers = async () => [await stats(seller.id), await stats(buyer.id)];
    const noted = async () => {
      const [row] = await sql`select count(*)::integer as notes from callback_private.stats_ahead
        where user_id in (${seller.id}, ${buyer.id})`;
      return row?.notes;
    };
    const before = await answers();
    await eventually(async () => {
      await note(seller.id);
      await note(buyer.id);
      expect(await noted()).toBe(2);
    });
    expect(await answers()).toEqual(before);
    const id = await create(api, buyer, bike);
    const [received] = await answers();
    expect(received?.as_seller).toMatchObject({ total_received: 7, pending: 2 });
    await note(seller.id);
    await update(api, id, 'acknowledged', seller.id);
    const later = await answers();
    expect(later[0]?.as_seller).toMatchObject({ total_received: 7, pending: 1, acknowledged: 2 });
    await sql.begin('read only', async (reader) => {
      const [row] = await reader`select get_callback_request_stats(${seller.id}) as stats`;
      expect(row?.stats).toEqual(later[0]);
    });
    await rollUpAll(sql);
    expect(await noted()).toBe(0);
    expect(await answers()).toEqual(later);
  });

  test('reading notes what it counted from a thousand events on, and not below', async () => {
    const buyer = await person(database);
    const add = (requests: number) => sql`
      insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
      select 'request_created', gen_random_uuid(), ${seller.id}, ${buyer.id}, 'buyer', 'pending'
      from generate_series(1, ${requests})`;
    const notes = async () => [
      ...(await sql`select is_seller, total from callback_private.stats_ahead where user_id = ${seller.id}`),
    ];
    await rollUpAll(sql);
    await add(999);
    expect((await stats(seller.id)).as_seller.total_received).toBe(999);
    expect(await notes()).toEqual([]);
    await add(1);
    await eventually(async () => {
      expect((await stats(seller.id)).as_seller.total_received).toBe(1000);
      expect(await notes()).toEqual([{ is_seller: true, total: 1000 }]);
    });
    await add(1);
    expect((await stats(seller.id)).as_seller.total_received).toBe(1001);
    await sql`delete from callback_private.events where seller_id = ${seller.id}`;
    await sql`delete from callback_private.stats_ahead where user_id = ${seller.id}`;
    await sql`delete from callback_private.sealed_stats where user_id in (${seller.id}, ${buyer.id})`;
  });

  test("nobody in particular, and someone else's, are refused", async () => {
    await expectRefusal(stats(null), 'unauthenticated');
    const other = await person(database);
    await expectRefusal(
      asUser(sql, other.id, (as) => as`select get_callback_request_stats(${seller.id})`),
      'forbidden',
    );
    const [row] = await asUser(sql, other.id, (as) => as`select get_callback_request_stats() as stats`);
    expect(row?.stats).toEqual(await stats(other.id));
  });

  describe('after a deletion', () => {
    const answered = async () => {
      const buyer = await person(database);
      const id = await create(api, buyer, bike);
      await update(api, id, 'acknowledged', seller.id);
      expect((await stats(buyer.id)).as_requester).toMatchObject({ total_sent: 1, acknowledged_sent: 1 });
      return { buyer, id };
    };
    const expectSent = async (buyer: Person, expected: object) => {
      for (let round = 0; round < 2; round++) {
        expect((await stats(buyer.id)).as_requester).toMatchObject(expected);
        await rollup();
      }
      await expectInvariants(sql);
    };

    test.each([
      ['a listing', () => sql`delete from listings where id = ${bike.id}`],
      ['a seller', () => sql`delete from profiles where id = ${seller.id}`],
    ])('of %s by the marketplace its requests are closed, and counted as before', async (_, remove) => {
      const { buyer } = await answered();
      await remove();
      await expectSent(buyer, { total_sent: 1, acknowledged_sent: 0, cancelled_sent: 1 });
    });

    test.each([
      ['at once', async () => undefined],
      ['after a rollup', rollup],
    ])('of a request it is not counted any more, %s', async (_, before) => {
      const { buyer, id } = await answered();
      await before();
      await sql`delete from callback_requests where id = ${id}`;
      await expectSent(buyer, { total_sent: 0, acknowledged_sent: 0 });
    });
  });

  test('random histories, rolled up at random moments', { timeout: 600_000 }, async () => {
    const people = await Promise.all([person(database), person(database), person(database)]);
    const items = await Promise.all(people.map((owner) => listing(database, owner)));
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('create' as const), buyer: fc.nat(2), item: fc.nat(2) }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constantFrom('acknowledged' as const, 'completed' as const, 'cancelled' as const),
          which: fc.nat(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('a day' as const, 'expire' as const, 'rollup' as const, 'note' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('overdue' as const, 'delete' as const),
          which: fc.nat(),
        }),
      },
    );
    type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
    const all = () => sql<{ id: string; seller_id: string }[]>`
      select id, seller_id from callback_requests where seller_id = any(${people.map(({ id }) => id)}) order by id`;

    async function take(move: Step) {
      const rows = await all();
      const row = 'which' in move ? rows[move.which % Math.max(rows.length, 1)] : undefined;
      if (move.kind === 'create')
        await create(api, people[move.buyer] as Person, items[move.item] as Listing);
      else if (move.kind === 'a day')
        await daysPass(
          sql,
          1,
          rows.map(({ id }) => id),
        );
      else if (move.kind === 'expire') await api`select expire_callback_requests()`;
      else if (move.kind === 'rollup') await rollup();
      else if (move.kind === 'note') for (const { id } of people) await note(id);
      else if (row && move.kind === 'overdue') await timeRunsOut(sql, [row.id]);
      else if (row && move.kind === 'delete') await sql`delete from callback_requests where id = ${row.id}`;
      else if (row) await update(api, row.id, move.kind, row.seller_id);
    }

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        for (const move of steps) await take(move).catch(expectPoliteRefusal);
        await expectInvariants(sql);
        for (const { id } of people) await note(id);
        await expectInvariants(sql);
        await rollup();
        await expectInvariants(sql);
        await sql`delete from callback_requests where seller_id = any(${people.map(({ id }) => id)})`;
      }),
      { numRuns: byForm(10, 1_000) },
    );
  });

  test('readers and rollups at the same time as writers never see a wrong sum', async () => {
    const buyers = await Promise.all(Array.from({ length: 40 }, () => person(database)));
    let isWriting = true;
    const wrong: unknown[] = [];
    const watch = async (work: () => Promise<void>) => {
      while (isWriting) await work();
    };
    const read = async () => {
      const { total_received, pending, acknowledged, completed, cancelled, expired } = (
        await stats(seller.id)
      ).as_seller as Record<
        'total_received' | 'pending' | 'acknowledged' | 'completed' | 'cancelled' | 'expired',
        number
      >;
      const sum = pending + acknowledged + completed + cancelled + expired;
      if (sum !== total_received || Math.min(pending, acknowledged) < 0)
        wrong.push({ sum, total_received, pending, acknowledged });
    };
    const watchers = [
      watch(read),
      watch(read),
      watch(async () => void (await rollup())),
      watch(async () => void (await rollup())),
      watch(() => note(seller.id)),
    ];
    await Promise.all(
      buyers.map(async (buyer) => {
        const id = await create(api, buyer, bike);
        await update(api, id, 'acknowledged', seller.id);
        await update(api, id, 'completed', seller.id);
      }),
    );
    isWriting = false;
    await Promise.all(watchers);
    expect(wrong).toEqual([]);
    expect((await stats(seller.id)).as_seller).toMatchObject({
      total_received: 40,
      completed: 40,
      pending: 0,
      response_rate: 100,
    });
    await expectInvariants(sql);
  });

  test('an event whose transaction ends late is not skipped', async () => {
    const [buyer, other] = await Promise.all([person(database), person(database)]);
    const boat = await listing(database, await person(database));
    await sql.begin(async (slow) => {
      await create(slow, buyer, bike);
      await create(api, other, boat);
      await rollup();
      await note(buyer.id);
      await note(seller.id);
    });
    await note(seller.id);
    await expectInvariants(sql);
    await rollup();
    await expectInvariants(sql);
  });
});

/** Random steps meet refusals; anything else is a fault. */
function expectPoliteRefusal(error: { code?: string }): void {
  expect(error.code).toMatch(/^PT4\d\d$/);
}
