/** A request with too much of a risk waits for an operator: the buyer sees it, its seller has no sign of it. */
import { randomUUID } from 'node:crypto';
import {
  change,
  create,
  edit,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  type RequestJson,
  requestValues,
  submit,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { operatorsOf } from '@ringback/testing/database/operatorCalls.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

/** Running digits and a new account, and a text with a link: 45 + 15 + 25 points. Each is nobody else's. */
let risky: { requester_phone: string; message: string };
let areaCode = 201;
const AREA_CODES =
  /^(20[2-9]|21[02-9]|22[4-58]|23[149]|24[08]|25[1-46]|26[02]|267|269|270|272|276|281|30[1-9]|31[02-9])$/;

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let bike: Listing;

beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set risk_mode = 'on'`;
  ({ sql, api } = database);
  await makeItNoon(sql);
  await operatorsOf(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
  do areaCode += 1;
  while (!AREA_CODES.test(String(areaCode)));
  const message = `Sell ${buyer.id.replace(/\d/g, '')} faster: www.example.com/offer`;
  risky = { requester_phone: `+1${areaCode}9876543`, message };
});

const send = (values: object = risky, { by = buyer, about = bike, key = null as string | null } = {}) => {
  const { requester_id: _, ...content } = requestValues(by, about, values);
  return submit(api, by.id, content, key);
};
const set = (values: object) => sql`update callback_private.settings set ${sql(values)}`;
const outcomeOf = async (id: string) =>
  (
    await sql`select outcome, score, signals from callback_private.request_facts where callback_request_id = ${id}`
  )[0];
const eligibility = async (who: Person, about = bike) =>
  (await api`select can_request_callback(${about.id}, null, ${who.id}) as answer`)[0]?.answer;
const listOf = async (
  as: 'buyer' | 'seller',
  who: Person,
  status: string | null = null,
): Promise<RequestJson[]> =>
  (await api`select list_callback_requests(${as}, ${status}, 20, null, ${who.id}) as page`)[0]?.page.items;
/** All that the seller can ask for. */
const seenBySeller = async () => ({
  list: await listOf('seller', seller),
  pending: await listOf('seller', seller, 'pending'),
  raw: (await api`select get_seller_callback_requests(${seller.id}) as list`)[0]?.list,
  unread: (await api`select get_unread_callback_notification_count(${seller.id}) as count`)[0]?.count,
  notifications: (await api`select list_callback_notifications(20, null, false, ${seller.id}) as page`)[0]
    ?.page,
  stats: (await api`select get_callback_request_stats(${seller.id}) as stats`)[0]?.stats,
  rows: await sql`select from callback_requests where seller_id = ${seller.id}`,
  notices: await sql`select from callback_request_notifications where recipient_id = ${seller.id}`,
});

describe('a held request', () => {
  test('is answered as one that is checked, and read by its buyer alone', async () => {
    const before = await seenBySeller();
    const { request } = await send();
    expect(request).toMatchObject({ status: 'pending', is_being_checked: true, can_extend: false });
    expect(await get(api, request.id, buyer.id)).toEqual(request);
    expect(await listOf('buyer', buyer)).toMatchObject([{ id: request.id, is_being_checked: true }]);
    expect(await outcomeOf(request.id)).toEqual({
      outcome: 'hold',
      score: 85,
      signals: ['new_account', 'patterned_number', 'link'],
    });
    await expectRefusal(get(api, request.id, seller.id), 'not_found');
    expect(await seenBySeller()).toEqual(before);
  });

  test('leaves the seller no event, while the buyer’s other windows learn of it', async () => {
    const { request } = await send();
    const events = await sql`select t.audience from callback_private.events e
      join callback_private.event_types t on t.name = e.event_type where e.callback_request_id = ${request.id}`;
    expect(events).toEqual([{ audience: ['buyer', 'operator'] }]);
    const history = (await get(api, request.id, buyer.id)).history?.map(({ event_type }) => event_type);
    expect(history).toEqual(['request_held']);
  });

  test('one without a risk goes to its seller as ever', async () => {
    const { request } = await send({});
    expect(request.is_being_checked).toBe(false);
    expect(await get(api, request.id, seller.id)).toMatchObject({ id: request.id, is_being_checked: false });
    expect((await seenBySeller()).unread).toBe(1);
  });

  test('occupies listing and day, and counts for the limits', async () => {
    const { request } = await send();
    expect(await eligibility(buyer)).toMatchObject({
      ...{ can_request: false, reason: 'duplicate_request' },
      existing_request: { id: request.id, is_being_checked: true },
    });
    expect(await eligibility(await person(database))).toMatchObject({ can_request: true });
    await expectRefusal(send({}), 'duplicate_request');
    await set({ requests_per_user_per_day: 2 });
    await send({}, { about: await listing(database, seller) });
    expect((await send({}, { about: await listing(database, seller) })).refusal?.detail.limit).toBe(
      'requests_per_user_per_day',
    );
    await set({ requests_per_user_per_day: 10, requests_per_phone_per_day: 1 });
    expect((await send(risky, { by: await person(database) })).refusal?.detail.limit).toBe(
      'requests_per_phone_per_day',
    );
    await set({ requests_per_phone_per_day: 10 });
  });

  test('has a text that counts like one that was sent', async () => {
    const similar = async (ending: string) => {
      const about = await listing(database, await person(database));
      return send({ ...risky, message: risky.message + ending }, { about });
    };
    await send();
    await similar(' ok');
    const { request } = await similar(' thanks');
    const [facts] =
      await sql`select similar_sellers_day from callback_private.request_facts where callback_request_id = ${request.id}`;
    expect(facts?.similar_sellers_day).toBe(3);
  });

  test('keeps to every rule of the table', async () => {
    await expectRefusal(send({ ...risky, requester_name: 'x'.repeat(101) }), 'invalid_input');
    expect(await listOf('buyer', buyer)).toEqual([]);
  });

  test('is answered again by its key', async () => {
    const key = randomUUID();
    const { request } = await send(risky, { key });
    expect(await send(risky, { key })).toMatchObject({ replayed: true, request: { id: request.id } });
  });

  test('can be withdrawn, not edited, by its buyer alone', async () => {
    const { request } = await send();
    await expectRefusal(edit(api, request.id, { message: 'Hello' }, buyer.id), 'conflict');
    await expectRefusal(change(api, request.id, 'cancelled', seller.id), 'not_found');
    await expectRefusal(change(api, request.id, 'acknowledged', seller.id), 'not_found');
    await expectRefusal(
      change(api, request.id, 'cancelled', buyer.id, { reason: '\u202E' }),
      'invalid_input',
    );
    const changed = await change(api, request.id, 'cancelled', buyer.id, { reason: 'Found another' });
    expect(changed.request).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'buyer',
      is_being_checked: false,
    });
    expect((await seenBySeller()).rows).toHaveLength(0);
  });

  test('is closed after a day, which its buyer reads', async () => {
    const { request } = await send();
    await maintainAll(api);
    expect((await get(api, request.id, buyer.id)).status).toBe('pending');
    await sql`update callback_private.held_requests set held_at = held_at - interval '25 hours' where id = ${request.id}`;
    await maintainAll(api);
    const closed = await get(api, request.id, buyer.id);
    expect(closed).toMatchObject({ status: 'cancelled', cancelled_by: 'system', is_being_checked: false });
    expect(closed.history?.map(({ event_type }) => event_type)).toEqual(['request_held', 'request_not_sent']);
    expect((await seenBySeller()).rows).toHaveLength(0);
    await sql`update callback_private.held_requests set decided_at = decided_at - interval '91 days' where id = ${request.id}`;
    await maintainAll(api);
    await expectRefusal(get(api, request.id, buyer.id), 'not_found');
  });

  test('is closed when its listing is deleted, and its buyer still reads it', async () => {
    const { request } = await send();
    await sql`delete from listings where id = ${bike.id}`;
    const closed = await get(api, request.id, buyer.id);
    expect(closed).toMatchObject({ status: 'cancelled', cancelled_by: 'system', listing_id: null });
  });
});

describe('the outcome', () => {
  test('is refused from the higher threshold on, remembered, and said without the rule', async () => {
    await set({ risk_refuse_at: 80 });
    const { refusal } = await send();
    expect(refusal).toMatchObject({
      code: 'not_accepted',
      message: 'We couldn’t accept this phone number. Use your own number.',
    });
    await expectRefusal(create(api, buyer, bike, risky), 'not_accepted');
    await set({ risk_refuse_at: 150 });
    expect(await listOf('buyer', buyer)).toEqual([]);
    expect(
      await sql`select outcome from callback_private.request_facts where requester_id = ${buyer.id}`,
    ).toEqual([{ outcome: 'refuse' }]);
    expect(await sql`select code from callback_private.refusals where user_id = ${buyer.id}`).toEqual([
      { code: 'not_accepted' },
    ]);
  });

  test('is only noted while the policy says watch, and nothing is held without an operator', async () => {
    await set({ risk_mode: 'watch' });
    const watched = (await send()).request;
    await set({ risk_mode: 'on' });
    await sql`update callback_private.operators set disabled_at = now()`;
    const unheld = (await send(risky, { about: await listing(database, seller) })).request;
    await sql`update callback_private.operators set disabled_at = null`;
    for (const { id, is_being_checked } of [watched, unheld]) {
      expect(is_being_checked).toBe(false);
      expect(await outcomeOf(id)).toMatchObject({ outcome: 'allow', score: 85 });
    }
  });

  test('is none while risk is off: nothing is noted', async () => {
    await set({ risk_mode: 'off' });
    const { request } = await send();
    await set({ risk_mode: 'on' });
    expect(request.is_being_checked).toBe(false);
    expect(await outcomeOf(request.id)).toBeUndefined();
  });

  test('follows the points that the policy gives', async () => {
    await set({ risk_weights: sql.json({ patterned_number: 0, link: 5 }) });
    const { request } = await send();
    await set({ risk_weights: sql.json({}) });
    expect(await outcomeOf(request.id)).toMatchObject({ outcome: 'allow', score: 20 });
  });

  test('is not changed by an address that many share, alone', async () => {
    const score = async (weights: object) =>
      (
        await sql`select callback_private.risk_score('{busy_address,new_accounts_of_address}', ${sql.json(weights as never)}) as score`
      )[0]?.score;
    expect(await score({})).toBe(20);
    expect(await score({ busy_address: 200, new_accounts_of_address: 200 })).toBe(30);
    await expect(set({ risk_hold_at: 30 })).rejects.toThrow('settings_risk_hold_at_check');
  });

  test('of an edit with a risky number is a refusal; other edits go through', async () => {
    const { request } = await send({});
    await set({ risk_hold_at: 50 });
    await expectRefusal(
      edit(api, request.id, { requester_phone: risky.requester_phone }, buyer.id),
      'not_accepted',
    );
    await set({ risk_hold_at: 60 });
    await edit(api, request.id, { message: 'After six, please' }, buyer.id);
    const changed = await edit(api, request.id, { requester_phone: '+12127365000' }, buyer.id);
    expect(changed.request?.requester_phone).toBe('+12127365000');
  });

  test('premium numbers are refused, remembered, and count from then on', async () => {
    for (const n of [1, 2, 3]) {
      const refused = await send({ requester_phone: `+1900555012${n}` });
      expect(refused.refusal?.code).toBe('phone_not_allowed');
    }
    const { request } = await send({});
    expect((await outcomeOf(request.id))?.signals).toContain('refused_before');
  });
});

describe('patterns', () => {
  const facts = async (fields: Record<string, unknown>) => {
    const [row] = await sql`select callback_private.risk_signals(
      jsonb_populate_record(null::callback_private.request_facts, ${sql.json(fields as never)})) as signals`;
    return row?.signals;
  };
  test.each([
    [{ account_age_days: 40, completed_before: 2, is_verified: true }, ['verified', 'known_buyer']],
    [{ phone_people: 4, phone_sellers_day: 4 }, ['shared_number', 'number_to_many_sellers']],
    [{ phone_people: 4, phone_sellers_day: 4, account_age_days: 40 }, ['shared_number']],
    [{ phone_people: 9, phone_sellers_day: 9, phone_is_own: true }, ['own_number']],
    [{ phone_people: 9 }, ['widely_shared_number']],
    [{ phone_people: 9, account_age_days: 30 }, ['shared_number']],
    [{ phone_people: 1, phone_sellers_day: 9 }, []],
    [
      { ip_people: 30, ip_new_people: 9, account_age_days: 3 },
      ['young_account', 'busy_address', 'new_accounts_of_address'],
    ],
    [{ ip_people: 30, ip_new_people: 9, account_age_days: 300 }, ['busy_address']],
    [{ text_sellers_day: 6, similar_sellers_day: 9 }, ['widely_copied_text']],
    [{ text_sellers_day: 3, similar_sellers_day: 7 }, ['widely_similar_text']],
    [{ text_sellers_day: 2, similar_sellers_day: 3 }, []],
    [{ similar_sellers_day: 3, has_link: true }, ['copied_link', 'link']],
    [
      { similar_sellers_day: 5, text_length: 60, account_age_days: 0 },
      ['new_account', 'similar_text', 'copies_of_new_account'],
    ],
    [{ similar_sellers_day: 5, text_length: 59, account_age_days: 0 }, ['new_account', 'similar_text']],
    [{ similar_sellers_day: 5, text_length: 60, account_age_days: 30 }, ['similar_text']],
    [{ phone_is_anothers: true, phone_is_sellers: true }, ['sellers_number', 'number_of_another']],
    [{ phone_is_anothers: true, phone_people: 9, phone_sellers_day: 9, phone_is_of_household: true }, []],
    [{ numbers_day: 4 }, ['several_numbers']],
    [{ numbers_day: 5 }, ['many_numbers']],
    [{ numbers_day: 2, same_seller_day: 3, device_requests_hour: 11 }, []],
    [{ same_seller_day: 4, device_requests_hour: 12 }, ['flood_of_device', 'many_to_seller']],
    [{ same_seller_day: 7 }, ['flood_to_seller']],
    [
      { device_people: 8, requests_hour: 15, refused_day: 3 },
      ['flood_of_requests', 'refused_before', 'widely_shared_device'],
    ],
    [{ device_people: 8, account_age_days: 30 }, ['shared_device']],
    [{ spam_reports: 2, fake_number_reports: 1 }, ['reported_for_spam', 'reported_number']],
    [{ spam_reports: 3, fake_number_reports: 2 }, ['often_reported_for_spam', 'often_reported_number']],
    [{ seller_requests_hour: 20, account_age_days: 0 }, ['new_account', 'seller_flooded']],
  ])('%j give %j', async (fields, signals) => {
    expect(await facts(fields)).toEqual(signals);
  });

  test('every signal has its rule, and every rule can be given', async () => {
    const [row] = await sql`select prosrc from pg_proc where oid = 'callback_private.risk_signals'::regproc`;
    const given = [...String(row?.prosrc).matchAll(/(?:then|when '\w+' then) '(\w+)'/g)].map(
      ([, name]) => name,
    );
    const rules = await sql<{ name: string }[]>`select name from callback_private.risk_rules()`;
    expect(given.sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});
