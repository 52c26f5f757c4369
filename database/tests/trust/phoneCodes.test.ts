/** A number must be confirmed by a code that is texted to it, before its seller learns of the request. */
import { randomUUID } from 'node:crypto';
import {
  change,
  confirmCode,
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
  resendCode,
  submit,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { operatorsOf } from '@ringback/testing/database/operatorCalls.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let operator: string;
let buyer: Person;
let seller: Person;
let bike: Listing;
/** A new account with a link: 15 + 25 points, which ask for a code. The numbers are nobody else's. */
let risky: { requester_phone: string; message: string };
let lastNumber = 2_367_365_000;

const OPEN = {
  ...{ risk_mode: 'on', risk_code_at: 40, channels: ['sms'], codes_per_person_per_day: 6 },
  ...{
    unconfirmed_codes_per_prefix_per_day: 10,
    sms_per_prefix_per_day: 10_000,
    sms_per_recipient_per_day: 5,
  },
};

beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await set(OPEN);
  await makeItNoon(sql);
  operator = (await operatorsOf(sql)).admin;
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
  risky = { requester_phone: nextNumber(), message: `Sell ${buyer.id} faster: www.example.com/offer` };
});

/** Each with a prefix of its own. */
function nextNumber() {
  lastNumber += 10_000;
  return `+1212${String(lastNumber).slice(3)}`;
}
const set = async (values: object) =>
  Object.keys(values).length > 0 && sql`update callback_private.settings set ${sql(values)}`;
const send = (values: object = risky, { by = buyer, about = bike, key = null as string | null } = {}) => {
  const { requester_id: _, ...content } = requestValues(by, about, values);
  return submit(api, by.id, content, key);
};
/** As the worker reads it. */
const codeOf = async (id: string) =>
  (await sql`select callback_private.code_digits(callback_private.latest_code(${id})) as code`)[0]
    ?.code as string;
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
/** What is due for that number. */
const claim = async (phone = risky.requester_phone) => {
  const [row] =
    await sql`select callback_private.claim_deliveries('sms', 1000, interval '30 seconds') as claimed`;
  const messages: { id: string; attempt: number; code: string; address: string }[] = row?.claimed.messages;
  return messages.filter(({ address }) => address === phone);
};
const pass = (id: string, time: string) =>
  sql.begin(async (transaction) => {
    await transaction`update callback_private.phone_codes set created_at = created_at - ${time}::interval,
      expires_at = expires_at - ${time}::interval where callback_request_id = ${id}`;
    await transaction`update callback_private.held_requests set code_until = code_until - ${time}::interval where id = ${id}`;
  });
const outcomeOf = async (id: string) =>
  (await sql`select outcome from callback_private.request_facts where callback_request_id = ${id}`)[0]
    ?.outcome;
/** All that the seller can ask for. */
const seenBySeller = async () => ({
  list: (await api`select list_callback_requests('seller', null, 20, null, ${seller.id}) as page`)[0]?.page,
  raw: (await api`select get_seller_callback_requests(${seller.id}) as list`)[0]?.list,
  unread: (await api`select get_unread_callback_notification_count(${seller.id}) as count`)[0]?.count,
  notifications: (await api`select list_callback_notifications(20, null, false, ${seller.id}) as page`)[0]
    ?.page,
  stats: (await api`select get_callback_request_stats(${seller.id}) as stats`)[0]?.stats,
  rows: await sql`select from callback_requests where seller_id = ${seller.id}`,
  notices: await sql`select from callback_request_notifications where recipient_id = ${seller.id}`,
  events: await sql`select from callback_private.events e
    join callback_private.event_types t on t.name = e.event_type and 'seller' = any (t.audience)
    where e.seller_id = ${seller.id}`,
});

describe('a request that needs a code', () => {
  test('waits for it, and its seller has no sign of it until it is confirmed', async () => {
    const before = await seenBySeller();
    const { request } = await send();
    expect(request).toMatchObject({
      ...{ status: 'pending', is_waiting_for_code: true, is_being_checked: false, can_extend: false },
      phone_code: { tries_left: 5, resend_at: expect.any(String), confirm_until: expect.any(String) },
    });
    expect(await get(api, request.id, buyer.id)).toEqual(request);
    expect(await outcomeOf(request.id)).toBe('code');
    expect(request.history?.map(({ event_type }) => event_type)).toEqual(['code_sent']);
    await expectRefusal(get(api, request.id, seller.id), 'not_found');
    expect(await seenBySeller()).toEqual(before);

    const confirmed = await confirmCode(api, request.id, await codeOf(request.id), buyer.id);
    expect(confirmed).toMatchObject({ id: request.id, status: 'pending', is_waiting_for_code: false });
    expect(confirmed.phone_code).toBeNull();
    expect(confirmed.history?.map(({ event_type }) => event_type)).toEqual([
      ...['code_sent', 'phone_confirmed', 'request_created'],
    ]);
    expect((await get(api, request.id, seller.id)).requester_phone).toBe(risky.requester_phone);
    expect((await seenBySeller()).unread).toBe(1);
  });

  test('keeps the digits nowhere, and texts them once', async () => {
    const { request } = await send();
    const code = await codeOf(request.id);
    expect(code).toMatch(/^\d{6}$/);
    const [message] = await claim();
    expect(message).toMatchObject({ code, address: risky.requester_phone });
    const stored = await sql`
      select string_agg(t::text, ' ') as text from (
        select to_jsonb(c)::text from callback_private.phone_codes c
        union all select to_jsonb(d)::text from callback_private.deliveries d where d.subject_kind = 'code'
        union all select to_jsonb(e)::text from callback_private.events e where e.callback_request_id = ${request.id}
        union all select to_jsonb(h)::text from callback_private.held_requests h) t`;
    expect(stored[0]?.text).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
    expect(await claim()).toEqual([]);
  });

  test('is confirmed with spaces in the code, and a second time changes nothing', async () => {
    const { request } = await send();
    const code = await codeOf(request.id);
    await expectRefusal(confirmCode(api, request.id, '12345', buyer.id), 'invalid_input');
    await expectRefusal(confirmCode(api, request.id, null, buyer.id), 'invalid_input');
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const first = await confirmCode(api, request.id, spaced, buyer.id);
    expect(await confirmCode(api, request.id, code, buyer.id)).toEqual(first);
    expect(await sql`select from callback_requests where id = ${request.id}`).toHaveLength(1);
    await expectRefusal(resendCode(api, request.id, buyer.id), 'conflict');
  });

  test('is its buyer’s alone', async () => {
    const { request } = await send();
    const code = await codeOf(request.id);
    for (const other of [seller, await person(database)]) {
      await expectRefusal(confirmCode(api, request.id, code, other.id), 'not_found');
      await expectRefusal(resendCode(api, request.id, other.id), 'not_found');
    }
    await expectRefusal(confirmCode(api, randomUUID(), code, buyer.id), 'not_found');
    const plain = (await send({}, { about: await listing(database, seller) })).request;
    await expectRefusal(confirmCode(api, plain.id, code, buyer.id), 'conflict');
    await expectRefusal(confirmCode(api, plain.id, code, seller.id), 'forbidden');
    expect((await confirmCode(api, request.id, code, buyer.id)).is_waiting_for_code).toBe(false);
  });

  test('can be withdrawn, not edited; then the listing is free for another number', async () => {
    const { request } = await send();
    await expectRefusal(edit(api, request.id, { message: 'Hello' }, buyer.id), 'conflict');
    await expectRefusal(send({ ...risky, requester_phone: nextNumber() }), 'duplicate_request');
    await change(api, request.id, 'cancelled', buyer.id);
    await expectRefusal(confirmCode(api, request.id, await codeOf(request.id), buyer.id), 'code_expired');
    const again = (await send({ ...risky, requester_phone: nextNumber() })).request;
    expect(again.is_waiting_for_code).toBe(true);
  });

  test('is answered again by its key, also by the requirement’s own function', async () => {
    const key = randomUUID();
    const { request } = await send(risky, { key });
    expect(await send(risky, { key })).toMatchObject({ replayed: true, request: { id: request.id } });
    const other = await listing(database, seller);
    const id = await create(api, buyer, other, { ...risky, requester_phone: nextNumber() });
    expect(await get(api, id, buyer.id)).toMatchObject({ is_waiting_for_code: true });
  });
});

describe('tries', () => {
  test('are counted down; the sixth is none, and a resend brings new ones', async () => {
    const { request } = await send();
    const code = await codeOf(request.id);
    for (const left of [4, 3, 2, 1, 0]) {
      const { refusal } = await confirmCode(api, request.id, wrong(code), buyer.id);
      expect(refusal).toMatchObject({ code: 'wrong_code', detail: { tries_left: left } });
    }
    await expectRefusal(confirmCode(api, request.id, code, buyer.id), 'no_tries_left');
    expect(
      await sql`select times from callback_private.refusals where user_id = ${buyer.id} and code = 'wrong_code'`,
    ).toEqual([{ times: 5 }]);
    await pass(request.id, '31 seconds');
    const { request: renewed } = await resendCode(api, request.id, buyer.id);
    expect(renewed.phone_code?.tries_left).toBe(5);
    expect(await codeOf(request.id)).not.toBe(code);
    expect((await confirmCode(api, request.id, await codeOf(request.id), buyer.id)).status).toBe('pending');
  });

  test('are five, however many ask at once', async () => {
    const { request } = await send();
    const code = wrong(await codeOf(request.id));
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmCode(api, request.id, code, buyer.id)),
    );
    const counted = answers.filter(({ status }) => status === 'fulfilled');
    expect(counted).toHaveLength(5);
    expect(
      await sql`select tries from callback_private.phone_codes where callback_request_id = ${request.id}`,
    ).toEqual([{ tries: 5 }]);
  });

  test('with the right code at once send one request', async () => {
    const { request } = await send();
    const code = await codeOf(request.id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => confirmCode(api, request.id, code, buyer.id)),
    );
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([request.id]));
    expect(await sql`select from callback_requests where id = ${request.id}`).toHaveLength(1);
    expect((await seenBySeller()).notices).toHaveLength(1);
  });
});

describe('time', () => {
  test('a code is valid for five minutes, and one before the latest not at all', async () => {
    const { request } = await send();
    const first = await codeOf(request.id);
    await pass(request.id, '5 minutes 1 second');
    await expectRefusal(confirmCode(api, request.id, first, buyer.id), 'code_expired');
    await resendCode(api, request.id, buyer.id);
    const { refusal } = await confirmCode(api, request.id, first, buyer.id);
    expect(refusal?.code).toBe('wrong_code');
    expect((await confirmCode(api, request.id, await codeOf(request.id), buyer.id)).status).toBe('pending');
  });

  test('another code comes after half a minute, three in all, once for a key', async () => {
    const { request } = await send();
    expect((await resendCode(api, request.id, buyer.id)).refusal).toMatchObject({
      ...{ code: 'rate_limited', detail: { limit: 'code_resend', retry_after_seconds: 30 } },
    });
    await pass(request.id, '30 seconds');
    const key = randomUUID();
    expect((await resendCode(api, request.id, buyer.id, key)).request.phone_code?.resend_at).not.toBeNull();
    expect((await resendCode(api, request.id, buyer.id, key)).replayed).toBe(true);
    await pass(request.id, '30 seconds');
    expect((await resendCode(api, request.id, buyer.id)).request.phone_code?.resend_at).toBeNull();
    await pass(request.id, '30 seconds');
    expect((await resendCode(api, request.id, buyer.id)).refusal?.detail.limit).toBe('codes_per_request');
    expect(
      await sql`select from callback_private.phone_codes where callback_request_id = ${request.id}`,
    ).toHaveLength(3);
  });

  test('what nobody confirms within 15 minutes lapses, and its seller never knew', async () => {
    const before = await seenBySeller();
    const { request } = await send();
    const code = await codeOf(request.id);
    await pass(request.id, '15 minutes 1 second');
    await expectRefusal(confirmCode(api, request.id, code, buyer.id), 'code_expired');
    await expectRefusal(resendCode(api, request.id, buyer.id), 'code_expired');
    await maintainAll(api);
    const closed = await get(api, request.id, buyer.id);
    expect(closed).toMatchObject({ status: 'cancelled', cancelled_by: 'system', is_waiting_for_code: false });
    expect(closed.history?.map(({ event_type }) => event_type)).toEqual(['code_sent', 'request_not_sent']);
    expect(await seenBySeller()).toEqual(before);
    expect((await send({ ...risky, requester_phone: nextNumber() })).request.is_waiting_for_code).toBe(true);
  });

  test('what was not confirmed in time makes way for a new request, before any maintenance', async () => {
    const { request } = await send();
    await expectRefusal(send(), 'duplicate_request');
    await pass(request.id, '15 minutes 1 second');
    expect((await send()).request.is_waiting_for_code).toBe(true);
    expect(await get(api, request.id, buyer.id)).toMatchObject({
      status: 'cancelled',
      cancelled_by: 'system',
    });
  });

  test('a confirmation and the lapse at once leave one of the two', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      const item = await listing(database, seller);
      const who = await person(database);
      const { request } = await send({ ...risky, requester_phone: nextNumber() }, { by: who, about: item });
      const code = await codeOf(request.id);
      await sql`update callback_private.held_requests set code_until = now() + interval '40 milliseconds' where id = ${request.id}`;
      const [confirmed] = await Promise.allSettled([
        new Promise((resolve) => setTimeout(resolve, 35)).then(() =>
          confirmCode(api, request.id, code, who.id),
        ),
        new Promise((resolve) => setTimeout(resolve, 42)).then(() =>
          api`select callback_private.close_lapsed_requests(100)`.catch(
            () => sql`select callback_private.close_lapsed_requests(100)`,
          ),
        ),
      ]);
      const { status } = await get(api, request.id, who.id);
      const rows = await sql`select from callback_requests where id = ${request.id}`;
      expect(rows).toHaveLength(confirmed?.status === 'fulfilled' ? 1 : 0);
      if (confirmed?.status === 'fulfilled') expect(status).toBe('pending');
    }
  });
});

describe('a right code for a request that can’t be sent anymore', () => {
  const expectEnded = async (id: string, before: object) => {
    expect(await confirmCode(api, id, await codeOf(id), buyer.id)).toMatchObject({
      ...{ status: 'cancelled', cancelled_by: 'system', is_waiting_for_code: false },
    });
    expect(await seenBySeller()).toEqual(before);
    const phones = await sql`select from callback_private.confirmed_phones where person_id = ${buyer.id}`;
    expect(phones).toHaveLength(1);
  };

  test('ends it where the listing is gone, and the number is confirmed', async () => {
    const before = await seenBySeller();
    const { request } = await send();
    await sql`update listings set status = 'sold' where id = ${bike.id}`;
    await expectEnded(request.id, before);
  });

  test('ends it where the seller has had the requests of a day', async () => {
    const [usual] = await sql`select requests_per_seller_per_day as per_day from callback_private.settings`;
    const { request } = await send();
    await create(api, await person(database), bike);
    const before = await seenBySeller();
    await set({ requests_per_seller_per_day: 1 });
    await expectEnded(request.id, before).finally(() => set({ requests_per_seller_per_day: usual?.per_day }));
  });
});

describe('a confirmed number', () => {
  test('is asked for no more, of its person alone, for as long as the policy says', async () => {
    const { request } = await send();
    await confirmCode(api, request.id, await codeOf(request.id), buyer.id);
    const again = async (by: Person) =>
      (await send(risky, { by, about: await listing(database, seller) })).request;
    const known = await again(buyer);
    expect(known.is_waiting_for_code).toBe(false);
    const [facts] =
      await sql`select signals from callback_private.request_facts where callback_request_id = ${known.id}`;
    expect(facts?.signals).toContain('confirmed_number');
    expect((await again(await person(database))).is_waiting_for_code).toBe(true);
    await sql`update callback_private.confirmed_phones set verified_at = verified_at - interval '181 days'`;
    expect((await again(buyer)).is_waiting_for_code).toBe(true);
    await maintainAll(api);
    expect(await sql`select from callback_private.confirmed_phones where person_id = ${buyer.id}`).toEqual(
      [],
    );
  });

  test('can be put into an open request; one that needs a code cannot', async () => {
    const { request } = await send();
    await confirmCode(api, request.id, await codeOf(request.id), buyer.id);
    const plain = (await send({}, { about: await listing(database, seller) })).request;
    await edit(api, plain.id, { message: risky.message }, buyer.id);
    await expectRefusal(edit(api, plain.id, { requester_phone: nextNumber() }, buyer.id), 'not_accepted');
    const edited = await edit(api, plain.id, { requester_phone: risky.requester_phone }, buyer.id);
    expect(edited.request.requester_phone).toBe(risky.requester_phone);
  });
});

describe('where no code can be texted', () => {
  const held = async (values: object = risky, by = buyer) => {
    const { request } = await send(values, { by, about: await listing(database, seller) });
    expect(request.is_waiting_for_code !== request.is_being_checked).toBe(true);
    return request.is_being_checked;
  };

  test('without SMS, or while SMS are paused, an operator decides', async () => {
    await set({ channels: ['email'] });
    expect(await held()).toBe(true);
    await set(OPEN);
    await sql`insert into callback_private.channel_pauses (channel, operator_id) values ('sms', ${operator})`;
    expect(await held()).toBe(true);
    await sql`update callback_private.channel_pauses set ended_at = now()`;
    expect(await held()).toBe(false);
  });

  test('nobody is asked unless the policy says from how many points, in mode on', async () => {
    const outcome = async (values: object) => {
      await set(values);
      const { request } = await send(risky, { about: await listing(database, seller) });
      await set(OPEN);
      return outcomeOf(request.id);
    };
    expect(await outcome({ risk_code_at: null })).toBe('allow');
    expect(await outcome({ risk_mode: 'watch' })).toBe('allow');
    expect(await outcome({ risk_code_at: 41 })).toBe('allow');
    expect(await outcome({ risk_hold_at: 40 })).toBe('hold');
    await set({ risk_hold_at: 60 });
    expect(await outcome({})).toBe('code');
    await expect(set({ risk_code_at: 30 })).rejects.toThrow('settings_risk_code_at_check');
  });

  test('a full cap of SMS holds, and so does STOP', async () => {
    await sql`insert into callback_private.sms_counts (day, cap, key, sent)
      select (now() at time zone s.time_zone)::date, 'prefix', ${risky.requester_phone.slice(0, -4)}, s.sms_per_prefix_per_day
      from callback_private.settings s`;
    expect(await held()).toBe(true);
    const stopped = nextNumber();
    await sql`insert into callback_private.sms_stops (phone_hash) values (callback_private.phone_hash(${stopped}))`;
    expect(await held({ ...risky, requester_phone: stopped }, await person(database))).toBe(true);
    expect(await held({ ...risky, requester_phone: nextNumber() }, await person(database))).toBe(false);
  });

  test('a person gets so many codes in a day', async () => {
    await set({ codes_per_person_per_day: 2 });
    expect(await held()).toBe(false);
    expect(await held({ ...risky, requester_phone: nextNumber() })).toBe(false);
    expect(await held({ ...risky, requester_phone: nextNumber() })).toBe(true);
    expect(await held({ ...risky, requester_phone: nextNumber() }, await person(database))).toBe(false);
    await set(OPEN);
  });

  test('three codes for one request count as one that nobody confirmed', async () => {
    await set({ unconfirmed_codes_per_prefix_per_day: 3, codes_per_person_per_day: 20 });
    const { request } = await send(risky, { about: await listing(database, seller) });
    for (const _ of ['second', 'third']) {
      await pass(request.id, '30 seconds');
      await resendCode(api, request.id, buyer.id);
    }
    const neighbour = `${risky.requester_phone.slice(0, -1)}9`;
    expect(await held({ ...risky, requester_phone: neighbour })).toBe(false);
    await set(OPEN);
  });

  test('codes that nobody enters stop at a number, exactly, and raise the alert', async () => {
    await set({ unconfirmed_codes_per_prefix_per_day: 3 });
    const prefix = nextNumber().slice(0, -4);
    const people = await Promise.all(Array.from({ length: 8 }, () => person(database)));
    const items = await Promise.all(people.map(() => listing(database, seller)));
    const outcomes = await Promise.all(
      people.map(async (by, n) => {
        const phone = `${prefix}${1000 + n * 37}`;
        const message = `Dear ${by.id}, look at www.example.com/offer`;
        const { request } = await send(
          { requester_phone: phone, message },
          { by, about: items[n] as Listing },
        );
        return request.is_waiting_for_code;
      }),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(3);
    await maintainAll(api);
    const [alert] =
      await sql`select figure from callback_private.alerts where kind = 'code_pumping' and subject = ${prefix}`;
    expect(alert?.figure).toEqual({ codes: 3, accounts: 3 });
    const [waiting] = await sql<{ id: string; requester_id: string }[]>`
      select h.id, h.requester_id from callback_private.held_requests h
      where h.requester_phone like ${`${prefix}%`} and h.code_until is not null limit 1`;
    await confirmCode(api, waiting?.id ?? '', await codeOf(waiting?.id ?? ''), waiting?.requester_id ?? '');
    expect(await held({ ...risky, requester_phone: `${prefix}9999` })).toBe(false);
    await set(OPEN);
  });

  test('a code that did not arrive hands the request to an operator; what is outdated is not sent', async () => {
    const { request } = await send();
    const [message] = await claim();
    const result = [{ id: message?.id, attempt: message?.attempt, outcome: 'failed', error_code: '21211' }];
    await sql`select callback_private.record_deliveries(${sql.json(result as never)})`;
    expect(await get(api, request.id, buyer.id)).toMatchObject({
      is_being_checked: true,
      is_waiting_for_code: false,
    });
    await expectRefusal(resendCode(api, request.id, buyer.id), 'conflict');

    const withdrawn = (await send(risky, { about: await listing(database, seller) })).request;
    await change(api, withdrawn.id, 'cancelled', buyer.id);
    expect(await claim()).toEqual([]);
    expect((await get(api, withdrawn.id, buyer.id)).status).toBe('cancelled');
  });

  test('a resend that cannot leave hands it over too', async () => {
    const { request } = await send();
    await pass(request.id, '31 seconds');
    await set({ channels: [] });
    const answer = await resendCode(api, request.id, buyer.id);
    await set(OPEN);
    expect(answer.request).toMatchObject({ is_being_checked: true, is_waiting_for_code: false });
  });
});

describe('for operators', () => {
  const reviews = async (state: string | null, relatedTo: string | null = null) =>
    (await api`select list_callback_reviews(${state}, ${relatedTo}, 100, null, ${operator}) as page`)[0]
      ?.page as {
      items: { id: string; state: string }[];
      waiting: number;
    };
  const decide = async (ids: string[], decision: string) =>
    (await api`select decide_callback_reviews(${api.json({ ids, decision })}, ${operator}) as answer`)[0]
      ?.answer.results as { outcome: string }[];
  const stateOf = async (id: string) => (await reviews(null, id)).items.find((item) => item.id === id)?.state;

  test('it waits for its buyer, not for them; they may decide all the same', async () => {
    const before = (await reviews('waiting')).waiting;
    const { request } = await send();
    expect((await reviews('waiting')).waiting).toBe(before);
    expect(await stateOf(request.id)).toBe('waiting_for_code');
    expect(await decide([request.id], 'approve')).toMatchObject([{ outcome: 'approved' }]);
    expect(await stateOf(request.id)).toBe('approved');
    const other = (
      await send({ ...risky, requester_phone: nextNumber() }, { about: await listing(database, seller) })
    ).request;
    await confirmCode(api, other.id, await codeOf(other.id), buyer.id);
    expect(await stateOf(other.id)).toBe('confirmed');
  });

  test('the preview counts who would be asked', async () => {
    const preview = async (changes: object) =>
      (await api`select preview_callback_risk(${api.json(changes as never)}, ${operator}) as answer`)[0]
        ?.answer;
    const { present, tried } = await preview({ risk_code_at: null });
    expect(present.code).toBeGreaterThan(0);
    expect(tried.code).toBe(0);
    expect(tried.allow).toBe(present.allow + present.code);
  });
});

describe('an erased person', () => {
  test('leaves no number and no code; the export has had both', async () => {
    const { request } = await send();
    await confirmCode(api, request.id, await codeOf(request.id), buyer.id);
    const waiting: RequestJson = (
      await send({ ...risky, requester_phone: nextNumber() }, { about: await listing(database, seller) })
    ).request;
    const [exported] = await api`select export_callback_data(${buyer.id}) as data`;
    expect(exported?.data.confirmed_phones).toMatchObject([{ phone: risky.requester_phone }]);
    await api`select erase_callback_data('erase', ${buyer.id})`;
    expect(await sql`select from callback_private.confirmed_phones where person_id = ${buyer.id}`).toEqual(
      [],
    );
    expect(
      await sql`select from callback_private.phone_codes where callback_request_id = ${waiting.id}`,
    ).toEqual([]);
    await expectRefusal(confirmCode(api, waiting.id, '000000', buyer.id), 'not_found');
  });
});
