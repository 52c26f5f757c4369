/** What this worker does not know: a type of notification, and a kind of delivery, that a later version has brought. */
import {
  create,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { REPORTS, writeReport } from '@ringback/testing/database/reports.ts';
import { withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startChannelLoop } from '../../src/delivery/channelLoop.ts';
import type { Channel, Message } from '../../src/delivery/channels/channel.ts';
import { createRecorder } from '../../src/delivery/recorder.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { databaseOf, deliveriesOf, settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let sent: Message[];

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql.unsafe(REPORTS).simple();
  await database.sql`update callback_private.settings set channels = '{email}'`;
});
beforeEach(async () => {
  sent = [];
  await database.sql`delete from callback_requests`;
  await database.sql`delete from callback_private.reports`;
});

const ask = async () =>
  create(database.api, await person(database), await listing(database, await person(database)));
const channel: Channel = {
  ...{ name: 'email', concurrency: 5, numberOf: () => ({ phone: '+12125550123' }) },
  async send(message) {
    sent.push(message);
    return { outcome: 'sent' };
  },
};

test('a type of notification that it does not know goes out with the texts that the database has', async () => {
  await ask();
  await database.sql`
    insert into callback_private.notification_types
    select (jsonb_populate_record(t, '{"name": "number_checked"}')).* from callback_private.notification_types t
    where t.name = 'new_request'`;
  await database.sql`
    update callback_request_notifications
    set notification_type = 'number_checked', title = 'The number was checked', message = ${'It works.\nCall it.'}`;
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([{ status: 'sent', attempts: 1 }]);
  expect(sent).toMatchObject([{ title: 'The number was checked', sentences: ['It works. Call it.'] }]);
});

test('a kind of delivery that it does not know has failed, once, and holds up nothing else', async () => {
  await writeReport(database.sql);
  await ask();
  await testWorker(database, [channel]);
  expect(await settled(database)).toMatchObject([
    { status: 'failed', attempts: 1, error_code: 'unknown_subject' },
    { status: 'sent', attempts: 1 },
  ]);
  expect(sent).toHaveLength(1);
});

test('what could not be rendered has surely not left, so it is tried again', async () => {
  await ask();
  const logger = createLogger('debug', { write: () => {} });
  const loop = startChannelLoop({
    channel,
    render: () => {
      throw new Error('no such text');
    },
    recorder: createRecorder(databaseOf(database), logger),
    metrics: createMetrics(databaseOf(database)),
    ...{ database: databaseOf(database), logger },
  });
  onTestFinished(() => loop.stop());
  loop.wake();
  await expect.poll(() => deliveriesOf(database)).toMatchObject([{ status: 'pending', error_code: 'error' }]);
  expect(sent).toEqual([]);
});
