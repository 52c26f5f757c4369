/** A code leaves by SMS through Twilio's own client, and its digits are kept and logged nowhere. */
import {
  create,
  listing,
  makeItNoon,
  type Person,
  person,
  resendCode,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { operatorsOf } from '@ringback/testing/database/operatorCalls.ts';
import { TWILIO, twilioStandIn } from '@ringback/testing/providers/twilio.ts';
import { call, newKey, testAppForTest } from '@ringback/testing/server/app.ts';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { smsChannel } from '../../src/delivery/channels/sms.ts';
import { segmentsOf, smsText } from '../../src/delivery/channels/smsText.ts';
import { toCodeMessage } from '../../src/delivery/codeMessage.ts';
import { settled, testWorker } from '../support/worker.ts';

let database: TestDatabase;
let twilio: Awaited<ReturnType<typeof twilioStandIn>>;
let buyer: Person;
let lastNumber = 2_360_000;

beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  await operatorsOf(database.sql);
  await database.sql`
    update callback_private.settings set channels = '{sms}', risk_mode = 'on', risk_code_at = 40, brand_name = 'Bazaar'`;
});
beforeEach(async () => {
  await database.sql`delete from callback_private.held_requests`;
  twilio = await twilioStandIn();
  onTestFinished(twilio.close);
  buyer = await person(database);
});

/** A new account with a link: 40 points. */
async function ask() {
  lastNumber += 10_007;
  const phone = `+1212${lastNumber}`;
  const message = `Dear ${buyer.id}, see www.example.com/offer`;
  const item = await listing(database, await person(database));
  return { phone, id: await create(database.api, buyer, item, { requester_phone: phone, message }) };
}
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

test('it comes with the marketplace’s name, and in the form that browsers fill in', async () => {
  const lines: string[] = [];
  const { phone, id } = await ask();
  await start(lines);
  await settled(database);
  const [sms] = twilio.state.taken;
  expect(sms?.to).toBe(phone);
  const code = /^\d{6}/.exec(sms?.body ?? '')?.[0] ?? '';
  expect(sms?.body).toBe(
    `${code} is your Bazaar code to request a callback. Never share it. Valid for 5 minutes.\n\n@shop.example.com #${code}`,
  );
  expect(lines.join('')).not.toContain(code);
  const kept = await database.sql`select body from callback_private.sent_texts`;
  expect(kept).toEqual([
    { body: '•••••• is your Bazaar code to request a callback. Never share it. Valid for 5 minutes.' },
  ]);

  const app = await testAppForTest(database);
  const url = `/v1/callback-requests/${id}/code`;
  const post = (path: string, body?: object) =>
    call(app, { method: 'POST', url: path, as: buyer, headers: { 'idempotency-key': newKey() }, body });
  const wrong = await post(url, { code: code === '000000' ? '000001' : '000000' });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_code', tries_left: 4 } });
  const early = await post(`${url}/resend`);
  expect(early).toMatchObject({ status: 429, body: { code: 'rate_limited', limit: 'code_resend' } });
  expect((await post(url, { code: '12345' })).body).toMatchObject({ code: 'invalid_input', field: 'code' });
  const confirmed = await post(url, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(confirmed).toMatchObject({
    status: 200,
    body: { id, is_waiting_for_code: false, phone_code: null },
  });
});

test.each([
  ['a short name', 'Bazaar', true],
  [
    'a long name in Cyrillic, whose SMS has room for fewer characters',
    'Большая городская ярмарка вещей',
    false,
  ],
])('%s: the line for browsers is whole, or left out', async (_, name, isThere) => {
  await database.sql`update callback_private.settings set brand_name = ${name}`;
  await ask();
  await start();
  await settled(database);
  const body = twilio.state.taken[0]?.body ?? '';
  expect(body).toMatch(/^\d{6} is your /);
  expect(body.includes('@')).toBe(isThere);
  if (isThere) expect(body).toMatch(/\n\n@shop\.example\.com #\d{6}$/);
  expect(segmentsOf(body)).toBeLessThanOrEqual(2);
});

test('only the latest is sent, each counted in the caps', async () => {
  const { id, phone } = await ask();
  await database.sql`update callback_private.phone_codes set created_at = created_at - interval '31 seconds'`;
  await resendCode(database.api, id, buyer.id);
  await start();
  expect(await settled(database)).toMatchObject([
    { status: 'suppressed', error_code: 'outdated' },
    { status: 'sent' },
  ]);
  expect(twilio.state.taken).toHaveLength(1);
  const counts = await database.sql`
    select sent from callback_private.sms_counts where cap = 'prefix' and key = ${phone.slice(0, -4)}`;
  expect(counts).toEqual([{ sent: 1 }]);
});

test('a number that Twilio refuses hands the request to an operator', async () => {
  const { id } = await ask();
  twilio.state.mood = () => ({ status: 400, code: 21211 });
  await start();
  expect(await settled(database)).toMatchObject([{ status: 'failed', error_code: '21211' }]);
  const [row] = await database.api`select get_callback_request(${id}, ${buyer.id}) as request`;
  expect(row?.request).toMatchObject({ is_waiting_for_code: false, is_being_checked: true });
});

test.each(['en', 'de', 'fr', 'es', 'ar'])('fits into two segments: %s', (locale) => {
  const brand = { name: 'A marketplace with a rather long name', logo_url: null, color: '#000000' };
  const message = toCodeMessage(
    {
      ...{ id: 'x', attempt: 1, last_error: null, resends: 0, secret: '', subject_kind: 'code' },
      ...{
        address: '+442079460018',
        locale,
        code: '048213',
        brand: { ...brand, address: null, reply_to: null },
      },
    },
    { publicUrl: 'https://x.example', requestUrl: 'https://www.shop.example/c/{id}' },
  );
  const text = smsText(message);
  expect(segmentsOf(text)).toBeLessThanOrEqual(2);
  expect(text.endsWith('\n\n@www.shop.example #048213')).toBe(true);
});
