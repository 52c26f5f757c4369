/** What watches a worker is told: whether it is alive and ready, and how delivery goes. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect, type Sql } from '@ringback/database';
import {
  create,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { SECRET } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../src/delivery/channels/channel.ts';
import { startWorker } from '../../src/delivery/worker.ts';
import { createMonitor } from '../../src/http/workerMonitor.ts';
import { addDatabaseMetrics } from '../../src/maintenance/databaseMetrics.ts';
import { createDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { ringback } from '../support/process.ts';
import { LINKS, settled } from '../support/worker.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  await database.sql`update callback_private.settings set channels = '{email}'`;
});

const logger = createLogger('silent');
const TOKEN = 'a token of the monitoring, 32 bytes long';

const ask = async () =>
  create(database.api, await person(database), await listing(database, await person(database)));

/** Open to this machine alone. */
const HERE = { host: '127.0.0.1', publicUrl: 'http://localhost:3000' };

async function monitored(send: Channel['send'], settings: { metricsToken?: string } = {}) {
  const http = { ...HERE, ...settings };
  const asked = createDatabase(database.api, 100);
  const metrics = createMetrics(asked);
  addDatabaseMetrics(metrics.registry, database.api);
  const channels: Channel[] = [{ name: 'email', concurrency: 5, send }];
  const worker = await startWorker({
    ...{ databaseUrl: database.apiUrl, channels, links: LINKS, metrics, logger },
  });
  const monitor = await createMonitor({ http, database: asked, worker, metrics, logger });
  onTestFinished(async () => {
    await monitor.close();
    await worker.stop();
  });
  return {
    get: (url: string, headers = {}) => monitor.inject({ url, headers }),
    metrics: async () => (await monitor.inject({ url: '/metrics' })).body,
  };
}

describe('the monitor of a worker', () => {
  test('counts what was sent and how long that took', async () => {
    await ask();
    const { get, metrics } = await monitored(async () => ({ outcome: 'sent' }));
    await settled(database);
    expect((await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ready' });
    const text = await metrics();
    expect(text).toContain('ringback_deliveries_total{channel="email",outcome="sent"} 1');
    expect(text).toContain('ringback_send_duration_seconds_count{channel="email"} 1');
    expect(text).toContain('ringback_claim_failures_total 0');
    expect(text).toContain('ringback_deliveries_waiting{channel="email"} 0');
    expect(text).toContain('ringback_deliveries_oldest_due_seconds{channel="email"} 0');
  });

  test('tells of what waits and of what was given up', async () => {
    await ask();
    const { metrics } = await monitored(async () => ({ outcome: 'failed', code: '550' }));
    await settled(database);
    const text = await metrics();
    expect(text).toContain('ringback_deliveries_failed{channel="email"} 1');
    await database.sql`update callback_private.deliveries set status = 'pending', next_attempt_at = now() + interval '1 hour'`;
    expect(await metrics()).toContain('ringback_deliveries_waiting{channel="email"} 1');
  });

  test('shows metrics to callers that know the token, where there is one', async () => {
    const { get } = await monitored(async () => ({ outcome: 'sent' }), { metricsToken: TOKEN });
    expect((await get('/metrics')).statusCode).toBe(401);
    expect((await get('/metrics', { authorization: `Bearer ${TOKEN}` })).statusCode).toBe(200);
  });
});

test('a worker is not ready before deliveries are written for its channels', async () => {
  const asked = createDatabase(database.api, 100);
  const worker = { isAnnounced: false };
  const monitor = await createMonitor({
    ...{ http: HERE, database: asked, worker, metrics: createMetrics(asked), logger },
  });
  onTestFinished(() => monitor.close());
  const ready = () => monitor.inject({ url: '/readyz' });
  expect((await ready()).statusCode).toBe(503);
  worker.isAnnounced = true;
  expect((await ready()).statusCode).toBe(200);
});

test('what is not ready says whether the database is silent or refuses', async () => {
  const problemOn = async (sql: Sql) => {
    const asked = createDatabase(sql, 1);
    const parts = { http: HERE, database: asked, worker: { isAnnounced: true } };
    const monitor = await createMonitor({ ...parts, metrics: createMetrics(asked), logger });
    onTestFinished(() => monitor.close());
    return (await monitor.inject({ url: '/readyz' })).json().problem;
  };
  const refusing = await testDatabase();
  await refusing.sql`revoke usage on schema callback_private from callback_service`;
  expect(await problemOn(refusing.api)).toBe(
    'The database answers with the error 42501; run `ringback doctor`.',
  );
  const away = connect(`postgres://nobody@127.0.0.1:${await freePort()}/nowhere`, { max: 1 });
  onTestFinished(() => away.end({ timeout: 1 }));
  expect(await problemOn(away)).toBe('The database does not answer.');
});

test('while the database cannot be asked, the queue has no figures and all others are there', async () => {
  const away = connect(`postgres://nobody@127.0.0.1:${await freePort()}/nowhere`, { max: 1 });
  onTestFinished(() => away.end({ timeout: 1 }));
  const { registry } = createMetrics(createDatabase(away, 1));
  addDatabaseMetrics(registry, away);
  const text = await registry.metrics();
  expect(text).not.toMatch(/^ringback_deliveries_waiting\{/m);
  expect(text).toMatch(/^ringback_statements_in_flight 0$/m);
});

describe('ringback worker', () => {
  const env = {
    JWT_SECRET: SECRET,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'callbacks@shop.example.com',
  };

  test('answers on WORKER_PORT, also about the maintenance', async () => {
    const port = await freePort();
    ringback(['worker'], { ...env, DATABASE_URL: database.apiUrl, WORKER_PORT: String(port) });
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        async (answer) => `${answer.status} ${await answer.text()}`,
        () => '',
      );
    await expect.poll(() => get('/readyz'), { timeout: 30_000 }).toContain('200');
    await expect
      .poll(() => get('/metrics'), { timeout: 30_000 })
      .toMatch(/^ringback_maintenance_last_run_timestamp_seconds 1/m);
  });

  test('says which setting to change when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const command = ringback(['worker'], {
      ...env,
      DATABASE_URL: database.apiUrl,
      WORKER_PORT: String(port),
    });
    expect(await command.exited).toBe(1);
    expect(command.output()).toContain('set WORKER_PORT');
  });
});
