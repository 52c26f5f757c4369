/** The answer that the button asks for: the same as create_callback_request would give, whatever the situation. */
import { randomUUID } from 'node:crypto';
import {
  asUser,
  create,
  daysPass,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type RequestJson,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Eligibility = {
  can_request: boolean;
  reason: string | null;
  existing_request: RequestJson | null;
  seller: object | null;
  listing: object | null;
};

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let bike: Listing;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
});

const can = async (user: string | null, listingId: string | null, sellerId: string | null = null) => {
  const [row] = await api<{ answer: Eligibility }[]>`
    select can_request_callback(p_listing_id := ${listingId}, p_seller_id := ${sellerId}, p_user_id := ${user}) as answer`;
  return row?.answer as Eligibility;
};

test('a signed-in buyer names the listing alone', async () => {
  const [row] = await asUser(sql, buyer.id, (as) => as`select can_request_callback(${bike.id}) as answer`);
  expect(row?.answer).toMatchObject({ can_request: true, reason: null, existing_request: null });
});

test("today's request is shown, whatever became of it", async () => {
  const id = await create(api, buyer, bike);
  for (const step of [async () => {}, () => update(api, id, 'cancelled', seller.id)]) {
    await step();
    const { history: _, attempts: __, ...existing_request } = await get(api, id, buyer.id);
    expect(await can(buyer.id, bike.id)).toMatchObject({
      can_request: false,
      reason: 'duplicate_request',
      existing_request,
    });
  }
});

test('an open request of an earlier day is shown and does not stand in the way; one that has ended is not shown', async () => {
  const id = await create(api, buyer, bike);
  await daysPass(sql, 2, [id]);
  expect(await can(buyer.id, bike.id)).toMatchObject({
    can_request: true,
    reason: null,
    existing_request: { id },
  });
  await daysPass(sql, 5, [id]);
  expect(await can(buyer.id, bike.id)).toMatchObject({
    can_request: true,
    reason: null,
    existing_request: null,
  });
});

test("today's request comes before an older open one, the newest before the others", async () => {
  const oldest = await create(api, buyer, bike);
  await daysPass(sql, 2, [oldest]);
  const middle = await create(api, buyer, bike);
  expect((await can(buyer.id, bike.id)).existing_request?.id).toBe(middle);
  await daysPass(sql, 1, [middle]);
  expect((await can(buyer.id, bike.id)).existing_request?.id).toBe(middle);
  const today = await create(api, buyer, bike);
  await update(api, today, 'cancelled', seller.id);
  expect((await can(buyer.id, bike.id)).existing_request?.id).toBe(today);
});

test("someone else's request is nobody's business", async () => {
  await create(api, await person(database), bike);
  expect(await can(buyer.id, bike.id)).toMatchObject({
    can_request: true,
    reason: null,
    existing_request: null,
  });
});

test('the seller named must be the seller of the listing', async () => {
  expect((await can(buyer.id, bike.id, randomUUID())).reason).toBe('invalid_input');
  expect((await can(buyer.id, bike.id, seller.id)).can_request).toBe(true);
});

test('a listing that is missing, or none', async () => {
  expect((await can(buyer.id, randomUUID())).reason).toBe('not_found');
  expect((await can(buyer.id, null)).reason).toBe('not_found');
});

test('asking changes nothing', async () => {
  const before = await sql`select count(*) as events from callback_private.events`;
  for (let i = 0; i < 3; i++) expect((await can(buyer.id, bike.id)).can_request).toBe(true);
  expect(await sql`select count(*) as events from callback_private.events`).toEqual(before);
});

test('nobody in particular, and someone else, are refused', async () => {
  await expectRefusal(can(null, bike.id), 'unauthenticated');
  await expectRefusal(
    asUser(sql, buyer.id, (as) => as`select can_request_callback(${bike.id}, null, ${seller.id})`),
    'forbidden',
  );
});

describe('says what create_callback_request then does', () => {
  const CLEAR = {
    buyerExists: true,
    listingExists: true,
    ownListing: false,
    namedSeller: 'right',
    blocked: 'no',
    status: 'active',
    sellerPhone: '+12125550100' as string | null,
    askedToday: false,
    askedYesterday: false,
    userLimit: false,
    sellerLimit: false,
  };
  type Situation = typeof CLEAR;

  /** What can be otherwise than in a situation where nothing stands in the way; a few of these at a time. */
  const DIFFERENCES: Partial<Situation>[] = [
    ...[{ buyerExists: false }, { listingExists: false }, { ownListing: true }, { namedSeller: 'wrong' }],
    ...[{ blocked: 'by seller' }, { blocked: 'by buyer' }, { status: 'sold' }, { status: 'inactive' }],
    ...[
      { sellerPhone: null },
      { sellerPhone: '' },
      { sellerPhone: ' ' },
      { askedToday: true },
      { askedYesterday: true },
    ],
    ...[{ userLimit: true }, { sellerLimit: true }],
  ];
  const situation = fc
    .array(fc.constantFrom(...DIFFERENCES), { maxLength: 3 })
    .map((differences): Situation => Object.assign({ ...CLEAR }, ...differences));

  async function build(s: Situation) {
    const [asker, owner] = await Promise.all([person(database), person(database)]);
    const item = await listing(database, owner);
    const ask = (who: Person, what: Listing) => create(api, who, what, { requester_phone: who.phone });
    await sql`update callback_private.settings set requests_per_user_per_day = 10, requests_per_seller_per_day = 100`;
    if (s.askedYesterday) await daysPass(sql, 1, [await ask(asker, item)]);
    if (s.askedToday) await ask(asker, item);
    if (s.userLimit) await ask(asker, await listing(database, await person(database)));
    if (s.sellerLimit) await ask(await person(database), item);
    await sql`
      update callback_private.settings set
        requests_per_user_per_day = ${s.userLimit ? 1 : 10}, requests_per_seller_per_day = ${s.sellerLimit ? 1 : 100}`;
    await sql`update profiles set phone = ${s.sellerPhone} where id = ${owner.id}`;
    await sql`update listings set status = ${s.status} where id = ${item.id}`;
    if (s.blocked === 'by seller') await sql`insert into blocked_users values (${owner.id}, ${asker.id})`;
    if (s.blocked === 'by buyer') await sql`insert into blocked_users values (${asker.id}, ${owner.id})`;
    return {
      asker: {
        ...(s.ownListing ? owner : asker),
        ...(s.buyerExists ? {} : { id: randomUUID() }),
        phone: '+442079460958',
      },
      target: {
        id: s.listingExists ? item.id : randomUUID(),
        user_id: s.namedSeller === 'right' ? owner.id : randomUUID(),
      },
    };
  }

  const reached = new Set<string | null>();

  test('in any situation', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (drawn) => {
        const { asker, target } = await build(drawn);
        const { can_request, reason, existing_request } = await can(asker.id, target.id, target.user_id);
        reached.add(reason);
        expect(can_request).toBe(reason === null);
        if (can_request) await create(api, asker, target);
        else {
          const { detail } = await expectRefusal(create(api, asker, target), reason as string);
          if (reason === 'duplicate_request') expect(existing_request?.id).toBe(detail?.existing_request_id);
        }
        await sql`delete from callback_requests`;
      }),
      {
        numRuns: byForm(150, 5_000),
        examples: DIFFERENCES.map((difference): [Situation] => [{ ...CLEAR, ...difference }]),
      },
    );
  });

  test('and every obstacle was among them', () => {
    expect([...reached].sort()).toEqual(
      [
        'duplicate_request',
        'forbidden',
        'invalid_input',
        'listing_unavailable',
        'not_found',
        'own_listing',
        'rate_limited',
        'seller_unreachable',
        null,
      ].sort(),
    );
  });
});

test('the seller and the listing are shown, also where a request may not be made; nothing of them where there is no listing', async () => {
  const { seller: shown, listing: about } = await can(buyer.id, bike.id);
  expect(shown).toEqual({
    ...{ name: 'Ada Okafor', avatar_url: null, is_verified: false, usual_response_minutes: null },
  });
  expect(about).toEqual({
    ...{ title: bike.title, price: 420, currency: 'USD', image: 'https://example.com/bike.jpg' },
  });
  expect(await can(bike.user_id, bike.id)).toMatchObject({
    reason: 'own_listing',
    seller: shown,
    listing: about,
  });
  expect(await can(buyer.id, randomUUID())).toMatchObject({
    reason: 'not_found',
    seller: null,
    listing: null,
  });
});
