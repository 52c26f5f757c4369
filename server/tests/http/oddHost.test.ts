/** One odd row of the marketplace's takes nothing down: its request is made, listed and read, with null where no answer can hold the value. */
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let db: TestDatabase;
let app: App;
let buyer: Person;
let seller: Person;
let bike: Listing;

beforeAll(async () => {
  db = await testDatabase();
  app = await testApp(db);
  buyer = await person(db);
  seller = await person(db);
  bike = await listing(db, seller);
});
afterAll(() => app.close());

/** In place of the view's expression; the rest is an ordinary row. */
const PROFILE = {
  ...{ id: 'id', full_name: `'Mary Abara'`, phone: 'phone', email: 'email', avatar_url: 'null::text' },
  ...{
    is_verified: 'true',
    trust_score: '1.0',
    is_active: 'true',
    created_at: 'now()',
    time_zone: `'UTC'`,
    locale: `'en'`,
  },
};
const LISTING = {
  ...{
    id: 'id',
    seller_id: 'user_id',
    title: `'Bike'`,
    price: '1.0',
    currency: `'USD'`,
    category: 'null::text',
  },
  ...{ image_url: 'null::text', is_available: 'true', location: 'null::text', country: 'null::text' },
  ...{ url: 'null::text', phone: 'null::text' },
};
const TYPES: Record<string, string> = {
  ...{ price: 'numeric', trust_score: 'numeric', created_at: 'timestamptz' },
  ...{ is_verified: 'boolean', is_available: 'boolean', is_active: 'boolean' },
};

const selecting = (columns: Record<string, string>) =>
  Object.entries(columns)
    .map(([name, value]) => `(${value})${/id$/.test(name) ? '' : `::${TYPES[name] ?? 'text'}`} as ${name}`)
    .join(', ');

async function readHost(profile: Partial<typeof PROFILE>, item: Partial<typeof LISTING>): Promise<void> {
  await db.sql
    .unsafe(`
      drop view callback_private.host_profiles, callback_private.host_listings;
      create view callback_private.host_profiles as select ${selecting({ ...PROFILE, ...profile })} from public.profiles;
      create view callback_private.host_listings as select ${selecting({ ...LISTING, ...item })} from public.listings;`)
    .simple();
}

const LONG = `repeat('x', 10000)`;
const READ: [
  oddity: string,
  profile: Partial<typeof PROFILE>,
  item: Partial<typeof LISTING>,
  shown: object,
][] = [
  ['a price that is no number', {}, { price: `'NaN'` }, { listing: { price: null } }],
  ['an infinite price', {}, { price: `'Infinity'` }, { listing: { price: null } }],
  ['a price below all', {}, { price: `'-Infinity'` }, { listing: { price: null } }],
  ['a price of 400 digits', {}, { price: '1e400' }, { listing: { price: null } }],
  ['no price', {}, { price: 'null' }, { listing: { price: null } }],
  ['a currency in small letters', {}, { currency: `' usd '` }, { listing: { currency: 'USD' } }],
  ['a currency that is none', {}, { currency: LONG }, { listing: { currency: 'xxxxxxxxxx' } }],
  ['a blank currency', {}, { currency: `'  '` }, { listing: { currency: null } }],
  ['a long title', {}, { title: LONG }, { listing: { title: 'x'.repeat(300) } }],
  ['a blank title', {}, { title: `' '` }, { listing: { title: null } }],
  ['a long picture', {}, { image_url: LONG }, { listing: { image: null } }],
  [
    'a blank picture',
    { avatar_url: `''` },
    { image_url: `' '` },
    { listing: { image: null }, seller: { avatar_url: null } },
  ],
  ['long texts of no use', {}, { category: LONG, location: LONG, country: LONG, url: LONG, phone: LONG }, {}],
  ['a long name', { full_name: LONG }, {}, { seller: { name: 'x'.repeat(100) } }],
  ['no name', { full_name: 'null' }, {}, { seller: { name: null } }],
  ['a trust that is no number', { trust_score: `'NaN'`, is_verified: 'null' }, {}, {}],
  ['someone who joined at the end of time', { created_at: `'infinity'` }, {}, {}],
  ['a zone and a language that are none', { time_zone: LONG, locale: `'EN_us!'` }, {}, {}],
  ['a long address', { email: LONG, avatar_url: LONG }, {}, { seller: { avatar_url: null } }],
];

test.each(READ)('%s', async (_oddity, profile, item, shown) => {
  await readHost(profile, item);
  const made = await call(app, {
    ...{ method: 'POST', url: '/v1/callback-requests', as: buyer },
    body: {
      ...{ listing_id: bike.id, seller_id: seller.id },
      ...{ requester_phone: '+442079460958', requester_name: 'Ada' },
    },
  });
  expect(made).toMatchObject({ status: 201, body: shown });
  for (const as of ['seller', 'buyer'] as const) {
    const list = await call(app, {
      url: `/v1/callback-requests?as=${as}`,
      as: as === 'seller' ? seller : buyer,
    });
    expect(list).toMatchObject({
      status: 200,
      body: { items: expect.arrayContaining([expect.objectContaining({})]) },
    });
  }
  expect((await call(app, { url: '/v1/notifications', as: seller })).status).toBe(200);
  expect((await call(app, { url: `/v1/listings/${bike.id}/eligibility`, as: buyer })).status).toBe(200);
  await db.sql`delete from public.callback_requests`;
});
