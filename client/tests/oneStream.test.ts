/** The windows of a browser share a stream. Node has the browser's locks and channels; each client here is a window. */

import { type Handler, startServer } from '@ringback/testing/client/server.ts';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type CallbackEvent, createCallbackClient, type LiveStatus } from '../src/index.ts';
import { audienceOf } from '../src/live/oneStream.ts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (sub: string, claims: object = {}) => `e30.${encoded({ sub, ...claims })}.x`;
const unread = (count: number) => `event: unread\ndata: {"unread":${count}}\n\n`;

/** A server whose streams stay open; `send` writes to all of them. */
async function openServer() {
  type Stream = Parameters<Handler>[0];
  const streams = new Set<Stream>();
  const people = new Map<string, Stream>();
  const server = await startServer((response, request) => {
    const [, claims = ''] = String(request.headers.authorization).split('.');
    if (claims) people.set(JSON.parse(Buffer.from(claims, 'base64url').toString()).sub, response);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(unread(0));
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  return {
    url: server.url,
    streams,
    people,
    send(text: string) {
      for (const stream of streams) stream.write(text);
    },
  };
}

type Server = Awaited<ReturnType<typeof openServer>>;

function openWindow(server: Server, getToken: () => string | null) {
  const events: CallbackEvent[] = [];
  const statuses: LiveStatus[] = [];
  const client = createCallbackClient({ baseUrl: server.url, getToken });
  const close = client.subscribe?.((event) => events.push(event), {
    onStatus: (status) => statuses.push(status),
  });
  onTestFinished(() => close?.());
  return { events, statuses, close: () => close?.() };
}

beforeEach(() => {
  vi.stubGlobal('document', {});
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('eight windows of a person have one stream, and all hear it', async () => {
  const server = await openServer();
  const windows = Array.from({ length: 8 }, (_, place) =>
    openWindow(server, () => tokenOf('ama', { iat: place, exp: place + 60, jti: `token ${place}` })),
  );
  for (const { statuses } of windows) await expect.poll(() => statuses.at(-1)).toBe('connected');
  expect(server.streams.size).toBe(1);
  server.send(unread(7));
  for (const { events } of windows)
    await expect.poll(() => events.at(-1)).toEqual({ type: 'notifications', unread: 7 });
});

test('when the window with the stream is closed another takes over, and what was missed is read again', async () => {
  const server = await openServer();
  const first = openWindow(server, () => tokenOf('ama'));
  await expect.poll(() => first.statuses.at(-1)).toBe('connected');
  const second = openWindow(server, () => tokenOf('ama'));
  await expect.poll(() => second.statuses.at(-1)).toBe('connected');
  first.close();
  await expect.poll(() => second.events).toContainEqual({ type: 'reset' });
  await expect.poll(() => server.streams.size).toBe(1);
  server.send(unread(3));
  await expect.poll(() => second.events.at(-1)).toEqual({ type: 'notifications', unread: 3 });
  expect(first.events).not.toContainEqual({ type: 'notifications', unread: 3 });
});

test('people do not hear each other, and the fourth waits until one of the others is closed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const server = await openServer();
  const windows = ['ama', 'kofi', 'noor'].map((sub) => openWindow(server, () => tokenOf(sub)));
  for (const { statuses } of windows) await expect.poll(() => statuses.at(-1)).toBe('connected');
  const fourth = openWindow(server, () => tokenOf('ada'));
  await expect.poll(() => fourth.statuses.at(-1)).toBe('waiting');
  expect(server.streams.size).toBe(3);
  windows[1]?.close();
  await expect.poll(() => server.streams.size).toBe(2);
  await vi.advanceTimersByTimeAsync(15_000);
  await expect.poll(() => fourth.statuses.at(-1)).toBe('connected');
  expect(server.streams.size).toBe(3);
});

test('a token that is no JWT is not shared', async () => {
  const server = await openServer();
  const windows = [openWindow(server, () => 'opaque'), openWindow(server, () => 'opaque')];
  for (const { statuses } of windows) await expect.poll(() => statuses.at(-1)).toBe('connected');
  expect(server.streams.size).toBe(2);
});

test('when another person signs in, the others hear nothing of that', async () => {
  const server = await openServer();
  let person = 'ama';
  const first = openWindow(server, () => tokenOf(person));
  await expect.poll(() => first.statuses.at(-1)).toBe('connected');
  const second = openWindow(server, () => tokenOf('ama'));
  await expect.poll(() => second.statuses.at(-1)).toBe('connected');
  person = 'kofi';
  for (const stream of server.streams) stream.destroy();
  await expect.poll(() => server.streams.size).toBe(2);
  await expect.poll(() => second.events).toContainEqual({ type: 'reset' });
  server.people.get('kofi')?.write(unread(9));
  await expect.poll(() => first.events.at(-1)).toEqual({ type: 'notifications', unread: 9 });
  expect(second.events).not.toContainEqual({ type: 'notifications', unread: 9 });
});

test('the audience is whom a token is for, not which token it is', async () => {
  const audience = await audienceOf(tokenOf('Zoë', { role: 'user', iat: 1, exp: 2, jti: 'a' }));
  expect(audience).toMatch(/^[0-9a-f]{64}$/);
  expect(await audienceOf(tokenOf('Zoë', { jti: 'b', exp: 9, iat: 5, role: 'user' }))).toBe(audience);
  for (const other of [tokenOf('Zoe', { role: 'user' }), tokenOf('Zoë', { role: 'admin' })])
    expect(await audienceOf(other)).not.toBe(audience);
  for (const opaque of ['token', '', 'a.b.c', `x.${Buffer.from('7').toString('base64url')}.y`])
    expect(await audienceOf(opaque)).toBeUndefined();
});
