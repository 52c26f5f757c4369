/** Connections: none is held for ever, and what one address and all together may hold is bounded. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { closeNow, testApp } from '@ringback/testing/server/app.ts';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await person(database);
});

async function listening(env: Record<string, string> = {}): Promise<App> {
  const app = await testApp(database, env);
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => closeNow(app));
  return app;
}

/** A connection that keeps its own half open, whatever the server does, and never reads. */
async function halfOpen(app: App, text = ''): Promise<Socket> {
  const { port } = app.server.address() as { port: number };
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return socket;
}

const open = (app: App) =>
  new Promise<number>((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

const get = (app: App, path: string) =>
  fetch(`http://127.0.0.1:${(app.server.address() as { port: number }).port}${path}`, {
    headers: { connection: 'close' },
  });

describe('a connection', () => {
  test('that is silent, drips or speaks nonsense is let go, though its client keeps it', {
    timeout: 40_000,
  }, async () => {
    const texts = ['', 'GET /healthz HTTP/1.1\r\nHost: x\r\n', 'this is not HTTP\r\n\r\n'];
    const apps = await Promise.all(texts.map(() => listening()));
    await Promise.all(
      apps.flatMap((app, index) => Array.from({ length: 20 }, () => halfOpen(app, texts[index]))),
    );
    await expect
      .poll(() => Promise.all(apps.map(open)), { timeout: 25_000, interval: 250 })
      .toEqual([0, 0, 0]);
  });
});

describe('connections beyond the bound', () => {
  test('of all: are refused with 503, monitoring is answered, and there is room again when others leave', async () => {
    const app = await listening({ MAX_CONNECTIONS: '5' });
    const held = await Promise.all(Array.from({ length: 5 }, () => halfOpen(app)));
    const refused = await get(app, '/v1/stats');
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')]).toEqual([
      503,
      '1',
      'close',
    ]);
    expect(await refused.json()).toMatchObject({ code: 'overloaded' });
    expect((await get(app, '/healthz')).status).toBe(200);
    for (const socket of held) socket.destroy();
    await expect.poll(async () => (await get(app, '/v1/stats')).status).toBe(401);
  });

  test('of one address: are refused with 429, and of an exempt one they are not', async () => {
    const app = await listening({ MAX_CONNECTIONS_PER_ADDRESS: '5' });
    const exempting = await listening({ MAX_CONNECTIONS_PER_ADDRESS: '5', EXEMPT_ADDRESSES: 'loopback' });
    const trusting = await listening({ MAX_CONNECTIONS_PER_ADDRESS: '5', TRUST_PROXY: '127.0.0.1' });
    for (const each of [app, exempting, trusting])
      await Promise.all(Array.from({ length: 5 }, () => halfOpen(each)));
    const refused = await get(app, '/v1/stats');
    expect([refused.status, await refused.json()]).toEqual([
      429,
      expect.objectContaining({ code: 'rate_limited', limit: 'connections_per_address' }),
    ]);
    expect((await get(exempting, '/v1/stats')).status).toBe(401);
    expect((await get(trusting, '/v1/stats')).status).toBe(401);
  });

  test('are cut off at once when many are being refused already', async () => {
    const app = await listening({ MAX_CONNECTIONS_PER_ADDRESS: '2' });
    await Promise.all(Array.from({ length: 100 }, () => halfOpen(app)));
    await expect.poll(() => open(app)).toBeLessThanOrEqual(2 + 32);
  });
});
