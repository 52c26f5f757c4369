/** Live updates: told at once, told surely, to the right people, and within bounds. */

import {
  create,
  listing,
  makeItNoon,
  openTransaction,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import {
  call,
  closeNow,
  requestFor,
  testApp,
  testAppForTest,
  withoutDailyLimits,
} from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';
import { STREAMS_PER_USER } from '../../src/live/registry.ts';
import { ringbackApi } from '../support/process.ts';
import { openStream, type StreamOptions } from '../support/streams.ts';

let database: TestDatabase;
let app: App;
let origin: string;
let seller: Person;
let buyer: Person;
let bike: Awaited<ReturnType<typeof listing>>;

const CURSOR = /^\d+:\d+:[\d,]*(\/\d+-\d+)?$/;

const listen = (which: App) => which.listen({ host: '127.0.0.1', port: 0 });

beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  await withoutDailyLimits(database);
  app = await testApp(database);
  origin = await listen(app);
});
afterAll(() => closeNow(app));
beforeEach(async () => {
  [seller, buyer] = [await person(database), await person(database)];
  bike = await listing(database, seller);
});

const open = (options: StreamOptions) => openStream(origin, options);
const ask = () =>
  call(app, { method: 'POST', url: '/v1/callback-requests', as: buyer, body: requestFor(bike) });
const change = (id: string, status: string, as: Person) =>
  call(app, { method: 'PATCH', url: `/v1/callback-requests/${id}`, as, body: { status } });

describe('a stream', () => {
  test('tells both sides what happens to their requests, and nothing personal', async () => {
    const [sellers, buyers] = [await open({ as: seller }), await open({ as: buyer })];
    const { body } = await ask();
    expect(await sellers.next('request')).toEqual({
      event: 'request',
      id: expect.stringMatching(CURSOR),
      data: {
        id: expect.any(Number),
        event_type: 'request_created',
        callback_request_id: body.id,
        as: 'seller',
        status: 'pending',
        happened_at: expect.any(String),
      },
    });
    expect((await buyers.next('request')).data).toMatchObject({ as: 'buyer', status: 'pending' });
    await change(body.id, 'acknowledged', seller);
    expect((await buyers.next('request')).data).toMatchObject({
      event_type: 'status_changed',
      status: 'acknowledged',
    });
  });

  test('tells the unread count at the beginning and when it changes, also by reading', async () => {
    const sellers = await open({ as: seller });
    expect((await sellers.next('unread')).data).toEqual({ unread: 0 });
    await ask();
    expect((await sellers.next('unread')).data).toEqual({ unread: 1 });
    await call(app, { method: 'POST', url: '/v1/notifications/read-all', as: seller });
    expect((await sellers.next('unread')).data).toEqual({ unread: 0 });
  });

  test('tells nothing about others', async () => {
    const others = await open({ as: await person(database) });
    const sellers = await open({ as: seller });
    await ask();
    await sellers.next('request');
    expect(others.messages.map(({ event }) => event)).toEqual(['unread']);
  });

  test('has the headers that keep it from being stored or held back', async () => {
    const { response } = await open({ as: seller });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
  });

  test('is counted while it is open', async () => {
    const metrics = async () => (await call(app, { url: '/metrics' })).text;
    const stream = await open({ as: seller });
    await stream.next('unread');
    expect(await metrics()).toMatch(/^ringback_streams_open [1-9]/m);
    await ask();
    await stream.next('request');
    expect(await metrics()).toMatch(/^ringback_stream_lag_seconds_count [1-9]/m);
  });
});

describe('resuming', () => {
  test('gives what was missed, once and in order, and goes on', async () => {
    const first = await open({ as: seller });
    await first.next('unread');
    const { id } = (await ask()).body;
    await first.next('request');
    first.close();
    await change(id, 'acknowledged', seller);
    const second = await open({ as: seller, lastEventId: first.lastEventId() });
    await second.next('unread');
    await change(id, 'completed', seller);
    await second.next('request');
    await second.next('request');
    expect(second.requests()).toEqual([`${id} acknowledged`, `${id} completed`]);
  });

  test('waits for nobody: another transaction is open, here and in another database', async () => {
    await openTransaction(database.url);
    await openTransaction((await testDatabase({ empty: true })).url);
    const stream = await open({ as: seller });
    await stream.next('unread');
    const { id } = (await ask()).body;
    expect((await stream.next('request')).data.callback_request_id).toBe(id);
    stream.close();
    await change(id, 'acknowledged', seller);
    const second = await open({ as: seller, lastEventId: stream.lastEventId() });
    await second.next('request');
    expect(second.requests()).toEqual([`${id} acknowledged`]);
  });

  test('misses and repeats nothing when transactions commit in another order than they began', async () => {
    const stream = await open({ as: seller });
    const cursors = [(await stream.next('unread')).id];
    const boat = await listing(database, await person(database));
    const slow = await openTransaction(database.url);
    const late = await create(slow, buyer, bike);
    const early = await create(database.api, seller, boat);
    cursors.push((await stream.next('request')).id);
    await slow`commit`;
    cursors.push((await stream.next('request')).id);
    const told = [`${early} pending`, `${late} pending`];
    expect(stream.requests()).toEqual(told);
    for (const [index, lastEventId] of cursors.entries()) {
      const after = await open({ as: seller, lastEventId });
      await after.next('unread');
      expect(after.requests().sort()).toEqual(told.slice(index).sort());
    }
  });

  test('loses and repeats nothing while requests pour in and the stream breaks again and again', async () => {
    const made: string[] = [];
    const heard: string[] = [];
    let stream = await open({ as: seller });
    await stream.next('unread');
    const pour = (async () => {
      for (let i = 0; i < 30; i++) {
        const id = await create(database.api, await person(database), bike);
        await update(database.api, id, 'completed', seller.id);
        made.push(`${id} pending`, `${id} completed`);
      }
    })();
    for (let isPouring = true; isPouring; ) {
      isPouring = await Promise.race([pour.then(() => false), stream.next('request').then(() => true)]);
      stream.close();
      heard.push(...stream.requests());
      stream = await open({ as: seller, lastEventId: stream.lastEventId() });
    }
    while (heard.length + stream.requests().length < made.length) await stream.next('request');
    expect([...heard, ...stream.requests()]).toEqual(made);
  });

  test.each(['nonsense', '81234-5120', '3:999999999999999999:', '9:3:', `3:99:${'4,'.repeat(150)}5`])(
    'from the unknown id %s is a reset',
    async (lastEventId) => {
      const stream = await open({ as: seller, lastEventId });
      const { id } = await stream.next('reset');
      expect(id).toMatch(CURSOR);
      await ask();
      expect((await stream.next('request')).data.status).toBe('pending');
    },
  );
});

describe('bounds', () => {
  test(`a person has at most ${STREAMS_PER_USER} streams; one that is closed makes room`, async () => {
    const streams = [];
    for (let i = 0; i < STREAMS_PER_USER; i++) streams.push(await open({ as: seller }));
    const { response } = await open({ as: seller });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await response.json()).toMatchObject({ code: 'rate_limited', limit: 'streams_per_user' });
    expect((await open({ as: buyer })).response.status).toBe(200);
    streams[0]?.close();
    await expect.poll(async () => (await open({ as: seller })).response.status).toBe(200);
  });

  test('a process has at most MAX_STREAMS', async () => {
    const small = await listen(await testAppForTest(database, { MAX_STREAMS: '1' }));
    expect((await openStream(small, { as: seller })).response.status).toBe(200);
    const { response } = await openStream(small, { as: buyer });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'overloaded', limit: 'streams' });
  });

  test('a stream ends when its token does', async () => {
    // With 30 seconds of leeway this one is valid for four more.
    const stream = await open({ as: seller, claims: { exp: Math.floor(Date.now() / 1000) - 26 } });
    expect((await stream.next('end')).data).toEqual({ reason: 'token_expired' });
    await stream.ended;
  });

  test('streams end in order when the application stops', async () => {
    const stopping = await testApp(database);
    const stream = await openStream(await listen(stopping), { as: seller });
    await stream.next('unread');
    await stopping.close();
    expect((await stream.next('end')).data).toEqual({ reason: 'stopping' });
  });

  test('needs a token; HEAD holds nothing open', async () => {
    expect((await call(app, { url: '/v1/stream' })).status).toBe(401);
    expect((await call(app, { method: 'HEAD', url: '/v1/stream', as: seller })).status).toBe(405);
  });
});

describe('processes', () => {
  test('one tells what another has written, and ends its streams when it is told to stop', async () => {
    const api = await ringbackApi(database.apiUrl);
    const stream = await openStream(api.origin, { as: seller });
    await stream.next('unread');
    const { body } = await ask();
    expect((await stream.next('request')).data.callback_request_id).toBe(body.id);
    api.process.kill('SIGTERM');
    expect((await stream.next('end')).data).toEqual({ reason: 'stopping' });
    expect(await api.exited).toBe(0);
  });
});
