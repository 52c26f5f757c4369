/** Workers: each delivery once however many there are, and an orderly stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expectConservation } from '@ringback/testing/database/deliveries.ts';
import {
  close,
  create,
  expectInvariants,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { mailServer } from '@ringback/testing/providers/smtp.ts';
import { SECRET, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startChannelLoop } from '../../src/delivery/channelLoop.ts';
import type { Channel, SendResult } from '../../src/delivery/channels/channel.ts';
import { renderDelivery } from '../../src/delivery/kinds.ts';
import { createRecorder } from '../../src/delivery/recorder.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { fillDeliveries } from '../support/fillDeliveries.ts';
import { ringback } from '../support/process.ts';
import { databaseOf, deliveriesOf, LINKS, settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{email}'`;
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
});
afterEach(async () => {
  await expectConservation(database.sql);
  await expectInvariants(database.sql);
});

const ask = async () =>
  create(database.api, await person(database), await listing(database, await person(database)));

function standIn(send: (id: string) => Promise<SendResult>, concurrency = 20): Channel {
  return { name: 'email', concurrency, send: ({ id }) => send(id) };
}

const MANY = byForm(100, 1_000);

test(`four workers side by side deliver ${MANY}, each once`, async () => {
  await fillDeliveries(database, MANY);
  const sent: string[] = [];
  const channel = standIn(async (id) => {
    sent.push(id);
    return { outcome: 'sent' };
  });
  await Promise.all(Array.from({ length: 4 }, () => testWorker(database, [channel])));
  await settled(database);
  expect(sent).toHaveLength(MANY);
  expect(new Set(sent).size).toBe(MANY);
  expect(await expectConservation(database.sql)).toMatchObject({ asked: MANY, sent: MANY });
}, 60_000);

test('a batch in which nothing is to be sent does not end the work: nobody looks again here', async () => {
  await fillDeliveries(database, 25);
  const [row] = await database.sql`select distinct person_id from callback_private.deliveries`;
  await database.api`select set_callback_preferences('{"email": []}', ${row?.person_id})`;
  await fillDeliveries(database, 1);
  const logger = createLogger('debug', { write: () => {} });
  const loop = startChannelLoop({
    channel: standIn(async () => ({ outcome: 'sent' }), 5),
    render: (delivery) => renderDelivery(delivery, LINKS),
    recorder: createRecorder(databaseOf(database), logger),
    metrics: createMetrics(databaseOf(database)),
    ...{ database: databaseOf(database), logger },
  });
  onTestFinished(() => loop.stop());
  loop.wake();
  const statuses = async () => (await deliveriesOf(database)).map(({ status }) => status).sort();
  await expect.poll(statuses).toEqual(['sent', ...Array(25).fill('suppressed')]);
});

test('what is written while it sleeps is delivered at the next wake, and soon without one', async () => {
  const worker = await testWorker(database, [standIn(async () => ({ outcome: 'sent' }))]);
  await sleep(100);
  const startedMs = performance.now();
  for (let n = 0; n < 10; n += 1) {
    await ask();
    worker.wake();
    await settled(database);
  }
  expect(performance.now() - startedMs, 'as many looks unasked take 8 seconds').toBeLessThan(8_000);
  await ask();
  await settled(database, undefined, 3_000);
});

test('an error that nobody foresaw is tried again and takes nobody else along', async () => {
  await ask();
  await ask();
  let calls = 0;
  const channel = standIn(async () => {
    calls += 1;
    if (calls === 1) throw Object.assign(new Error('+12125550123 broke'), { code: 'E BROKEN\r\n' });
    return { outcome: 'sent' };
  }, 1);
  const lines: string[] = [];
  await testWorker(database, [channel], lines);
  const outcomes = async () =>
    (await deliveriesOf(database)).map(({ status, error_code }) => [status, error_code]).sort();
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual([
    ['pending', 'E_BROKEN__'],
    ['sent', null],
  ]);
  expect(lines.join('')).not.toContain('2125550123');
});

test('a result that the database cannot take keeps no other from being recorded', async () => {
  await fillDeliveries(database, 3);
  let calls = 0;
  const lines: string[] = [];
  const channel = standIn(async () => {
    calls += 1;
    return { outcome: 'sent', providerId: calls === 2 ? 'not \0 text' : `id ${calls}` };
  });
  await testWorker(database, [channel], lines);
  await expect
    .poll(async () => (await deliveriesOf(database)).map(({ status }) => status).sort())
    .toEqual(['sending', 'sent', 'sent']);
  await expect.poll(() => lines.join('')).toContain('a result cannot be recorded');
  await database.sql`delete from callback_requests`;
});

test('a channel that hangs does not hold up another', async () => {
  await database.sql`update callback_private.settings set channels = '{email,expo_push}'`;
  const seller = await person(database);
  await database.api`select save_callback_device('ExponentPushToken[quick]', '{"kind": "expo"}', ${seller.id})`;
  await create(database.api, await person(database), await listing(database, seller));
  const release = Promise.withResolvers<SendResult>();
  await testWorker(database, [
    standIn(() => release.promise),
    { name: 'expo_push', concurrency: 1, send: async () => ({ outcome: 'sent' }) },
  ]);
  await expect
    .poll(async () => (await deliveriesOf(database)).map(({ channel, status }) => `${channel} ${status}`))
    .toEqual(expect.arrayContaining(['expo_push sent', 'email sending']));
  release.resolve({ outcome: 'sent' });
  await settled(database);
  await database.sql`update callback_private.settings set channels = '{email}'`;
  await database.sql`delete from callback_requests`;
});

test('the first worker of a channel makes deliveries be written for it, also when the database comes later', async () => {
  await database.sql`update callback_private.settings set channels = '{}'`;
  const limitConnections = (limit: number) =>
    database.sql.unsafe(`do $$ begin
      execute format('alter database %I connection limit ${limit}', current_database());
    end $$`);
  await limitConnections(0);
  try {
    await testWorker(database, [standIn(async () => ({ outcome: 'sent' }))]);
    expect((await database.sql`select channels from callback_private.settings`)[0]?.channels).toEqual([]);
  } finally {
    await limitConnections(-1);
  }
  await expect
    .poll(async () => (await database.sql`select channels from callback_private.settings`)[0]?.channels, {
      timeout: 10_000,
    })
    .toEqual(['email']);
  await ask();
  await settled(database);
});

test('what an operator closes is told to both sides as done by the marketplace', async () => {
  const [operator] = await database.sql<[{ id: string }]>`
    insert into callback_private.operators (subject, name, role) values ('ann', 'Ann', 'support') returning id`;
  await close(database.api, await ask(), operator.id);
  const sentences: string[] = [];
  const channel: Channel = {
    ...{ name: 'email', concurrency: 1 },
    async send(message) {
      sentences.push(...message.sentences);
      return { outcome: 'sent' };
    },
  };
  await testWorker(database, [channel]);
  await settled(database);
  expect(sentences).toHaveLength(2);
  for (const sentence of sentences) expect(sentence).toMatch(/^The marketplace closed the callback request/);
});

test('stopping waits for what is under way, and it is recorded', async () => {
  await ask();
  const began = Promise.withResolvers<void>();
  const worker = await testWorker(database, [
    standIn(async () => {
      began.resolve();
      await sleep(300);
      return { outcome: 'sent' };
    }),
  ]);
  await began.promise;
  await worker.stop();
  expect(await deliveriesOf(database)).toMatchObject([{ status: 'sent' }]);
});

/** What becomes of deliveries whose worker is killed: chaos/src/runs/d2.ts. */
test('ringback worker ends in order (SIGTERM): it finishes and exits, and its log says nothing personal', async () => {
  const smtp = await mailServer();
  onTestFinished(smtp.close);
  await ask();
  const command = ringback(['worker'], {
    DATABASE_URL: database.apiUrl,
    JWT_SECRET: SECRET,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'callbacks@shop.example.com',
  });
  await settled(database);
  command.process.kill('SIGTERM');
  expect(await command.exited).toBe(0);
  expect(smtp.received).toHaveLength(1);
  for (const personal of ['@example.com', '+1212', 'Okafor', smtp.url])
    expect(command.output()).not.toContain(personal);
});

test('without any channel it says what to set', async () => {
  const command = ringback(['worker'], { DATABASE_URL: database.apiUrl, JWT_SECRET: SECRET });
  expect(await command.exited).toBe(1);
  expect(command.output()).toMatch(/^No channel is configured.*Set SMTP_URL and MAIL_FROM/);
});
