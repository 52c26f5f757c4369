/** Subscribing over HTTP: what is told, and that a connection that breaks is taken up again where it was. */

import {
  drop,
  type Handler,
  hang,
  inTurn,
  problem,
  raw,
  startServer,
} from '@ringback/testing/client/server.ts';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  type CallbackEvent,
  createCallbackClient,
  type HttpClientOptions,
  type LiveStatus,
} from '../src/index.ts';
import { createEventReader } from '../src/live/sse.ts';
import { REQUEST_ID } from './support/samples.ts';

const happened_at = '2026-11-22T14:52:15.123456+00:00';
const message = {
  id: 1,
  event_type: 'status_changed',
  callback_request_id: REQUEST_ID,
  as: 'seller',
  status: 'acknowledged',
  happened_at,
};
const told = {
  type: 'request',
  event_type: 'status_changed',
  callback_request_id: REQUEST_ID,
  status: 'acknowledged',
  happened_at,
};
const requestText = (id: string) => `event: request\nid: ${id}\ndata: ${JSON.stringify(message)}\n\n`;
const UNREAD = 'event: unread\nid: 5-0\ndata: {"unread":2}\n\n';
const END = 'event: end\ndata: {"reason":"token_expired"}\n\n';

/** Sends these pieces and keeps the answer open. */
const streaming =
  (...pieces: string[]): Handler =>
  async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

/** Sends these pieces and breaks off. */
const breaking =
  (...pieces: string[]): Handler =>
  async (response, request) => {
    await streaming(...pieces)(response, request);
    response.destroy();
  };

async function subscribed(handler: Handler, options: Partial<HttpClientOptions> = {}) {
  const server = await startServer(handler);
  const events: CallbackEvent[] = [];
  const statuses: LiveStatus[] = [];
  const client = createCallbackClient({
    baseUrl: server.url,
    getToken: () => 'token',
    timeoutMs: 5_000,
    ...options,
  });
  const stop = client.subscribe?.((event) => events.push(event), {
    onStatus: (status) => statuses.push(status),
  });
  onTestFinished(() => stop?.());
  return { ...server, events, statuses, stop };
}

beforeEach(() => {
  // Jitter draws from Math.random; with 0 the next attempt follows at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  return () => vi.restoreAllMocks();
});

describe('subscribe', () => {
  test('tells requests, counts and resets, however the text is cut', async () => {
    const text = `retry: 10\n\n${UNREAD}: alive\nid: 6-0\n\n${requestText('7-1')}event: later\ndata: 1\n\nevent: reset\ndata: {}\n\n`;
    const { events, statuses, requests } = await subscribed(streaming(...(text.match(/.{1,37}/gs) ?? [])));
    await expect.poll(() => events).toEqual([{ type: 'notifications', unread: 2 }, told, { type: 'reset' }]);
    expect(statuses).toEqual(['connecting', 'connected']);
    expect(requests[0]).toMatchObject({ method: 'GET', path: '/v1/stream' });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer token' });
    expect(requests[0]?.headers['last-event-id']).toBeUndefined();
  });

  test('goes on after the last id; what was cut off in the middle is not told', async () => {
    const cutOff = breaking(UNREAD, requestText('7-1'), 'event: request\nid: 8-1\nda');
    const { events, requests, statuses } = await subscribed(inTurn(cutOff, streaming(requestText('8-1'))));
    await expect.poll(() => events).toHaveLength(3);
    expect(requests[1]?.headers['last-event-id']).toBe('7-1');
    expect(statuses).toEqual(['connecting', 'connected', 'connecting', 'connected']);
  });

  test('says that it is offline and comes back', async () => {
    const { statuses } = await subscribed(inTurn(drop, problem(503, 'overloaded'), streaming(UNREAD)));
    await expect.poll(() => statuses.at(-1)).toBe('connected');
    expect(statuses).toEqual(['connecting', 'offline', 'connecting', 'offline', 'connecting', 'connected']);
  });

  test('waits as long as Retry-After asks', async () => {
    const busy = problem(429, 'rate_limited', {}, { 'retry-after': '30' });
    const { requests, statuses } = await subscribed(inTurn(busy, streaming(UNREAD)));
    await expect.poll(() => statuses).toContain('offline');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(requests).toHaveLength(1);
  });

  test('asks for a fresh token when the last one is refused or has ended', async () => {
    const getToken = vi.fn(({ refresh }: { refresh: boolean }) => (refresh ? 'fresh' : 'stale'));
    const handler = inTurn(problem(401, 'unauthenticated'), breaking(UNREAD, END), streaming(UNREAD));
    const { requests } = await subscribed(handler, { getToken });
    await expect.poll(() => requests).toHaveLength(3);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer stale',
      'Bearer fresh',
      'Bearer fresh',
    ]);
  });

  test('sends nothing while nobody is signed in', async () => {
    const { requests, statuses } = await subscribed(hang, { getToken: () => null });
    await expect.poll(() => statuses).toContain('offline');
    expect(requests).toEqual([]);
  });

  test('gives up a connection that never answers', async () => {
    const { statuses } = await subscribed(inTurn(hang, streaming(UNREAD)), { timeoutMs: 50 });
    await expect.poll(() => statuses.at(-1)).toBe('connected');
    expect(statuses).toContain('offline');
  });

  test('a broken message is a broken connection', async () => {
    const nonsense = streaming(UNREAD, 'event: request\nid: 9-1\ndata: {"id":\n\n');
    const { requests } = await subscribed(inTurn(nonsense, streaming()));
    await expect.poll(() => requests).toHaveLength(2);
  });

  test('tells nothing after it was stopped, and hangs up', async () => {
    const closed = vi.fn();
    const handler: Handler = async (response, request) => {
      response.on('close', closed);
      await streaming(UNREAD)(response, request);
    };
    const { events, statuses, stop } = await subscribed(handler);
    await expect.poll(() => events).toHaveLength(1);
    stop?.();
    await expect.poll(() => closed).toHaveBeenCalled();
    expect([events.length, statuses.at(-1)]).toEqual([1, 'connected']);
  });

  test('says that it cannot: a fetch without streaming, a server without the route', async () => {
    const platform = await subscribed(hang, { streaming: false });
    expect([platform.statuses, platform.requests]).toEqual([['unsupported'], []]);
    const server = await subscribed(problem(404, 'not_found'));
    await expect.poll(() => server.statuses).toEqual(['connecting', 'unsupported']);
  });

  test('is connected only when something has come, whatever the headers promise', async () => {
    const heldBack: Handler = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    };
    const { statuses } = await subscribed(inTurn(heldBack, streaming(UNREAD)), { timeoutMs: 200 });
    await expect.poll(() => statuses.at(-1)).toBe('connected');
    expect(statuses).toEqual(['connecting', 'offline', 'connecting', 'connected']);
  });

  const NOT_OURS: [string, Handler][] = [
    ['a page', raw(200, '<html></html>', { 'content-type': 'text/html' })],
    ['a page without a type', raw(200, 'hello')],
    ['204', raw(204, '')],
    ['an end at once', raw(200, '', { 'content-type': 'text/event-stream' })],
    ['a comment and an end', raw(200, ': hello\n\n', { 'content-type': 'text/event-stream' })],
    ['a proxy’s 404', raw(404, '<html></html>', { 'content-type': 'text/html' })],
  ];
  test('what is no stream is tried again, more and more seldom, and makes nothing be fetched', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const all = await Promise.all(NOT_OURS.map(([, handler]) => subscribed(handler)));
    await new Promise((resolve) => setTimeout(resolve, 3_500)); // attempts at 0, 1 and 3 s
    for (const [place, { requests, events, statuses }] of all.entries()) {
      const [what] = NOT_OURS[place] ?? [];
      expect(requests, what).toHaveLength(3);
      expect(events.length, what).toBeLessThanOrEqual(2);
      expect(statuses.at(-1), what).toBe('offline');
    }
  });

  test('comes back when a proxy’s 404 is over', async () => {
    const { statuses } = await subscribed(inTurn(raw(404, ''), streaming(UNREAD)));
    await expect.poll(() => statuses.at(-1)).toBe('connected');
  });

  test('reads everything again after a connection that left nothing to resume from', async () => {
    const noId = 'event: unread\ndata: {"unread":2}\n\n';
    const { events } = await subscribed(inTurn(breaking(noId), streaming(UNREAD)));
    await expect
      .poll(() => events.map(({ type }) => type))
      .toEqual(['notifications', 'reset', 'notifications']);
  });
});

test('the reader takes every line ending, and data of several lines', () => {
  const reader = createEventReader();
  expect(reader.read('event: a\r\nid: 1\r\ndata: x\r\ndata:y\r\n\r\ndata\n\nid: 2\n')).toEqual([
    { event: 'a', data: 'x\ny' },
    { event: 'message', data: '' },
  ]);
  expect(reader.lastEventId).toBe('1');
  reader.read('\nretry: 7\nretry: soon\n');
  expect([reader.lastEventId, reader.retryMs]).toEqual(['2', 7]);
});
