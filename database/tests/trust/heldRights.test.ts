/** What people's rights and statistics make of requests that are held, refused or reported: consent, erasure, legal holds, export. */
import {
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  type Person,
  person,
  requestValues,
  submit,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { operatorsOf } from '@ringback/testing/database/operatorCalls.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let admin: string;
let buyer: Person;
let seller: Person;
let bike: Listing;
let line = 2000;

beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await sql`update callback_private.settings set risk_mode = 'on', risk_hold_at = 40`;
  await makeItNoon(sql);
  admin = (await operatorsOf(sql)).admin;
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller);
});

/** A new account with a link: 40 points, and texts that nobody else sends. */
const hold = async (by = buyer, values: object = {}) => {
  const message = `Look at www.example.com/${by.id}`;
  const { requester_id: _, ...content } = requestValues(by, bike, {
    ...{ message, requester_phone: `+1212555${line++}` },
    ...values,
  });
  const { request } = await submit(api, by.id, content);
  return request;
};
const held = async (values: object = {}) => {
  const request = await hold(buyer, values);
  expect(request.is_being_checked).toBe(true);
  return request;
};
const decide = async (ids: string[], decision: string, more: object = {}) =>
  (await api`select decide_callback_reviews(${api.json({ ids, decision, ...more })}, ${admin}) as answer`)[0]
    ?.answer;
const outcome = async (id: string, decision: string) => (await decide([id], decision)).results[0].outcome;
const stats = async ({ id }: Person) =>
  (await api`select get_callback_request_stats(${id}) as stats`)[0]?.stats;
const withdrawConsent = async () =>
  (await api`select withdraw_callback_consent(${buyer.id}) as answer`)[0]?.answer;
const erase = ({ id }: Person) => api`select erase_callback_data('erase', ${id})`;
const placeHold = ({ id }: Person) =>
  api`select hold_callback_person(${id}, 'A court asks.', now() + interval '30 days', ${admin})`;
const exported = async ({ id }: Person) => (await api`select export_callback_data(${id}) as data`)[0]?.data;
/** Every row of every table of ours that holds the text, by table. */
const tracesOf = async (text: string): Promise<string[]> => {
  const tables = await sql`select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
    and (c.relnamespace = 'callback_private'::regnamespace or c.relname like 'callback\\_%') and c.relname <> 'phone_ranges'`;
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await sql.unsafe(`select from ${name} t where t::text like '%' || $1 || '%' limit 1`, [text])).length >
      0
        ? [String(name)]
        : [],
    ),
  );
  return found.flat().sort();
};

describe('the statistics', () => {
  test.each(['reject', 'lapse', 'withdraw', 'reject, reopen and approve'])(
    'know nothing of what was held: %s',
    async (way) => {
      const before = [await stats(buyer), await stats(seller)];
      const { id } = await held();
      if (way === 'lapse') {
        await sql`update callback_private.held_requests set held_at = now() - interval '25 hours' where id = ${id}`;
        await maintainAll(api);
      } else if (way === 'withdraw') await update(api, id, 'cancelled', buyer.id);
      else expect(await outcome(id, 'reject')).toBe('rejected');
      expect([await stats(buyer), await stats(seller)]).toEqual(before);
      if (!way.includes('approve')) return;
      await outcome(id, 'reopen');
      expect(await outcome(id, 'approve')).toBe('approved');
      expect((await stats(seller)).as_seller).toMatchObject({ total_received: 1, pending: 1, cancelled: 0 });
    },
  );
});

describe('consent that is withdrawn', () => {
  const consent = { consent: { version: 1, locale: 'en', source: 'web' } };

  test('ends what is held, and nobody can send it any more', async () => {
    const { id } = await held(consent);
    expect(await withdrawConsent()).toEqual({ withdrawn_requests: 1 });
    expect(await outcome(id, 'approve')).toBe('unchanged');
    expect((await get(api, id, buyer.id)).status).toBe('cancelled');
  });

  test('after a rejection keeps an operator from reopening and sending it', async () => {
    const { id } = await held(consent);
    await outcome(id, 'reject');
    await withdrawConsent();
    await outcome(id, 'reopen');
    expect(await outcome(id, 'approve')).toBe('conflict');
  });

  test('by STOP ends those with the number', async () => {
    const { id, requester_phone } = await held(consent);
    await sql`select callback_private.withdraw_by_number(${requester_phone ?? ''})`;
    expect((await get(api, id, buyer.id)).status).toBe('cancelled');
  });

  test('was given when the buyer asked, not when an operator sent the request', async () => {
    const { id } = await held(consent);
    await sql`update callback_private.held_requests
      set request = request || jsonb_build_object('consent_given_at', now() - interval '3 hours') where id = ${id}`;
    await outcome(id, 'approve');
    const [row] =
      await sql`select consent_given_at < now() - interval '2 hours' as is_early from callback_requests where id = ${id}`;
    expect(row).toEqual({ is_early: true });
  });
});

describe('an erasure', () => {
  test('of the buyer leaves no trace of a request that was never sent', async () => {
    const { id } = await held();
    await decide([id], 'reject', { reason: 'Sentence of an operator' });
    await erase(buyer);
    for (const trace of [buyer.id, `example.com/${buyer.id}`, 'Sentence of an operator'])
      expect(await tracesOf(trace)).toEqual([]);
  });

  test('of the seller closes what waits for them, and leaves the buyer what they wrote', async () => {
    const { id, message } = await held();
    await erase(seller);
    expect(await tracesOf(seller.id)).toEqual([]);
    expect(await get(api, id, buyer.id)).toMatchObject({
      ...{ status: 'cancelled', message, is_being_checked: false, seller_id: null },
    });
  });

  test('by the marketplace’s own delete is the same, also of one who only had a held request', async () => {
    await held();
    await sql`delete from profiles where id = ${buyer.id}`;
    expect(await tracesOf(buyer.id)).toEqual([]);
    const [row] = await sql`select count(*)::int as count from callback_private.erasures
      where person_hash = callback_private.person_hash(${buyer.id})`;
    expect(row).toEqual({ count: 1 });
  });

  test('of a listing closes what waits, and its buyer reads that', async () => {
    const { id } = await held();
    await sql`delete from listings where id = ${bike.id}`;
    expect(await get(api, id, buyer.id)).toMatchObject({ status: 'cancelled', listing_id: null });
    expect(await outcome(id, 'approve')).toBe('unchanged');
  });

  test('lifts no block against the person', async () => {
    await api`select add_callback_trust_entry(${api.json({ list: 'block', person_id: buyer.id, reason: 'Flood' })}, ${admin})`;
    await sql`insert into callback_private.seller_blocks (seller_id, buyer_id) values (${seller.id}, ${buyer.id})`;
    await erase(buyer);
    expect(await tracesOf(buyer.id)).toEqual([
      'callback_private.seller_blocks',
      'callback_private.trust_entries',
    ]);
    await erase(seller);
    expect(await tracesOf(seller.id)).toEqual([]);
  });
});

describe('a legal hold', () => {
  test('keeps a held request from the marketplace’s delete of its buyer', async () => {
    await held();
    await placeHold(buyer);
    await expectRefusal(sql`delete from profiles where id = ${buyer.id}`, 'forbidden');
    await expectRefusal(erase(buyer), 'forbidden');
  });

  test('lets the other side go, and keeps what the person wrote', async () => {
    const { id, message } = await held();
    await placeHold(buyer);
    await sql`delete from profiles where id = ${seller.id}`;
    expect((await get(api, id, buyer.id)).message).toBe(message);
  });
});

describe('an export', () => {
  test('has what was held, as its buyer reads it, and what a seller blocked and reported', async () => {
    const { id } = await held();
    expect((await exported(buyer)).requests_made).toMatchObject([{ id, is_being_checked: true }]);
    await outcome(id, 'approve');
    expect((await exported(buyer)).requests_made).toHaveLength(1);
    await api`select report_callback_request(${id}, '{"reason": "spam", "block": true}', ${seller.id})`;
    expect(await exported(seller)).toMatchObject({
      reports_made: [{ callback_request_id: id, reason: 'spam' }],
      blocked_buyers: [{ buyer_id: buyer.id }],
    });
  });

  test('shows the buyer no block, report, signal or score', async () => {
    const { id } = await held();
    await outcome(id, 'approve');
    await api`select report_callback_request(${id}, '{"reason": "spam", "block": true}', ${seller.id})`;
    await decide([id], 'reject', { block: 'both' });
    bike = await listing(database, await person(database));
    await hold(buyer).catch(() => undefined); // refused
    const { blocked_buyers, ...data } = await exported(buyer);
    expect(blocked_buyers).toEqual([]);
    expect(data.requests_made).toMatchObject([{ id }]);
    expect(JSON.stringify(data).replaceAll('trust_score', '')).not.toMatch(
      /block|spam|score|signal|anothers|outcome/,
    );
  });
});

describe('a report', () => {
  test('about a buyer who is gone is refused, with the reason', async () => {
    const { id } = await held();
    await outcome(id, 'approve');
    await erase(buyer);
    for (const report of [{ reason: 'spam' }, { block: true }])
      await expectRefusal(
        api`select report_callback_request(${id}, ${api.json(report)}, ${seller.id})`,
        'conflict',
      );
  });
});

test('senders are blocked also where one number is no longer kept', async () => {
  const old = await held();
  await outcome(old.id, 'approve');
  await sql`update callback_requests set requester_phone = null, status = 'expired' where id = ${old.id}`;
  bike = await listing(database, seller);
  const fresh = await held();
  const answer = await decide([old.id, fresh.id], 'reject', { block: 'both' });
  expect(answer.trust_entry_ids).toHaveLength(2); // the buyer, and the one number that is known
});

test('a withdrawal may be repeated; what is closed says so', async () => {
  const { id } = await held();
  const withdraw = () => update(api, id, 'cancelled', buyer.id);
  await withdraw();
  await withdraw();
  bike = await listing(database, seller);
  const other = await held();
  await outcome(other.id, 'reject');
  await expectRefusal(update(api, other.id, 'cancelled', buyer.id), 'invalid_transition');
});

test('urgent requests that wait count as open urgent ones', async () => {
  await sql`update callback_private.settings set open_urgent_requests_per_user = 1`;
  await held({ priority: 'urgent' });
  bike = await listing(database, seller);
  const { requester_id: _, ...content } = requestValues(buyer, bike, { priority: 'urgent' });
  expect((await submit(api, buyer.id, content)).refusal?.detail.limit).toBe('open_urgent_requests_per_user');
  await sql`update callback_private.settings set open_urgent_requests_per_user = 3`;
});
