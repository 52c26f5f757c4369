/** STOP, START and HELP by SMS: signed by Twilio, in force at once, for every profile with the number. */
import {
  create,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { incoming, TWILIO, twilioStandIn } from '@ringback/testing/providers/twilio.ts';
import { call, testAppForTest, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { smsChannel } from '../../src/delivery/channels/sms.ts';
import { settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let seller: Person;
let app: Awaited<ReturnType<typeof testAppForTest>>;
let twilio: Awaited<ReturnType<typeof twilioStandIn>>;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set channels = '{sms}'`;
  // So that SMS go to people without saved settings, too.
  await database.sql`update callback_private.notification_types set default_channels = '{sms}' where name = 'new_request'`;
});
beforeEach(async () => {
  await database.sql`delete from callback_requests`;
  await database.sql`delete from callback_private.sms_stops`;
  await database.sql`update callback_private.settings set brand_name = 'Shop & Co'`;
  app = await testAppForTest(database, TWILIO);
  twilio = await twilioStandIn();
  onTestFinished(twilio.close);
  seller = await person(database, { phone: '+44 (0)7400 123456' });
});

const NUMBER = '+447400123456';
const send = async (text: string, more = {}, from = NUMBER) => call(app, incoming(from, text, more));
/** What becomes of an SMS about a new request. */
async function textSeller(to: Person = seller) {
  await database.sql`delete from callback_requests`;
  await create(database.api, await person(database), await listing(database, to), { priority: 'urgent' });
  const channel = await smsChannel({
    ...{ accountSid: TWILIO.TWILIO_ACCOUNT_SID, authToken: TWILIO.TWILIO_AUTH_TOKEN },
    ...{ from: TWILIO.TWILIO_FROM, publicUrl: TWILIO.PUBLIC_URL, httpClient: twilio.httpClient },
  });
  const worker = await testWorker(database, [channel]);
  const [row] = await settled(database);
  await worker.stop();
  return row;
}
const SENT = { status: 'sent' };
const STOPPED = { status: 'suppressed', error_code: 'sms_stopped' };

test('STOP ends SMS to people who have never saved settings, and START brings them back', async () => {
  expect(await textSeller()).toMatchObject(SENT);
  expect(await send('STOP')).toMatchObject({ status: 200 });
  expect(await textSeller()).toMatchObject(STOPPED);
  await send('Start');
  expect(await textSeller()).toMatchObject(SENT);
});

test('STOP holds for the number, and for no other', async () => {
  const sameNumber = await person(database, { phone: '0044 7400-123456' });
  const other = await person(database, { phone: '+447400123457' });
  await database.api`select set_callback_preferences('{"sms": ["new_request"]}', ${sameNumber.id})`;
  await send('STOP');
  expect(await textSeller(sameNumber)).toMatchObject(STOPPED);
  expect(await textSeller(other)).toMatchObject(SENT);
});

test('STOP stops what was claimed before it came', async () => {
  const id = await create(database.api, await person(database), await listing(database, seller), {
    priority: 'urgent',
  });
  await database.api`select callback_private.claim_deliveries('sms', 10, '30 seconds')`;
  await send('STOP');
  const [row] = await database.api`
    select callback_private.begin_sms(d.id, 1, ${NUMBER}) as refusal from callback_private.deliveries d
    join callback_request_notifications n on n.id = d.notification_id where n.callback_request_id = ${id}`;
  expect(row?.refusal).toBe('sms_stopped');
});

describe('read as STOP:', () => {
  test.each([
    ['stop'],
    ['Stop.'],
    [' STOP ALL '],
    ['unsubscribe'],
    ['Cancel'],
    ['END'],
    ['quit!'],
    ['revoke'],
    ['opt-out'],
  ])('%s', async (text) => {
    await send(text);
    expect(await textSeller()).toMatchObject(STOPPED);
  });
  test('what Twilio reads as it', async () => {
    await send('Basta', { OptOutType: 'STOP' });
    expect(await textSeller()).toMatchObject(STOPPED);
  });
  test.each([['Stop by at six'], ['Thanks'], [''], ['don’t stop']])('but not %s', async (text) => {
    expect(await send(text)).toMatchObject({ status: 200 });
    expect(await textSeller()).toMatchObject(SENT);
  });
});

test('HELP is answered in the language of the marketplace, unless Twilio has done so', async () => {
  const answer = await send('help');
  expect(answer.headers['content-type']).toMatch(/^text\/xml/);
  expect(answer.text).toMatch(/<Message>Shop &amp; Co: .*STOP.*START.*<\/Message>/);
  expect((await send('HELP', { OptOutType: 'HELP' })).text).not.toContain('<Message>');
  await database.sql`update callback_private.settings set locale = 'de-AT'`;
  expect((await send('info')).text).toContain('Rückrufanfragen');
  await database.sql`update callback_private.settings set locale = 'en'`;
  expect((await send('STOP')).text).not.toContain('<Message>');
});

test('what is not signed by Twilio, or signed for something else, changes nothing', async () => {
  const good = incoming(NUMBER, 'STOP');
  const { 'x-twilio-signature': signature, ...unsigned } = good.headers;
  const bad = [
    { ...good, headers: unsigned },
    { ...good, headers: { ...good.headers, 'x-twilio-signature': `${signature}x` } },
    { ...good, body: good.body.replace('123456', '123457') },
    { ...good, url: `${good.url}?x=1` },
  ];
  for (const request of bad) {
    expect(await call(app, request)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
  expect(await textSeller()).toMatchObject(SENT);
  expect(await call(app, good)).toMatchObject({ status: 200 });
  expect(await textSeller()).toMatchObject(STOPPED);
});

test('what comes from no phone number changes nothing', async () => {
  for (const from of ['whatsapp:+447400123456', '12345', 'Shop', '']) {
    expect(await send('STOP', {}, from)).toMatchObject({ status: 200 });
  }
  expect(await database.sql`select from callback_private.sms_stops`).toHaveLength(0);
});
