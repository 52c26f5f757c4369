/** What each side reads, field by field; whom the phone number reaches, and when; and that nobody writes what is not theirs. */
import { randomUUID } from 'node:crypto';
import { CallbackRequest } from '@ringback/client';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import {
  type Call,
  call,
  requestFor,
  testApp,
  testAppForTest,
  withoutDailyLimits,
} from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let buyer: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  app = await testApp(database);
  seller = await person(database, { phone: '+442079460999' });
  buyer = await person(database, { phone: '+442079460888' });
  bike = await listing(database, seller);
});
afterAll(() => app.close());

/** Of a request as its schema describes it; what of a person is shown is listed, so that nothing joins it unseen. */
const PARTIES = [
  ...['requester.id', 'requester.name', 'requester.phone', 'requester.avatar_url', 'requester.is_verified'],
  ...['seller.id', 'seller.name', 'seller.avatar_url'],
  ...['preferred_ranges.start', 'preferred_ranges.end'],
  ...['listing.id', 'listing.title', 'listing.price', 'listing.currency', 'listing.image'],
];
const OWN = Object.keys(CallbackRequest.shape).filter(
  (name) => !['requester', 'seller', 'listing', 'preferred_ranges'].includes(name),
);
const LISTED = [...OWN, ...PARTIES];
const HISTORY = ['at', 'actor', 'event_type', 'from_status', 'to_status', 'data'];
const DETAILED = [...LISTED, ...HISTORY.map((name) => `history.${name}`), 'attempts'];
const NOTIFICATION = [
  'id',
  'callback_request_id',
  'notification_type',
  'as',
  'other_name',
  'listing_title',
  'cancelled_by',
  'confirmation',
  'data',
  'title',
  'message',
  'status',
  'created_at',
  'read_at',
];
const STATS = [
  ...[
    'total_received',
    'pending',
    'acknowledged',
    'completed',
    'cancelled',
    'expired',
    'response_rate',
    'answer_rate',
    'contact_rate',
    'median_response_minutes',
  ].map((name) => `as_seller.${name}`),
  ...[
    'total_sent',
    'pending_sent',
    'acknowledged_sent',
    'completed_sent',
    'cancelled_sent',
    'expired_sent',
    'success_rate',
  ].map((name) => `as_requester.${name}`),
];
const OBSTACLE = ['reason', 'message', 'notice', 'limit', 'retry_at'];
const ELIGIBLE = [
  ...['seller.name', 'seller.avatar_url', 'seller.is_verified', 'seller.usual_response_minutes'],
  ...['listing.title', 'listing.image', 'listing.price', 'listing.currency'],
];
const page = (fields: string[]) => [...fields.map((name) => `items.${name}`), 'next_cursor'];

/** The paths of all leaves; elements of a list share one, and what an event's data has is its own. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value) && typeof value[0] === 'object')
    return [...new Set(value.flatMap((item) => fieldsOf(item, path)))];
  if (Array.isArray(value) || value === null || typeof value !== 'object' || path.endsWith('data'))
    return [path];
  return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, path ? `${path}.${name}` : name));
}

describe('fields', () => {
  let id: string;
  beforeAll(async () => {
    const { body } = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(bike),
    });
    id = body.id;
  });

  const ROUTES: [string, () => Call, string[]][] = [
    [
      'a created request',
      () => ({ method: 'POST', url: '/v1/callback-requests', body: requestFor(bike) }),
      DETAILED,
    ],
    ['one request', () => ({ url: `/v1/callback-requests/${id}` }), DETAILED],
    ['requests received', () => ({ url: '/v1/callback-requests?as=seller' }), page(LISTED)],
    ['requests sent', () => ({ url: '/v1/callback-requests?as=buyer' }), page(LISTED)],
    ['notifications', () => ({ url: '/v1/notifications' }), page(NOTIFICATION)],
    ['the unread count', () => ({ url: '/v1/notifications/unread-count' }), ['unread']],
    ['stats', () => ({ url: '/v1/stats' }), STATS],
  ];

  test.each(ROUTES)('of %s are these and no other, for each side', async (name, request, fields) => {
    for (const as of [buyer, seller]) {
      if (name === 'a created request') continue;
      const { body, status } = await call(app, { ...request(), as });
      expect(status).toBe(200);
      const isEmpty = Array.isArray(body.items) && body.items.length === 0;
      expect(fieldsOf(body).sort()).toEqual((isEmpty ? ['items', 'next_cursor'] : fields).sort());
    }
  });

  test('of a request just created and just changed are those of one request', async () => {
    const target = await listing(database, seller);
    const created = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(target),
    });
    expect(fieldsOf(created.body).sort()).toEqual([...DETAILED].sort());
    const url = `/v1/callback-requests/${created.body.id}`;
    const changed = await call(app, {
      method: 'PATCH',
      url,
      as: buyer,
      body: { status: 'cancelled', reason: 'Found one' },
    });
    const ended = DETAILED.filter((name) => !name.startsWith('preferred_ranges.'));
    expect(fieldsOf(changed.body).sort()).toEqual([...ended, 'preferred_ranges'].sort());
  });

  test('of an eligibility are these', async () => {
    const { body } = await call(app, { url: `/v1/listings/${bike.id}/eligibility`, as: buyer });
    expect(fieldsOf(body).sort()).toEqual(
      [
        'can_request',
        ...OBSTACLE,
        'urgent_left',
        'urgent_needs_trust',
        'can_ask_for_review',
        ...ELIGIBLE,
        ...LISTED.map((name) => `existing_request.${name}`),
      ].sort(),
    );
    const free = await call(app, {
      url: `/v1/listings/${(await listing(database, seller)).id}/eligibility`,
      as: buyer,
    });
    expect(free.body).toMatchObject({ can_request: true, reason: null, existing_request: null });
  });
});

describe('what the database says beyond the schema', () => {
  const statsSaying = async (json: string) => {
    const own = await testDatabase();
    await own.sql.unsafe(
      `create or replace function public.get_callback_request_stats(p_user_id uuid default null) returns json language sql as $$ select '${json}'::json $$`,
    );
    const target = await testAppForTest(own);
    return call(target, { url: '/v1/stats', as: buyer });
  };
  const side = (names: string[]) => Object.fromEntries(names.map((name) => [name.split('.')[1], 0]));
  const sides = { as_seller: side(STATS.slice(0, 10)), as_requester: side(STATS.slice(10)) };

  test('is left out', async () => {
    const answer = await statsSaying(
      JSON.stringify({ ...sides, as_seller: { ...sides.as_seller, phone: '+12125550123' }, secret: 1 }),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(sides);
  });

  test('and what it leaves out is our error, not the caller’s', async () => {
    const answer = await statsSaying(JSON.stringify({ as_seller: sides.as_seller }));
    expect(answer.status).toBe(500);
    expect(answer.body.code).toBe('internal_error');
  });
});

describe('the phone number', () => {
  const PHONE = /\+?\d[\d ()-]{6,}\d/;
  /** All that anyone can be answered about the request, as text without ids and times. */
  async function everything(as: Person, id: string): Promise<string> {
    const urls = [
      `/v1/callback-requests/${id}`,
      '/v1/callback-requests?as=seller',
      '/v1/callback-requests?as=buyer',
      '/v1/notifications',
      '/v1/stats',
      `/v1/listings/${bike.id}/eligibility`,
    ];
    const answers = await Promise.all(urls.map((url) => call(app, { url, as })));
    return answers
      .map(({ text }) => text)
      .join('\n')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+([+-]\d\d:\d\d|Z)/g, '');
  }

  test('reaches its owner, and the addressed seller while the request is open, and nobody else ever', async () => {
    const [owner, asker, stranger] = [await person(database), await person(database), await person(database)];
    const target = await listing(database, owner);
    const SHOWN = '"requester_phone":"+12125550123"';
    const created = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: asker,
      body: requestFor(target),
    });
    expect(created.text).toContain(SHOWN);
    const url = `/v1/callback-requests/${created.body.id}`;
    for (const status of [undefined, 'acknowledged', 'completed']) {
      if (status) await call(app, { method: 'PATCH', url, as: owner, body: { status } });
      const forOwner = await everything(owner, created.body.id);
      if (status === 'completed') expect(forOwner).not.toMatch(PHONE);
      else expect(forOwner).toContain(SHOWN);
      const forAsker = await everything(asker, created.body.id);
      expect(forAsker).toContain(SHOWN);
      expect(forAsker.replaceAll('+12125550123', '')).not.toMatch(PHONE);
      expect(await everything(stranger, created.body.id)).not.toMatch(PHONE);
    }
  });

  test('is not even in the answer to the seller who finishes the request', async () => {
    const [owner, asker] = [await person(database), await person(database)];
    const target = await listing(database, owner);
    const { body } = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: asker,
      body: requestFor(target),
    });
    const url = `/v1/callback-requests/${body.id}`;
    const acknowledged = await call(app, {
      method: 'PATCH',
      url,
      as: owner,
      body: { status: 'acknowledged' },
    });
    expect(acknowledged.body.requester_phone).toBe('+12125550123');
    const cancelled = await call(app, {
      method: 'PATCH',
      url,
      as: owner,
      body: { status: 'cancelled', reason: 'Sold' },
    });
    expect(cancelled.body).toMatchObject({
      requester_phone: null,
      cancelled_by: 'seller',
      cancel_reason: 'Sold',
    });
  });
});

describe('fields that are not the caller’s to write', () => {
  const OWNED = {
    id: randomUUID(),
    requester_id: randomUUID(),
    user_id: randomUUID(),
    p_requester_id: randomUUID(),
    status: 'completed',
    requested_at: '2020-01-01T00:00:00Z',
    requested_on: '2020-01-01',
    acknowledged_at: '2020-01-01T00:00:00Z',
    completed_at: '2020-01-01T00:00:00Z',
    cancelled_at: '2020-01-01T00:00:00Z',
    cancelled_by: 'seller',
    cancel_reason: 'x',
    expires_at: '2999-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    requester: {},
    seller: {},
    listing: {},
    history: [],
    role: 'service_role',
  };

  test.each(Object.entries(OWNED))('a create with %s is refused and writes nothing', async (name, value) => {
    const target = await listing(database, seller);
    const answer = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(target, { [name]: value }),
    });
    expect(answer.status).toBe(422);
    expect(answer.body.field).toBe(name);
    expect(await database.sql`select from callback_requests where listing_id = ${target.id}`).toHaveLength(0);
  });

  test.each(
    Object.entries({
      ...OWNED,
      seller_id: randomUUID(),
      requester_phone: '+12125550199',
      priority: 'urgent',
    }).filter(([name]) => name !== 'status'),
  )('a change with %s is refused and writes nothing', async (name, value) => {
    const target = await listing(database, seller);
    const { body } = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: await person(database),
      body: requestFor(target),
    });
    const url = `/v1/callback-requests/${body.id}`;
    const answer = await call(app, {
      method: 'PATCH',
      url,
      as: seller,
      body: { status: 'acknowledged', [name]: value },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.field).toBe(name);
    expect((await call(app, { url, as: seller })).body.status).toBe('pending');
  });

  test.each(['pending', 'expired', 'PENDING', '', null, 5])('nobody sets the status %s', async (status) => {
    const { body } = await call(app, { url: '/v1/callback-requests?as=seller&limit=1', as: seller });
    const answer = await call(app, {
      method: 'PATCH',
      url: `/v1/callback-requests/${body.items[0].id}`,
      as: seller,
      body: { status },
    });
    expect(answer.status).toBe(422);
  });
});
