/** SMS through Twilio's own client: for urgent requests of those who want them, never twice, and settled by signed reports. */

import { expectConservation, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { report, type Sms, TWILIO, twilioStandIn } from '@ringback/testing/providers/twilio.ts';
import { call, testAppForTest, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { Registry } from 'prom-client';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { smsChannel } from '../../src/delivery/channels/sms.ts';
import { segmentsOf } from '../../src/delivery/channels/smsText.ts';
import { addDatabaseMetrics } from '../../src/maintenance/databaseMetrics.ts';
import { deliveriesOf, hurry, settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let seller: Person;
let twilio: Awaited<ReturnType<typeof twilioStandIn>>;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{sms}'`;
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  twilio = await twilioStandIn();
  onTestFinished(twilio.close);
  seller = await person(database);
  await database.api`select set_callback_preferences('{"sms": ["new_request"]}', ${seller.id})`;
});
afterEach(async () => {
  await expectInvariants(database.sql);
});

const ask = async (title = 'Road bike', priority = 'urgent') =>
  create(database.api, await person(database), await listing(database, seller, { title }), { priority });
const start = async (lines: string[] = []) =>
  testWorker(
    database,
    [
      await smsChannel({
        accountSid: TWILIO.TWILIO_ACCOUNT_SID,
        authToken: TWILIO.TWILIO_AUTH_TOKEN,
        from: TWILIO.TWILIO_FROM,
        publicUrl: TWILIO.PUBLIC_URL,
        httpClient: twilio.httpClient,
      }),
    ],
    lines,
  );
const theSms = () => twilio.state.taken[0] as Sms;

test('an urgent request is sent in two segments at most, with our own link', async () => {
  const lines: string[] = [];
  const id = await ask(`http://evil.example ${'x'.repeat(200)}`);
  await ask('Bike', 'normal');
  await start(lines);
  expect(await settled(database)).toMatchObject([
    { status: 'sent', provider_id: expect.stringMatching(/^SM/) },
  ]);
  expect(twilio.state.taken).toHaveLength(1);
  expect(theSms()).toMatchObject({ to: seller.phone });
  expect(segmentsOf(theSms().body)).toBeLessThanOrEqual(2);
  expect(theSms().body.match(/https?:\/\/\S+/g)).toEqual([`https://shop.example.com/callbacks/${id}`]);
  for (const personal of [seller.phone, 'Okafor', TWILIO.TWILIO_AUTH_TOKEN])
    expect(lines.join('')).not.toContain(personal);
  await expectConservation(database.sql);
});

describe('a number as people write it', () => {
  const set = (settings: object) =>
    database.sql`update callback_private.settings set ${database.sql(settings)}`;
  const becomes = async (phone: string, settings: object = { default_phone_region: null }) => {
    await database.sql`update profiles set phone = ${phone} where id = ${seller.id}`;
    await ask();
    await set(settings);
    await start();
    const [row] = await settled(database);
    return theSms()?.to ?? `${row?.status} ${row?.error_code}`;
  };
  afterEach(() => set({ default_phone_region: null, allowed_phone_regions: null }));

  test.each([
    '+44 (0)7400 123456',
    '0044 7400-123456',
    '+44 7400\u00a0123456',
    '٠٠٤٤٧٤٠٠١٢٣٤٥٦',
    '07400 123456',
    '(07400) 123456',
  ])('%s is dialled as one in its country', async (phone) => {
    const settings = { default_phone_region: 'GB', allowed_phone_regions: ['GB'] };
    expect(await becomes(phone, settings)).toBe('+447400123456');
  });

  test.each([
    ['without a country', '07400 123456', 'failed invalid_phone'],
    ['that does not exist', '+44 7400 12345678', 'failed invalid_phone'],
    ['of letters', 'call me', 'failed invalid_phone'],
    ['of a satellite', '+881612345678', 'suppressed phone_not_allowed'],
    ['that costs its owner’s friends', '+1 900 555 0123', 'suppressed phone_not_allowed'],
  ])('%s gets none', async (_what, phone, result) => {
    expect(await becomes(phone)).toBe(result);
    expect(twilio.state.asked).toEqual([]);
  });

  test('of a country that the marketplace does not serve gets none', async () => {
    const settings = { allowed_phone_regions: ['GB'] };
    expect(await becomes('+12125550123', settings)).toBe('suppressed phone_not_allowed');
  });

  test('of a country that the marketplace serves gets it', async () => {
    expect(await becomes('+447400123456', { allowed_phone_regions: ['GB'] })).toBe('+447400123456');
  });
});

test('beyond a cap is suppressed, and the metrics say so', async () => {
  await database.sql`update callback_private.settings set sms_per_recipient_per_day = 1`;
  await ask();
  await ask();
  await start();
  const rows = (await settled(database)).map(({ status, error_code }) => `${status} ${error_code}`);
  expect(rows.sort()).toEqual(['sent null', 'suppressed sms_cap_recipient']);
  expect(twilio.state.taken).toHaveLength(1);
  const registry = new Registry();
  addDatabaseMetrics(registry, database.api);
  expect(await registry.metrics()).toContain('ringback_deliveries_capped{channel="sms"} 1');
  await database.sql`update callback_private.settings set sms_per_recipient_per_day = 10`;
  await expectConservation(database.sql);
});

describe('an answer', () => {
  test.each([
    [400, 21211, '21211'],
    [400, 21614, '21614'],
    [400, 21610, 'opted_out'],
  ])('%i with code %i is final', async (status, code, error) => {
    twilio.state.mood = () => ({ status, code });
    await ask();
    await start();
    expect(await settled(database)).toMatchObject([{ status: 'failed', attempts: 1, error_code: error }]);
    const [row] = await database.api`select get_callback_preferences(${seller.id}) -> 'sms' as sms`;
    expect(row?.sms).toEqual(error === 'opted_out' ? [] : ['new_request']);
  });

  test('429 is tried again when Retry-After says', async () => {
    twilio.state.mood = () => ({ status: 429, code: 20429, retryAfter: 120 });
    await ask();
    const worker = await start();
    await expect.poll(async () => (await deliveriesOf(database))[0]?.error_code).toBe('20429');
    const [row] =
      await database.sql`select next_attempt_at > now() + interval '100 seconds' as later from callback_private.deliveries`;
    expect(row?.later).toBe(true);
    twilio.state.mood = () => undefined;
    await hurry(database, worker);
    expect(await settled(database)).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  test.each([
    ['500 with code 20500', { status: 500, code: 20500 }],
    ['none', 'silent'],
  ] as const)(
    '%s: nobody knows, so it is parked, never sent again, and settled by the report',
    async (_what, mood) => {
      twilio.state.mood = () => mood;
      await ask();
      const worker = await start();
      expect(await settled(database)).toMatchObject([{ status: 'parked', attempts: 1 }]);
      await waitingIsOver(database.sql);
      worker.wake();
      expect(await deliveriesOf(database)).toMatchObject([{ status: 'parked', attempts: 1 }]);
      const [row] = await database.sql`select id from callback_private.deliveries`;
      const sms = twilio.state.taken[0] ?? {
        ...{ to: '', body: '', sid: `SM${'1'.repeat(32)}` },
        statusCallback: `${TWILIO.PUBLIC_URL}/twilio/status?delivery=${row?.id}`,
      };
      const app = await testAppForTest(database, TWILIO);
      expect(await call(app, report(sms, 'delivered'))).toMatchObject({ status: 204 });
      expect(await deliveriesOf(database)).toMatchObject([{ status: 'delivered', provider_id: sms.sid }]);
      const [notification] = await database.sql`select status, sms_sent from callback_request_notifications`;
      expect(notification).toEqual({ status: 'delivered', sms_sent: true });
    },
  );
});

describe('a report', () => {
  const permutations = (list: string[]): string[][] =>
    list.length < 2
      ? [list]
      : list.flatMap((item, index) => permutations(list.toSpliced(index, 1)).map((rest) => [item, ...rest]));

  test('in all 24 orders of four states, and twice, never goes back', async () => {
    const app = await testAppForTest(database, TWILIO);
    const ranks = ['pending', 'sending', 'parked', 'sent', 'delivered'];
    for (const order of permutations(['queued', 'sending', 'sent', 'delivered'])) {
      await database.sql`delete from callback_requests`;
      await ask();
      const [row] = await database.sql`select id from callback_private.deliveries`;
      const sms = {
        ...{ to: '', body: '', sid: `SM${'2'.repeat(32)}` },
        statusCallback: `${TWILIO.PUBLIC_URL}/twilio/status?delivery=${row?.id}`,
      };
      let rank = 0;
      for (const state of order.flatMap((state) => [state, state])) {
        expect((await call(app, report(sms, state))).status).toBe(204);
        const [delivery] = await deliveriesOf(database);
        const next = ranks.indexOf(delivery?.status ?? '');
        expect(next, order.join()).toBeGreaterThanOrEqual(rank);
        rank = next;
      }
      expect(await deliveriesOf(database)).toMatchObject([{ status: 'delivered' }]);
    }
  });

  test('that is not signed, or signed for something else, is refused', async () => {
    await ask();
    await start();
    await settled(database);
    const app = await testAppForTest(database, TWILIO);
    const good = report(theSms(), 'failed', { ErrorCode: '30003' });
    const { 'x-twilio-signature': signature, ...unsigned } = good.headers;
    const bad = [
      { ...good, headers: unsigned },
      { ...good, headers: { ...good.headers, 'x-twilio-signature': `${signature}x` } },
      { ...good, body: good.body.replace('failed', 'delivered') },
      { ...good, url: `${good.url}0` },
    ];
    for (const request of bad) {
      expect(await call(app, request)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect(await deliveriesOf(database)).toMatchObject([{ status: 'sent' }]);
    expect(await call(app, good)).toMatchObject({ status: 204 });
    expect(await deliveriesOf(database)).toMatchObject([{ status: 'failed', error_code: '30003' }]);
  });

  test('has no address where SMS are off', async () => {
    const app = await testAppForTest(database);
    const sms = { to: '', body: '', sid: 'SM', statusCallback: `${TWILIO.PUBLIC_URL}/twilio/status` };
    expect((await call(app, report(sms, 'sent'))).status).toBe(404);
  });
});
