/** One request as each side reads it: its exact shape, its history, and when the buyer's number is shown. */
import { randomUUID } from 'node:crypto';
import {
  asUser,
  create,
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
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let seller: Person;
let buyer: Person;
let bike: Listing;
/** Every column that an answer holds, without a value. */
let empty: Record<string, null>;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await sql`update callback_private.settings set requests_per_phone_per_day = 100`;
  seller = await person(database, {
    first_name: 'Sam',
    last_name: 'Lund',
    avatar_url: 'https://example.com/sam.jpg',
  });
  bike = await listing(database, seller, { title: 'Road bike', price: '420.50', currency: 'EUR' });
  const columns = await sql<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = 'callback_requests'::regclass and attnum > 0 and attname <> all (callback_private.private_columns())`;
  empty = Object.fromEntries(columns.map(({ name }) => [name, null]));
});
beforeEach(async () => {
  buyer = await person(database, { phone: '+442079460958', avatar_url: 'https://example.com/ada.jpg' });
});

const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/);
const overdue = (id: string) => sql`
  update callback_requests set requested_at = requested_at - interval '8 days', requested_on = requested_on - 8,
    acknowledged_at = acknowledged_at - interval '8 days', expires_at = now() - interval '1 day' where id = ${id}`;

test('the whole shape, as the seller reads it', async () => {
  const id = await create(api, buyer, bike, {
    message: 'Is it still there?',
    callback_reason: 'availability_check',
    preferred_time: 'evening',
    preferred_days: ['Friday'],
    time_zone: 'Europe/London',
    priority: 'high',
  });
  expect(await get(api, id, seller.id)).toEqual({
    ...empty,
    id,
    status: 'pending',
    priority: 'high',
    requester_id: buyer.id,
    seller_id: seller.id,
    listing_id: bike.id,
    requester_name: 'Ada Okafor',
    requester_phone: '+442079460958',
    requester_phone_masked: null,
    preferred_time: 'evening',
    preferred_days: ['Friday'],
    time_zone: 'Europe/London',
    preferred_ranges: expect.any(Array),
    is_preferred_now: expect.any(Boolean),
    message: 'Is it still there?',
    callback_reason: 'availability_check',
    requested_at: ISO_TIME,
    expires_at: ISO_TIME,
    updated_at: ISO_TIME,
    requester: {
      id: buyer.id,
      name: 'Ada Okafor',
      phone: '+442079460958',
      avatar_url: 'https://example.com/ada.jpg',
      is_verified: false,
    },
    seller: { id: seller.id, name: 'Sam Lund', avatar_url: 'https://example.com/sam.jpg' },
    listing: {
      id: bike.id,
      title: 'Road bike',
      price: 420.5,
      currency: 'EUR',
      image: 'https://example.com/bike.jpg',
    },
    history: [
      {
        at: ISO_TIME,
        actor: 'buyer',
        event_type: 'request_created',
        from_status: null,
        to_status: 'pending',
        data: {},
      },
    ],
    attempts: [],
    ...{ attempts_count: 0, last_attempt: null, undo_until: null, confirmation: null },
    ...{ seller_note: null, snoozed_until: null },
    ...{
      can_extend: false,
      is_being_checked: false,
      is_waiting_for_code: false,
      phone_code: null,
      can_confirm_until: null,
      may_request_again_at: null,
    },
  });
});

test('what was left out is null', async () => {
  const request = await get(api, await create(api, buyer, bike), buyer.id);
  expect(request).toMatchObject({
    preferred_time: null,
    preferred_days: null,
    time_zone: null,
    message: null,
    callback_reason: null,
  });
});

test('times are the same for every session zone', async () => {
  const id = await create(api, buyer, bike);
  const request = await get(api, id, buyer.id);
  const elsewhere = await asUser(sql, buyer.id, async (as) => {
    await as`set local time zone 'Asia/Kathmandu'`;
    return get(as, id, buyer.id);
  });
  expect(new Date(elsewhere.requested_at)).toEqual(new Date(request.requested_at));
  expect(Date.parse(request.expires_at) - Date.parse(request.requested_at)).toBe(7 * 86_400_000);
});

test('the buyer reads the same, their own number too, and never the seller’s', async () => {
  const id = await create(api, buyer, bike);
  const [sellers, buyers] = [await get(api, id, seller.id), await get(api, id, buyer.id)];
  expect(buyers.requester_phone).toBe(buyer.phone);
  expect(buyers).toEqual({ ...sellers, can_extend: true });
  expect(JSON.stringify(buyers)).not.toContain(String(seller.phone));
});

describe("the buyer's number is shown to the buyer, and to the seller while the request is open", () => {
  const phones = async (id: string, reader: Person) => {
    const { requester_phone, requester } = await get(api, id, reader.id);
    return [requester_phone, requester.phone];
  };

  test.each([
    ['pending', async () => {}, true],
    ['acknowledged', (id: string) => update(api, id, 'acknowledged', seller.id), true],
    ['completed', (id: string) => update(api, id, 'completed', seller.id), false],
    ['declined', (id: string) => update(api, id, 'cancelled', seller.id), false],
    ['withdrawn', (id: string) => update(api, id, 'cancelled', buyer.id), false],
    ['overdue', overdue, false],
  ])('%s', async (_, step, isShown) => {
    const id = await create(api, buyer, bike);
    await step(id);
    expect(await phones(id, seller)).toEqual(isShown ? [buyer.phone, buyer.phone] : [null, null]);
    expect(await phones(id, buyer)).toEqual([buyer.phone, buyer.phone]);
  });
});

describe('history', () => {
  const history = async (id: string) => {
    const { history } = await get(api, id, buyer.id);
    return history?.map(({ actor, from_status, to_status, data }) => [
      actor,
      from_status,
      to_status,
      data.reason ?? null,
    ]);
  };

  test('tells each step, by whom and why', async () => {
    const id = await create(api, buyer, bike);
    await update(api, id, 'acknowledged', seller.id);
    await update(api, id, 'acknowledged', seller.id);
    await update(api, id, 'cancelled', buyer.id, 'Found another');
    expect(await history(id)).toEqual([
      ['buyer', null, 'pending', null],
      ['seller', 'pending', 'acknowledged', null],
      ['buyer', 'acknowledged', 'cancelled', 'Found another'],
    ]);
  });

  test('says at once that time has run out, and the same after the job', async () => {
    const id = await create(api, buyer, bike);
    await update(api, id, 'acknowledged', seller.id);
    await overdue(id);
    const expected = [
      ['buyer', null, 'pending', null],
      ['seller', 'pending', 'acknowledged', null],
      ['system', 'acknowledged', 'expired', null],
    ];
    expect(await history(id)).toEqual(expected);
    expect((await get(api, id, buyer.id)).status).toBe('expired');
    await api`select expire_callback_requests()`;
    expect(await history(id)).toEqual(expected);
  });
});

test('what is missing and what is not yours look the same', async () => {
  const [id, stranger] = [await create(api, buyer, bike), await person(database)];
  const missing = await expectRefusal(get(api, randomUUID(), stranger.id), 'not_found');
  expect(missing.status).toBe(404);
  expect(await expectRefusal(get(api, id, stranger.id), 'not_found')).toEqual(missing);
  expect(await expectRefusal(get(api, null, stranger.id), 'not_found')).toEqual(missing);
  await get(api, id, buyer.id);
});

test('a listing that has changed since shows as it is now; the name is the one that the buyer gave', async () => {
  const item = await listing(database, seller);
  const id = await create(api, buyer, item, { requester_name: 'A. Okafor' });
  await sql`update listings set title = 'Sold bike', price = null, images = '{}' where id = ${item.id}`;
  const request = await get(api, id, buyer.id);
  expect(request.listing).toMatchObject({ title: 'Sold bike', price: null, image: null });
  expect(request.requester).toMatchObject({ name: 'A. Okafor' });
});
