/** The HTTP client against a server that dawdles, hangs up, or wants another token. */

import {
  cut,
  drop,
  type Handler,
  hang,
  inTurn,
  json,
  problem,
  raw,
} from '@ringback/testing/client/server.ts';
import { describe, expect, test, vi } from 'vitest';
import type { HttpClientOptions } from '../src/index.ts';
import { clientFor, created, failure, retryAtOnce, serving } from './support/httpClient.ts';
import { DETAIL, INPUT, REQUEST_ID, STATS } from './support/samples.ts';

retryAtOnce();

describe('trouble that passes', () => {
  test.each<[string, Handler]>([
    ['a dropped connection', drop],
    ['an answer cut short', cut],
    ['408', raw(408, '')],
    ['425', raw(425, '')],
    ['429', problem(429, 'rate_limited')],
    ['500', problem(500, 'internal_error')],
    ['502', raw(502, 'Bad gateway')],
    ['503', problem(503, 'overloaded')],
    ['504', raw(504, '')],
  ])('%s is tried again, with the same key', async (_, trouble) => {
    const { client, requests } = await serving(inTurn(trouble, trouble, created));
    expect(await client.createCallbackRequest(INPUT)).toEqual(DETAIL);
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\x21-\x7e]{16,255}$/);
  });

  test('each call has its own key, unless the caller names one', async () => {
    const { client, requests } = await serving(created);
    await client.createCallbackRequest(INPUT);
    await client.createCallbackRequest(INPUT);
    await client.updateCallbackRequestStatus(REQUEST_ID, { status: 'completed' });
    await client.createCallbackRequest(INPUT, { idempotencyKey: 'mine' });
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe('mine');
  });

  test('is given up after the last retry', async () => {
    const { client, requests } = await serving(drop, { maxRetries: 2 });
    expect(await failure(client.getStats())).toMatchObject({
      code: 'network_error',
      status: 0,
      retryable: true,
    });
    expect(requests).toHaveLength(3);
  });

  test('nobody listens', async () => {
    const client = clientFor('http://127.0.0.1:1', { maxRetries: 1 });
    expect(await failure(client.getStats())).toMatchObject({ code: 'network_error' });
  });

  test.each<[string, () => Handler]>([
    ['seconds', () => problem(503, 'overloaded', {}, { 'retry-after': '1' })],
    ['a date', () => raw(503, '', { 'retry-after': new Date(Date.now() + 2_000).toUTCString() })],
    ['a field of the body', () => problem(503, 'overloaded', { retry_after_seconds: 1 })],
  ])('waits as long as Retry-After says (%s)', async (_, busy) => {
    const { client, requests } = await serving(inTurn(busy(), json(200, STATS)));
    const start = performance.now();
    await client.getStats();
    expect(performance.now() - start).toBeGreaterThan(900);
    expect(requests).toHaveLength(2);
  });

  test('does not wait for longer than the call may take', async () => {
    const { client, requests } = await serving(
      problem(429, 'rate_limited', { limit: 'requests_per_user_per_day' }, { 'retry-after': '3600' }),
    );
    const error = await failure(client.createCallbackRequest(INPUT));
    expect(error).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 3600,
      limit: 'requests_per_user_per_day',
    });
    expect(requests).toHaveLength(1);
  });

  test('the waits grow, and are drawn at random below their bound', async () => {
    vi.restoreAllMocks();
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { client } = await serving(drop);
    const start = performance.now();
    await failure(client.getStats());
    expect(random).toHaveBeenCalledTimes(3);
    expect(performance.now() - start).toBeGreaterThan((250 + 500 + 1000) * 0.5 - 50);
  });
});

describe('time', () => {
  test('a server that hangs is given up, then tried again', async () => {
    const { client, requests } = await serving(inTurn(hang, json(200, STATS)), { timeoutMs: 300 });
    expect(await client.getStats()).toEqual(STATS);
    expect(requests).toHaveLength(2);
  });

  test.each<[string, Partial<HttpClientOptions>]>([
    ['the server hangs', {}],
    ['the token never comes', { getToken: () => new Promise(() => {}) }],
    ['fetch ignores its signal', { fetch: () => new Promise(() => {}) }],
  ])('a call ends within three times the timeout when %s', async (_, options) => {
    const { client } = await serving(hang, { timeoutMs: 200, maxRetries: 99, ...options });
    const start = performance.now();
    expect(await failure(client.getStats())).toMatchObject({ code: 'timeout', status: 0 });
    expect(performance.now() - start).toBeGreaterThan(550);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('abort', () => {
  test('before the call: nothing is sent', async () => {
    const { client, requests } = await serving(created);
    const signal = AbortSignal.abort('why');
    expect(await failure(client.createCallbackRequest(INPUT, { signal }))).toMatchObject({
      code: 'aborted',
      cause: 'why',
    });
    expect(requests).toEqual([]);
  });

  test('by a signal that tells no reason, as in React Native', async () => {
    const { client } = await serving(created);
    const signal = AbortSignal.abort();
    Object.defineProperty(signal, 'reason', { value: undefined });
    const error = await failure(client.getStats({ signal }));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(error).not.toHaveProperty('cause');
  });

  test('during the call, and it is not tried again', async () => {
    const controller = new AbortController();
    const { client, requests } = await serving((response) => {
      response.on('close', () => closed());
      controller.abort();
    });
    let closed = () => {};
    const hungUp = new Promise<void>((resolve) => {
      closed = resolve;
    });
    expect(await failure(client.getStats({ signal: controller.signal }))).toMatchObject({ code: 'aborted' });
    await hungUp;
    expect(requests).toHaveLength(1);
  });

  test('between two attempts', async () => {
    const controller = new AbortController();
    const { client, requests } = await serving((response, request) => {
      setTimeout(() => controller.abort(), 50);
      return problem(503, 'overloaded', {}, { 'retry-after': '10' })(response, request);
    });
    const start = performance.now();
    expect(await failure(client.getStats({ signal: controller.signal }))).toMatchObject({ code: 'aborted' });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(requests).toHaveLength(1);
  });
});

describe('the token', () => {
  const bearer: Handler = (response, request) =>
    request.headers.authorization === 'Bearer fresh'
      ? json(200, STATS)(response, request)
      : problem(401, 'unauthenticated')(response, request);

  test('is refreshed once when it is refused', async () => {
    const getToken = vi.fn(({ refresh }: { refresh: boolean }) => (refresh ? 'fresh' : 'stale'));
    const onUnauthenticated = vi.fn();
    const { client, requests } = await serving(bearer, { getToken, onUnauthenticated });
    expect(await client.getStats()).toEqual(STATS);
    expect(getToken.mock.calls).toEqual([[{ refresh: false }], [{ refresh: true }]]);
    expect(requests).toHaveLength(2);
    expect(onUnauthenticated).not.toHaveBeenCalled();
  });

  test('that is refused again ends the call', async () => {
    const onUnauthenticated = vi.fn();
    const { client, requests } = await serving(bearer, { onUnauthenticated });
    expect(await failure(client.getStats())).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(requests).toHaveLength(2);
    expect(onUnauthenticated).toHaveBeenCalledTimes(1);
  });

  test('that is not there keeps the call from being sent', async () => {
    const onUnauthenticated = vi.fn();
    const { client, requests } = await serving(bearer, { getToken: async () => null, onUnauthenticated });
    expect(await failure(client.getStats())).toMatchObject({ code: 'unauthenticated' });
    expect(requests).toEqual([]);
    expect(onUnauthenticated).toHaveBeenCalledTimes(1);
  });

  test('that cannot be had says why', async () => {
    const cause = new Error('refresh token expired');
    const { client } = await serving(bearer, { getToken: () => Promise.reject(cause) });
    expect(await failure(client.getStats())).toMatchObject({ code: 'unauthenticated', cause });
  });
});
