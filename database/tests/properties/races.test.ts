/**
 * Many at once, over many connections: whatever the order, one request per day, exact limits, one path through the states,
 * everybody told once, and no deadlock that a caller sees. RINGBACK_FULL=1 runs the rounds that a release needs.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  create,
  expectInvariants,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { byForm, FULL } from '@ringback/testing/full.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';

const CREATE_ROUNDS = byForm(2, 200);
const PAIR_ROUNDS = byForm(2, 500);
const HUNT_ROUNDS = byForm(1, 100);

describe.each(VERSIONS)('races on PostgreSQL %i', { timeout: FULL ? 1_800_000 : 60_000 }, (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let pools: [Sql, Sql];
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    sql = database.sql;
    const [row] = await sql`select current_database() as name`;
    await sql`alter database ${sql(row?.name)} set deadlock_timeout = '50ms'`;
    // Two pools, as two server processes have them.
    pools = [connect(database.apiUrl, { max: 15 }), connect(database.apiUrl, { max: 15 })];
    await makeItNoon(sql);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  });
  beforeEach(async () => {
    await sql`delete from callback_requests`;
    await sql`delete from profiles`;
    await forgetEvents();
    await sql`update callback_private.settings set ${sql(NO_LIMITS)}`;
    seller = await person(database);
    bike = await listing(database, seller);
  });

  const forgetEvents = async () => {
    await sql`delete from callback_private.events`;
    await sql`delete from callback_private.stats`;
  };
  const poolFor = (turn: number) => pools[turn % 2] as Sql;
  const count = async (table: string) => (await sql`select from ${sql(table)}`).length;

  test(`50 creates at once, ${CREATE_ROUNDS} rounds: one request, one notification, one event`, async () => {
    for (let round = 0; round < CREATE_ROUNDS; round++) {
      await sql`delete from callback_requests`;
      await forgetEvents();
      const buyer = await person(database);
      const { accepted, refused } = await settle(50, (turn) => create(poolFor(turn), buyer, bike));
      expect(accepted).toHaveLength(1);
      expect(refused).toEqual({ duplicate_request: 49 });
      expect(await count('callback_requests')).toBe(1);
      expect(await count('callback_request_notifications')).toBe(1);
      expect(await count('callback_private.events')).toBe(1);
    }
    await expectInvariants(sql);
  });

  describe('500 creates at once', () => {
    const N = 20;
    const people = (howMany: number) => sql<Person[]>`
      insert into profiles (first_name, last_name, phone)
      select 'Buyer', n::text, '+1212555' || lpad(n::text, 4, '0') from generate_series(1, ${howMany}) n returning *`;
    const listings = (howMany: number) => sql<Listing[]>`
      insert into listings (user_id, title)
      select id, 'Listing' from profiles where id <> ${seller.id} order by random() limit ${howMany} returning *`;

    test('are accepted exactly as often as one user may', async () => {
      await people(500);
      const items = await listings(500);
      const buyer = await person(database);
      await sql`update callback_private.settings set requests_per_user_per_day = ${N}`;
      const { accepted, refused } = await settle(500, (turn) =>
        create(poolFor(turn), buyer, items[turn] as Listing),
      );
      expect(accepted).toHaveLength(N);
      expect(refused).toEqual({ rate_limited: 500 - N });
      expect(await count('callback_requests')).toBe(N);
    });

    test('are accepted exactly as often as one phone number may be given', async () => {
      const buyers = await people(500);
      const items = await Promise.all(
        Array.from({ length: 50 }, async () => listing(database, await person(database))),
      );
      await sql`update callback_private.settings set requests_per_phone_per_day = ${N}`;
      const { accepted, refused } = await settle(500, (turn) =>
        create(poolFor(turn), buyers[turn] as Person, items[turn % 50] as Listing, {
          requester_phone: '+442079460958',
        }),
      );
      expect(accepted).toHaveLength(N);
      expect(refused).toEqual({ rate_limited: 500 - N });
      expect(await count('callback_requests')).toBe(N);
    });

    test('are accepted exactly as often as one seller may be asked', async () => {
      const buyers = await people(500);
      await sql`update callback_private.settings set requests_per_seller_per_day = ${N}`;
      const { accepted, refused } = await settle(500, (turn) =>
        create(poolFor(turn), buyers[turn] as Person, bike),
      );
      expect(accepted).toHaveLength(N);
      expect(refused).toEqual({ rate_limited: 500 - N });
      expect(await count('callback_requests')).toBe(N);
    });
  });

  describe(`two changes at once, ${PAIR_ROUNDS} rounds each`, () => {
    type Change = (pool: Sql, id: string, buyer: Person) => Promise<unknown>;
    const changes: Record<string, Change> = {
      'the seller acknowledges': (pool, id) => update(pool, id, 'acknowledged', seller.id),
      'the seller completes': (pool, id) => update(pool, id, 'completed', seller.id),
      'the seller declines': (pool, id) => update(pool, id, 'cancelled', seller.id, 'declined'),
      'the buyer withdraws': (pool, id, buyer) => update(pool, id, 'cancelled', buyer.id, 'withdrawn'),
      'time runs out': async (pool) => pool`select expire_callback_requests()`,
    };
    const names = Object.keys(changes);
    const pairs = names.flatMap((one, place) => names.slice(place).map((other) => [one, other] as const));

    test.each(pairs)('%s, %s', async (one, other) => {
      const buyers = await Promise.all(Array.from({ length: 10 }, () => person(database)));
      for (let round = 0; round < PAIR_ROUNDS; round++) {
        const buyer = buyers[round % 10] as Person;
        const id = await create(poolFor(round), buyer, await listing(database, seller));
        if (round % 2) await update(poolFor(round), id, 'acknowledged', seller.id);
        if (other === 'time runs out')
          await sql`update callback_requests set expires_at = clock_timestamp() + interval '1 millisecond' where id = ${id}`;
        const { refused } = await settle(2, async (turn) => {
          if (other === 'time runs out') await sleep(Math.random() * 2);
          return changes[turn ? other : one]?.(poolFor(turn), id, buyer);
        });
        expect(['invalid_transition', 'request_expired']).toEqual(
          expect.arrayContaining(Object.keys(refused)),
        );
      }
      await expectInvariants(sql);
    });
  });

  describe(`no deadlock, ${HUNT_ROUNDS} rounds each`, () => {
    const rounds = async (work: (round: number) => Promise<unknown>) => {
      for (let round = 0; round < HUNT_ROUNDS; round++) await work(round);
      await expectInvariants(sql);
    };

    test('two users ask each other, with one phone number', () =>
      rounds(async () => {
        const [ann, bob] = await Promise.all([person(database), person(database)]);
        const items = await Promise.all(
          Array.from({ length: 30 }, (_, i) => listing(database, i % 2 ? ann : bob)),
        );
        const { accepted } = await settle(30, (turn) =>
          create(poolFor(turn >> 1), turn % 2 ? bob : ann, items[turn] as Listing, {
            requester_phone: '+442079460958',
          }),
        );
        expect(accepted).toHaveLength(30);
      }));

    const overdueInbox = async (size: number) => {
      const buyers = await Promise.all(Array.from({ length: size }, () => person(database)));
      const ids = await Promise.all(buyers.map((buyer, turn) => create(poolFor(turn), buyer, bike)));
      await timeRunsOut(sql, ids);
      return { buyers, ids };
    };

    test('reading everything while requests expire', () =>
      rounds(async () => {
        const { buyers } = await overdueInbox(20);
        await settle(20, (turn) => {
          const reader = turn % 4 === 1 ? (buyers[turn] as Person) : seller;
          return turn % 2
            ? poolFor(turn >> 1)`select mark_all_callback_notifications_read(${reader.id})`
            : poolFor(turn >> 1)`select expire_callback_requests(3)`;
        });
        await poolFor(0)`select expire_callback_requests()`;
        await sql`delete from callback_requests`;
      }));

    test('maintenance by four while requests are made and changed', () =>
      rounds(async () => {
        await overdueInbox(20);
        const buyers = await Promise.all(Array.from({ length: 12 }, () => person(database)));
        await settle(16, async (turn) => {
          if (turn < 4) return poolFor(turn)`select run_callback_maintenance()`;
          const id = await create(poolFor(turn), buyers[turn - 4] as Person, bike);
          return update(poolFor(turn), id, 'completed', seller.id);
        });
        await sql`delete from callback_requests`;
      }));

    test('the marketplace deletes a listing while requests are made, changed and expire', () =>
      rounds(async (round) => {
        const item = await listing(database, seller);
        const buyers = await Promise.all(Array.from({ length: 24 }, () => person(database)));
        const ids = await Promise.all(
          buyers.slice(0, 8).map((buyer, turn) => create(poolFor(turn), buyer, item)),
        );
        await timeRunsOut(sql, ids.slice(0, 4));
        const { refused } = await settle(26, async (turn) => {
          if (turn === 24)
            return sleep(round % 5).then(() => sql`delete from listings where id = ${item.id}`);
          if (turn === 25) return poolFor(turn)`select run_callback_maintenance()`;
          if (turn < 8) return update(poolFor(turn), ids[turn] as string, 'acknowledged', seller.id);
          return create(poolFor(turn), buyers[turn] as Person, item);
        });
        expect(REFUSALS_BESIDE_DELETION).toEqual(expect.arrayContaining(Object.keys(refused)));
        expect(await sql`select from callback_requests where listing_id = ${item.id}`).toHaveLength(0);
      }));

    // The deletion holds the person and wants their requests, a change holds a request and wants the person to tell: one of them loses.
    test('the marketplace deletes a person while requests are made, changed and expire, and the loser tries again', () =>
      rounds(async (round) => {
        const [leaver, other] = await Promise.all([person(database), person(database)]);
        const [theirs, item] = await Promise.all([listing(database, leaver), listing(database, other)]);
        const buyers = await Promise.all(Array.from({ length: 16 }, () => person(database)));
        const ids = await Promise.all(
          buyers.slice(0, 8).map((buyer, turn) => create(poolFor(turn), buyer, theirs)),
        );
        const sent = await create(poolFor(0), leaver, item);
        await timeRunsOut(sql, ids.slice(0, 4));
        const works = (turn: number): PromiseLike<unknown> => {
          if (turn === 16)
            return sleep(round % 5).then(() => sql`delete from profiles where id = ${leaver.id}`);
          if (turn === 17) return poolFor(turn)`select run_callback_maintenance()`;
          if (turn === 18) return update(poolFor(turn), sent, 'acknowledged', other.id);
          if (turn < 8)
            return update(poolFor(turn), ids[turn] as string, 'cancelled', (buyers[turn] as Person).id);
          return create(poolFor(turn), buyers[turn] as Person, theirs);
        };
        const { refused } = await settle(19, (turn) => repeatLost(() => works(turn)));
        expect(REFUSALS_BESIDE_DELETION).toEqual(expect.arrayContaining(Object.keys(refused)));
        expect(
          await sql`select from callback_requests where ${leaver.id} in (seller_id, requester_id)`,
        ).toHaveLength(0);
      }));
  });
});

/** A change finds the request closed or overdue, a create finds nobody and nothing to ask about. */
const REFUSALS_BESIDE_DELETION = ['not_found', 'request_expired', 'invalid_transition'];

const NO_LIMITS = {
  requests_per_user_per_day: 10_000,
  requests_per_phone_per_day: 10_000,
  requests_per_seller_per_day: 10_000,
};

/** Tries again after a lost deadlock, as the API does. */
async function repeatLost<T>(work: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || attempt === 5) throw error;
    }
  }
}

/** Starts that many at once; returns what was accepted and how often each refusal came. Anything else is a fault. */
async function settle<T>(times: number, work: (turn: number) => PromiseLike<T>) {
  const results = await Promise.allSettled(Array.from({ length: times }, (_, turn) => work(turn)));
  const refused: Record<string, number> = {};
  const accepted: T[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') accepted.push(result.value);
    else if (!/^PT4\d\d$/.test(result.reason.code)) throw result.reason;
    else refused[result.reason.hint] = (refused[result.reason.hint] ?? 0) + 1;
  }
  return { accepted, refused };
}
