/** The HTTP client against a real server: what it sends, and how it reads what is answered. */

import { type Handler, json, problem, raw } from '@ringback/testing/client/server.ts';
import { describe, expect, test, vi } from 'vitest';
import type { CallbackClient } from '../src/index.ts';
import { clientFor, created, failure, retryAtOnce, serving } from './support/httpClient.ts';
import {
  DETAIL,
  INPUT,
  LISTING_ID,
  NOTIFICATION,
  REQUEST,
  REQUEST_ID,
  SELLER_ID,
  STATS,
} from './support/samples.ts';

retryAtOnce();

describe('each function', () => {
  const page = { items: [REQUEST], next_cursor: 'abc' };
  const notifications = { items: [NOTIFICATION], next_cursor: null };
  const eligibility = {
    ...{ can_request: false, reason: 'duplicate_request', existing_request: REQUEST },
    ...{
      message: null,
      notice: null,
      limit: null,
      retry_at: null,
      urgent_left: null,
      urgent_needs_trust: false,
      can_ask_for_review: false,
      seller: null,
      listing: null,
    },
  };
  const calls: [string, (client: CallbackClient) => Promise<unknown>, string, Handler, unknown][] = [
    ['create', (c) => c.createCallbackRequest(INPUT), 'POST /v1/callback-requests', created, DETAIL],
    [
      'list',
      (c) => c.listCallbackRequests({ as: 'seller' }),
      'GET /v1/callback-requests?as=seller&limit=20',
      json(200, page),
      page,
    ],
    [
      'list with a filter',
      (c) => c.listCallbackRequests({ as: 'buyer', status: 'pending', limit: 5, cursor: 'a/b+c=' }),
      'GET /v1/callback-requests?as=buyer&status=pending&limit=5&cursor=a%2Fb%2Bc%3D',
      json(200, page),
      page,
    ],
    [
      'get',
      (c) => c.getCallbackRequest(REQUEST_ID),
      `GET /v1/callback-requests/${REQUEST_ID}`,
      json(200, DETAIL),
      DETAIL,
    ],
    [
      'update',
      (c) => c.updateCallbackRequestStatus(REQUEST_ID, { status: 'cancelled', reason: 'Sold.' }),
      `PATCH /v1/callback-requests/${REQUEST_ID}`,
      json(200, DETAIL),
      DETAIL,
    ],
    [
      'list with a search',
      (c) => c.listCallbackRequests({ as: 'seller', search: ' 50 % off & more ' }),
      'GET /v1/callback-requests?as=seller&search=50%20%25%20off%20%26%20more&limit=20',
      json(200, page),
      page,
    ],
    [
      'edit',
      (c) => c.editCallbackRequest(REQUEST_ID, { message: null, time_zone: 'Europe/London' }),
      `PATCH /v1/callback-requests/${REQUEST_ID}/details`,
      json(200, DETAIL),
      DETAIL,
    ],
    [
      'log a call',
      (c) => c.logCallbackAttempt(REQUEST_ID, { outcome: 'busy' }),
      `POST /v1/callback-requests/${REQUEST_ID}/attempts`,
      json(201, DETAIL),
      DETAIL,
    ],
    [
      'eligibility',
      (c) => c.getEligibility(LISTING_ID, SELLER_ID),
      `GET /v1/listings/${LISTING_ID}/eligibility?seller_id=${SELLER_ID}`,
      json(200, eligibility),
      eligibility,
    ],
    ['stats', (c) => c.getStats(), 'GET /v1/stats', json(200, STATS), STATS],
    [
      'notifications',
      (c) => c.listNotifications({ unreadOnly: true }),
      'GET /v1/notifications?limit=20&unread_only=true',
      json(200, notifications),
      notifications,
    ],
    ['unread', (c) => c.getUnreadCount(), 'GET /v1/notifications/unread-count', json(200, { unread: 7 }), 7],
    [
      'read',
      (c) => c.markNotificationRead(NOTIFICATION.id),
      `POST /v1/notifications/${NOTIFICATION.id}/read`,
      raw(204, ''),
      undefined,
    ],
    [
      'read all',
      (c) => c.markAllNotificationsRead(),
      'POST /v1/notifications/read-all',
      json(200, { marked: 2 }),
      2,
    ],
  ];

  test.each(calls)('%s', async (_, call, expected, handler, answer) => {
    const { client, requests } = await serving(handler);
    expect(await call(client)).toEqual(answer);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([expected]);
    expect(requests[0]?.headers.authorization).toBe('Bearer token');
  });

  test('sends the input as the schema reads it, and nothing that is not in it', async () => {
    const { client, requests } = await serving(created);
    await client.createCallbackRequest({ ...INPUT, requester_name: '  Ama  ', message: 'a\r\nb' });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      ...INPUT,
      requester_name: 'Ama',
      message: 'a\nb',
      priority: 'normal',
    });
    expect(requests[0]?.headers['content-type']).toBe('application/json');
  });

  test('an edit sends what is given, null too, and nothing that is left out', async () => {
    const { client, requests } = await serving(json(200, DETAIL));
    await client.editCallbackRequest(REQUEST_ID, {
      message: null,
      preferred_time: undefined,
      requester_name: ' Ama ',
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ message: null, requester_name: 'Ama' });
  });

  test('drops fields that an answer should not have', async () => {
    const { client } = await serving(
      json(200, { ...DETAIL, secret: 'x', seller: { ...DETAIL.seller, phone: '+1' } }),
    );
    expect(await client.getCallbackRequest(REQUEST_ID)).toEqual(DETAIL);
  });

  test.each(['', '/', '//', '/api', '/api/ringback/'])('is found below %j', async (prefix) => {
    const { url, requests } = await serving(json(200, STATS));
    await clientFor(url + prefix).getStats();
    expect(requests[0]?.path).toBe(`${prefix.replace(/\/+$/, '')}/v1/stats`);
  });

  test('can be taken out of the client', async () => {
    const { client } = await serving(json(200, STATS));
    const { getStats } = client;
    expect(await getStats()).toEqual(STATS);
  });
});

describe('input that cannot be right', () => {
  test.each<[string, string, (client: CallbackClient) => Promise<unknown>]>([
    [
      'a missing field',
      'requester_phone',
      (c) => c.createCallbackRequest({ ...INPUT, requester_phone: undefined as never }),
    ],
    [
      'a field too many',
      'status',
      (c) => c.createCallbackRequest({ ...INPUT, status: 'completed' } as never),
    ],
    ['a malformed id', 'id', (c) => c.getCallbackRequest('1/../../v1/stats')],
    [
      'a status that time sets',
      'status',
      (c) => c.updateCallbackRequestStatus(REQUEST_ID, { status: 'expired' as never }),
    ],
    ['a limit out of bounds', 'limit', (c) => c.listNotifications({ limit: 101 })],
    ['a broken character in a cursor', 'cursor', (c) => c.listNotifications({ cursor: '\ud800' })],
    [
      'a key that no header can hold',
      'idempotency-key',
      (c) => c.createCallbackRequest(INPUT, { idempotencyKey: 'a\nb' }),
    ],
  ])('%s is refused before anything is sent', async (_, field, call) => {
    const { client, requests } = await serving(created);
    expect(await failure(call(client))).toMatchObject({ code: 'invalid_input', field, status: 422 });
    expect(requests).toEqual([]);
  });
});

describe('refusals', () => {
  test('carry the code, the sentence and what belongs to it', async () => {
    const { client, requests } = await serving(
      problem(409, 'duplicate_request', { existing_request_id: REQUEST_ID }),
    );
    const error = await failure(client.createCallbackRequest(INPUT));
    expect(error).toMatchObject({
      code: 'duplicate_request',
      status: 409,
      existingRequestId: REQUEST_ID,
      message: 'About duplicate_request.',
      retryable: false,
    });
    expect(requests).toHaveLength(1);
  });

  test.each([
    [400, 'malformed_request'],
    [404, 'not_found'],
    [409, 'invalid_transition'],
    [413, 'payload_too_large'],
    [422, 'invalid_phone'],
  ])('%i %s is not sent again', async (status, code) => {
    const { client, requests } = await serving(problem(status, code));
    expect(await failure(client.createCallbackRequest(INPUT))).toMatchObject({ status, code });
    expect(requests).toHaveLength(1);
  });

  test.each([
    [403, 'forbidden'],
    [404, 'unexpected_answer'],
    [302, 'unexpected_answer'],
    [503, 'overloaded'],
    [502, 'unexpected_answer'],
    [429, 'rate_limited'],
  ])('%i without a body of ours becomes %s', async (status, code) => {
    const { client } = await serving(raw(status, '<h1>Bad gateway</h1>'), { maxRetries: 0 });
    expect(await failure(client.getStats())).toMatchObject({ status, code });
  });
});

describe('answers that are not answers', () => {
  test.each([
    ['nothing', raw(200, '')],
    ['a page', raw(200, '<html>')],
    ['null', raw(200, 'null')],
    ['another shape', json(200, { items: [] })],
    ['a status that does not exist', json(200, { ...DETAIL, status: 'lost' })],
  ])('%s', async (_, handler) => {
    const { client, requests } = await serving(handler);
    expect(await failure(client.getCallbackRequest(REQUEST_ID))).toMatchObject({ code: 'unexpected_answer' });
    expect(requests).toHaveLength(1);
  });
});

test('needs nothing that React Native lacks', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(JSON.stringify(DETAIL), { status: 201 }),
  );
  for (const name of [
    'crypto',
    'structuredClone',
    'URL',
    'URLSearchParams',
    'URLPattern',
    'Temporal',
    'process',
  ]) {
    vi.stubGlobal(name, undefined);
  }
  vi.stubGlobal('AbortSignal', class {});
  vi.restoreAllMocks();
  const client = clientFor('https://api.example', { fetch });
  const keys = [];
  try {
    for (let call = 0; call < 50; call++) {
      await client.createCallbackRequest(INPUT);
      keys.push(new Headers(fetch.mock.lastCall?.[1]?.headers).get('idempotency-key'));
    }
  } finally {
    vi.unstubAllGlobals();
  }
  expect(new Set(keys).size).toBe(50);
  expect(fetch.mock.lastCall?.[1]?.credentials, 'cookies stay at home').toBe('omit');
  expect(fetch.mock.lastCall?.[1]?.keepalive, 'a change outlives its page').toBe(true);
});
