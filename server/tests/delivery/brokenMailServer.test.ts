/**
 * A mail server breaks while workers run and one is killed: an alert says so, the console's overview says why, and once it is mended the
 * mails of that hour leave, each once.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliveryOverview, deliveryReason } from '@ringback/client';
import { expectConservation } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { byForm } from '@ringback/testing/full.ts';
import { type MailServer, mailServer } from '@ringback/testing/providers/smtp.ts';
import { startStandIn } from '@ringback/testing/providers/standIn.ts';
import { SECRET, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { beforeAll, expect, test } from 'vitest';
import { finished, ringback } from '../support/process.ts';
import { settled } from '../support/worker.ts';

const MAILS = byForm(24, 200);
/** Conversations that a worker is killed in. */
const HELD = 3;

let database: TestDatabase;
let smtp: MailServer;
let alerts: { type: string; data: { text: string } }[];

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  smtp = await mailServer();
  alerts = [];
  const receiver = await startStandIn(({ body }) => {
    alerts.push(JSON.parse(String(body)));
    return { status: 204 };
  });
  await database.sql`update callback_private.settings
    set channels = '{email}', alert_webhook_url = ${`http://127.0.0.1:${receiver.port}/`}`;
  return async () => {
    await Promise.all([smtp.close(), receiver.close()]);
  };
});

const settings = () => ({ DATABASE_URL: database.apiUrl, JWT_SECRET: SECRET });
const startWorker = () =>
  ringback(['worker'], {
    ...settings(),
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'callbacks@shop.example.com', WEBHOOKS_TO_PRIVATE_ADDRESSES: 'true' },
  });
/** What the command prints with --json; a process of its own, because two run at once. */
async function command(...args: string[]) {
  const { exitCode, output } = await finished([...args, '--json', '--as', 'ada'], settings());
  expect(exitCode, output).toBe(0);
  return JSON.parse(output);
}
const states = async () => {
  const rows = await database.sql<{ status: string; count: number }[]>`
    select status, count(*)::int as count from callback_private.deliveries where channel = 'email' group by status`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};
/** What is in this state is due now. */
const hurry = (status: 'pending' | 'sending') =>
  database.sql`update callback_private.deliveries set next_attempt_at = now() where channel = 'email' and status = ${status}`;

test('found, understood, mended, and the mails of that hour sent without one duplicate', async () => {
  const began = new Date();
  smtp.fault = (attempt) => {
    if (attempt < HELD) return { step: 'rcpt', does: 'hangs' };
    return { step: 'rcpt', does: attempt % 2 === 0 ? 554 : 'closes' };
  };
  const doomed = [startWorker(), startWorker()];
  const seller = await person(database);
  for (let asked = 0; asked < MAILS; asked += 1)
    await create(database.api, await person(database), await listing(database, seller));

  // Two workers share the work, and are killed in the middle of it.
  await expect.poll(() => smtp.waiting, { timeout: 90_000 }).toBe(HELD);
  for (const worker of doomed) worker.process.kill('SIGKILL');
  await hurry('sending');
  const [next, another] = [startWorker(), startWorker()];
  await expect
    .poll(
      async () => {
        await hurry('pending');
        return (await states()).failed ?? 0;
      },
      { timeout: 90_000, interval: 500 },
    )
    .toBeGreaterThan(MAILS / 4);

  // Found: an alert, once, however many look.
  await maintainAll(database.api);
  await expect.poll(() => alerts.length).toBe(1);
  expect(alerts).toMatchObject([
    { type: 'alert.raised', data: { kind: 'channel_failing', subject: 'email' } },
  ]);

  // What still waits is tried until it is given up: that is a day, which passes here at once.
  await database.sql`update callback_private.settings set deliveries_retried_for = '1 minute'`;
  await expect
    .poll(
      async () => {
        await database.sql`update callback_private.deliveries
          set first_attempt_at = first_attempt_at - interval '1 hour' where status in ('pending', 'sending')`;
        await hurry('pending');
        await sleep(300);
        return (await states()).failed;
      },
      { timeout: 120_000 },
    )
    .toBe(MAILS);
  await database.sql`update callback_private.settings set deliveries_retried_for = '24 hours'`;

  // Understood: by reason, in words.
  const [row] = await database.api<{ overview: DeliveryOverview }[]>`
    select get_callback_delivery_overview() as overview`;
  const groups = row?.overview.dead_letters ?? [];
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(MAILS);
  expect(groups.map(({ reason }) => deliveryReason(reason ?? '').text)).toContain(
    'The mail server refused the mail.',
  );
  const uncertain = groups.reduce((sum, group) => sum + group.uncertain, 0);
  expect(uncertain, 'in the hands of the workers that were killed').toBeGreaterThanOrEqual(HELD);

  // Mended: paused while it is looked at, retried, resumed.
  expect(await command('pause', 'email', '--reason', 'New mail server')).toMatchObject({ paused: true });
  smtp.fault = () => undefined;
  const hour = ['--channel', 'email', '--from', began.toISOString()];
  expect(await command('retry', ...hour, '--dry-run')).toEqual({
    matched: MAILS - uncertain,
    retried: 0,
    uncertain,
  });
  const both = await Promise.all([command('retry', ...hour), command('retry', ...hour)]);
  expect(both.reduce((sum, { retried }) => sum + retried, 0)).toBe(MAILS - uncertain);
  await sleep(1_500);
  expect(smtp.received).toEqual([]);
  next.process.kill('SIGKILL');
  expect(await command('resume', 'email')).toMatchObject({ paused: false });
  await expect.poll(() => smtp.received.length, { timeout: 90_000 }).toBe(MAILS - uncertain);
  expect(await command('retry', ...hour, '--include-uncertain')).toMatchObject({ retried: uncertain });
  await expect.poll(() => smtp.received.length, { timeout: 90_000 }).toBe(MAILS);
  await settled(database);
  expect(await states()).toEqual({ sent: MAILS });
  const ids = smtp.received.map(({ messageId }) => messageId);
  expect(new Set(ids).size, 'none came twice').toBe(MAILS);

  // Over: said once.
  await database.sql`update callback_private.alerts set last_true_at = now() - interval '6 minutes'`;
  await maintainAll(database.api);
  await expect.poll(() => alerts.map(({ type }) => type)).toEqual(['alert.raised', 'alert.recovered']);
  another.process.kill('SIGTERM');
  await another.exited;
  const [texts] =
    await database.sql`select count(*)::int as kept from callback_private.sent_texts where subject is not null`;
  expect(texts?.kept).toBe(MAILS);
  await expectConservation(database.sql);
  await expectInvariants(database.sql);
}, 400_000);
