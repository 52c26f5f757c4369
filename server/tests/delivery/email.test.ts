/** Mail as it arrives at a real SMTP server, and what happens when that server refuses, delays or falls silent. */
import { createServer } from 'node:net';
import { expectConservation } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { type MailServer, mailServer, type Received } from '@ringback/testing/providers/smtp.ts';
import { withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { simpleParser } from 'mailparser';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { emailChannel } from '../../src/delivery/channels/email.ts';
import { fillDeliveries } from '../support/fillDeliveries.ts';
import { deliveriesOf, hurry, settled, testWorker } from '../support/worker.ts';

const FROM = 'Shop <callbacks@shop.example.com>';
let database: TestDatabase;
let seller: Person;
let buyer: Person;
let smtp: MailServer;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{email}'`;
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  [seller, buyer] = [await person(database), await person(database)];
  smtp = await mailServer();
  onTestFinished(smtp.close);
});
afterEach(async () => {
  await expectConservation(database.sql);
  await expectInvariants(database.sql);
});

const ask = async (title = 'Road bike, 56 cm') =>
  create(database.api, buyer, await listing(database, seller, { title }), {
    preferred_days: ['Monday', 'Tuesday'],
    preferred_time: 'evening',
    time_zone: 'Europe/Paris',
  });
/** The one mail that has arrived. */
async function theMail() {
  expect(smtp.received).toHaveLength(1);
  const { raw, recipients } = smtp.received[0] as Received;
  return { raw, recipients, mail: await simpleParser(raw) };
}
const startWorker = (url = smtp.url, lines: string[] = []) =>
  testWorker(database, [emailChannel({ url, from: FROM, timeoutMs: 700 })], lines);

describe('a mail', () => {
  test('of a sender with a domain in letters of any script has an id in ASCII', async () => {
    await ask();
    const from = 'Bücher <callbacks@bücher.example>';
    await testWorker(database, [emailChannel({ url: smtp.url, from })]);
    await settled(database);
    const { mail, raw } = await theMail();
    expect(mail.messageId).toMatch(/^<[\w-]{36}@xn--bcher-kva\.example>$/);
    expect(raw.split('\r\n\r\n', 1)[0]).toMatch(/^[\0-\x7f]*$/);
  });

  test('has text and HTML, one recipient, a way out, and makes the notification say that it was sent', async () => {
    const lines: string[] = [];
    const id = await ask();
    await startWorker(smtp.url, lines);
    await settled(database);
    const { mail, raw, recipients } = await theMail();
    expect(recipients).toEqual([seller.email]);
    expect(mail).toMatchObject({
      subject: 'New callback request from Ada Okafor',
      messageId: expect.stringMatching(/^<[\w-]{36}@shop\.example\.com>$/),
    });
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('Road bike, 56 cm');
      expect(body).toContain('Monday, Tuesday, in the evening');
      expect(body).toMatch(/5:00\s–\s9:00\sPM, Central European Time\)/);
      expect(body).toContain(`https://shop.example.com/callbacks/${id}`);
      expect(body).not.toContain(buyer.phone);
    }
    expect(raw).toMatch(
      /^List-Unsubscribe:\s+<https:\/\/callbacks\.example\.com\/unsubscribe\/[\w-]{36}\.[\w-]{36}>/m,
    );
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const [notification] =
      await database.sql`select status, email_sent, sent_at from callback_request_notifications`;
    expect(notification).toMatchObject({ status: 'sent', email_sent: true, sent_at: expect.any(Date) });
    for (const personal of [seller.email, buyer.phone, 'Okafor', 'Road bike', smtp.url]) {
      expect(lines.join('')).not.toContain(personal);
    }
  });

  test.each([
    ['fr', 'Nouvelle demande de rappel', 'ltr'],
    ['es-MX', 'Nueva solicitud de llamada de Ada Okafor', 'ltr'],
    ['ar', 'طلب اتصال جديد من Ada Okafor', 'rtl'],
    ['de', 'Neue Rückrufanfrage von Ada Okafor', 'ltr'],
    ['xx', 'New callback request from Ada Okafor', 'ltr'],
  ])('is in the recipient’s language: %s', async (locale, subject, direction) => {
    await database.api`select set_callback_preferences(${database.api.json({ locale })}, ${seller.id})`;
    await ask();
    await startWorker();
    await settled(database);
    const { mail } = await theMail();
    expect(mail.subject).toContain(subject);
    expect(mail.html).toContain(`dir="${direction}"`);
  });
});

/** Every other way in which a server can fail: chaos/src/runs/d7.ts. */
describe('a server', () => {
  test('that says nothing is left in time and tried again', async () => {
    const port = await freePort();
    const mute = createServer(() => {}).listen(port, '127.0.0.1');
    await ask();
    const worker = await startWorker(`smtp://127.0.0.1:${port}`);
    await hurry(database, worker);
    expect(await deliveriesOf(database)).toMatchObject([{ error_code: 'ETIMEDOUT' }]);
    mute.close();
  });

  test('that falls silent after the final dot, also on either side of other errors, gets it once more', async () => {
    smtp.fault = (attempt) => (attempt === 1 ? { step: 'mail', does: 421 } : { step: 'dot', does: 'hangs' });
    await ask();
    const worker = await startWorker();
    await hurry(database, worker);
    await expect
      .poll(async () => (await deliveriesOf(database))[0]?.error_code)
      .toBe('fate_unknown:smtp_421');
    await hurry(database, worker);
    expect(await settled(database)).toMatchObject([
      { status: 'failed', attempts: 3, error_code: 'fate_unknown' },
    ]);
    expect(smtp.received).toHaveLength(2);
  });

  test('that falls silent after the final dot gets it once more, under the same Message-ID', async () => {
    smtp.fault = () => ({ step: 'dot', does: 'hangs' });
    await ask();
    await hurry(database, await startWorker());
    expect(await settled(database)).toMatchObject([
      { status: 'failed', attempts: 2, error_code: 'fate_unknown' },
    ]);
    expect(smtp.received).toHaveLength(2);
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('an attempt for which there is no time left', () => {
  const startHurried = () =>
    testWorker(database, [emailChannel({ url: smtp.url, from: FROM })], [], { attemptMs: 1_000 });
  const outcomes = async () =>
    (await deliveriesOf(database)).map(({ status, error_code }) => `${status} ${error_code}`).sort();

  test('has ended: nothing of it leaves later, and the next finds a free connection', async () => {
    await fillDeliveries(database, 11);
    smtp.fault = (attempt) => (attempt < 10 ? { step: 'rcpt', does: 'waits' } : undefined);
    const worker = await startHurried();
    await expect.poll(outcomes).toEqual([...Array(10).fill('pending timeout'), 'sent null']);
    smtp.goOn();
    await hurry(database, worker);
    await settled(database, ['sent']);
    expect(smtp.received).toHaveLength(11);
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(11);
  });

  test('counts as one that may have left when its text has', async () => {
    smtp.fault = () => ({ step: 'dot', does: 'hangs' });
    await ask();
    const worker = await startHurried();
    await expect.poll(outcomes).toEqual(['pending fate_unknown']);
    await hurry(database, worker);
    expect(await settled(database)).toMatchObject([
      { status: 'failed', attempts: 2, error_code: 'fate_unknown' },
    ]);
  });
});
