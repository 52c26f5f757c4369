/** Webhooks: what is posted and signed, what becomes of each answer, and an alert that takes this way from beginning to end. */

import { testDatabase } from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { type Answer, type Asked, startStandIn } from '@ringback/testing/providers/standIn.ts';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { toAlertMessage } from '../../src/delivery/alertMessage.ts';
import { webhookChannel } from '../../src/delivery/channels/webhook.ts';
import { LINKS, settled, testWorker } from '../support/worker.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

let posted: Asked[];
let answer: Answer;
let address: string;
beforeEach(async () => {
  posted = [];
  answer = { status: 204 };
  const receiver = await startStandIn((asked) => {
    posted.push(asked);
    return answer;
  });
  onTestFinished(() => receiver.close());
  address = `http://127.0.0.1:${receiver.port}/hooks?from=ringback`;
});

const alert = () =>
  toAlertMessage(
    {
      ...{
        id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
        attempt: 1,
        last_error: null,
        resends: 0,
        secret: 'x',
      },
      ...{ subject_kind: 'alert', address, time_zone: 'Europe/Paris', alert_id: 'a', alert_event: 'raised' },
      ...{
        kind: 'channel_failing',
        subject: 'email',
        figure: { failures: 7, sent: 0, reason: 'smtp_552_5.2.2' },
      },
      ...{ raised_at: '2026-12-01T10:00:00Z', recovered_at: null },
      brand: { name: 'Shop', logo_url: null, color: '#1f5fd0', address: null, reply_to: null },
    },
    LINKS,
  );

async function send(secret?: string) {
  const channel = webhookChannel({ allowPrivate: true, secret });
  onTestFinished(() => channel.close?.());
  return channel.send(alert(), AbortSignal.timeout(5_000));
}

test('what is posted can be verified with the secret, and names the same message at every attempt', async () => {
  expect(await send(SECRET)).toEqual({ outcome: 'sent' });
  expect(await send(SECRET)).toEqual({ outcome: 'sent' });
  const [first, second] = posted;
  expect(first?.path).toBe('/hooks?from=ringback');
  expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
  const verified = new Webhook(SECRET).verify(String(first?.body), first?.headers as Record<string, string>);
  expect(verified).toMatchObject({
    type: 'alert.raised',
    data: {
      ...{ id: 'a', kind: 'channel_failing', subject: 'email', recovered_at: null },
      text: 'Mail deliveries are failing. Within 15 minutes 7 failed and 0 left. The mail server refused: mailbox full.',
    },
  });
  const other = SECRET.replace('whsec_M', 'whsec_N');
  expect(() =>
    new Webhook(other).verify(String(first?.body), first?.headers as Record<string, string>),
  ).toThrow();
});

test('without a secret it is not signed', async () => {
  await send();
  expect(posted[0]?.headers['webhook-signature']).toBeUndefined();
});

describe('an answer', () => {
  test.each([
    [{ status: 200 }, { outcome: 'sent' }],
    [
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      { outcome: 'failed', code: 'http_302' },
    ],
    [{ status: 410 }, { outcome: 'failed', code: 'http_410' }],
    [{ status: 404 }, { outcome: 'retry', code: 'http_404' }],
    [
      { status: 429, headers: { 'retry-after': '40' } },
      { outcome: 'retry', code: 'http_429', retryAfterSeconds: 40 },
    ],
    [{ status: 500 }, { outcome: 'retry', code: 'http_500' }],
  ] as const)('%j', async (given, result) => {
    answer = given;
    expect(await send()).toEqual(result);
  });

  test('that never comes is waited for no longer than the attempt', async () => {
    answer = 'silent';
    const channel = webhookChannel({ allowPrivate: true });
    onTestFinished(() => channel.close?.());
    expect(await channel.send(alert(), AbortSignal.timeout(200))).toEqual({
      outcome: 'retry',
      code: 'timeout',
    });
  });
});

test('a private address is refused where it is not allowed', async () => {
  const channel = webhookChannel({ allowPrivate: false });
  onTestFinished(() => channel.close?.());
  expect(await channel.send(alert(), AbortSignal.timeout(5_000))).toEqual({
    ...{ outcome: 'failed', code: 'address_refused' },
  });
  expect(posted).toEqual([]);
});

test('an alert that is raised and recovers is posted twice, by however many workers', async () => {
  const database = await testDatabase();
  await database.sql`update callback_private.settings set alert_webhook_url = ${address}, alert_flood_requests = 1`;
  const channel = () => webhookChannel({ allowPrivate: true, secret: SECRET });
  await Promise.all([testWorker(database, [channel()]), testWorker(database, [channel()])]);
  await database.sql`insert into callback_private.alerts (id, kind, figure, last_true_at)
    values (gen_random_uuid(), 'flood', '{"requests": 900, "usual": 12}', now() - interval '6 minutes')`;
  await database.sql`select callback_private.queue_alert(id, 'raised') from callback_private.alerts`;
  await settled(database);
  await maintainAll(database.api);
  await expect.poll(() => posted.length, { timeout: 5_000 }).toBe(2);
  expect(await settled(database)).toMatchObject([{ channel: 'webhook', status: 'sent' }, { status: 'sent' }]);
  const bodies = posted.map(({ body }) => JSON.parse(String(body)));
  expect(bodies.map(({ type, data }) => [type, data.text])).toEqual([
    ['alert.raised', 'Unusually many callback requests. Requests in the last hour: 900; usual: 12.'],
    [
      'alert.recovered',
      'Recovered: Unusually many callback requests. Requests in the last hour: 900; usual: 12.',
    ],
  ]);
  const [row] = await database.sql`select channels from callback_private.settings`;
  expect(row?.channels, 'no notification leaves by webhook').toEqual([]);
});
