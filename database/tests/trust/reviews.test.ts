/** The review desk: what waits, what is related, decisions with their audit, lists of people and numbers, and trying another policy. */

import { randomUUID } from 'node:crypto';
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
} from '@ringback/testing/database/index.ts';
import { actsOf, asOperator, operatorsOf, type Role } from '@ringback/testing/database/operatorCalls.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type ReviewJson = {
  id: string;
  state: string;
  phone_masked: string | null;
  shared: Record<string, string | null>;
};
type Page = { items: ReviewJson[]; next_cursor: string | null; waiting: number };

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let operators: Record<Role, string>;
let seller: Person;

beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set risk_mode = 'on'`;
  ({ sql, api } = database);
  await makeItNoon(sql);
  operators = await operatorsOf(sql);
});
beforeEach(async () => {
  await sql`delete from callback_requests`;
  await sql`delete from callback_private.held_requests`;
  await sql`delete from callback_private.request_facts`;
  await sql`delete from callback_private.trust_entries`;
  seller = await person(database);
});

const RISKY_PHONE = '+12129876543';

/** Sends a request that is held (running digits, a new account, a link), or an ordinary one. */
async function send(by: Person, { risky = true, about }: { risky?: boolean; about?: Listing } = {}) {
  const values = requestValues(by, about ?? (await listing(database, seller)), {
    message: risky ? 'Sell faster: www.example.com, or call 0171 555 0123' : 'Is it still there?',
    ...(risky && { requester_phone: RISKY_PHONE }),
  });
  const { requester_id: _, ...content } = values;
  return submit(api, by.id, content);
}
const call = <Result>(name: string, args: object = {}, role: Role = 'admin') =>
  asOperator<Result>(api, operators[role], name, args as Record<string, unknown>);
const list = (args: object = { p_state: 'waiting' }, role: Role = 'support') =>
  call<Page>('list_callback_reviews', args, role);
const decide = (ids: string[], decision: string, more: object = {}, role: Role = 'support') =>
  call<{ results: { id: string; outcome: string }[]; trust_entry_ids: string[] }>(
    'decide_callback_reviews',
    { p_decision: { ids, decision, ...more } },
    role,
  );

describe('the list', () => {
  test('has what waits, with its reasons in words, and no number in any text', async () => {
    const buyer = await person(database);
    const { request } = await send(buyer);
    const page = await list();
    expect(page).toMatchObject({ waiting: 1, next_cursor: null });
    expect(page.items).toMatchObject([
      {
        ...{ id: request.id, state: 'waiting', score: 85, buyer: { id: buyer.id, name: 'Ada Okafor' } },
        signals: [
          { name: 'patterned_number', points: 45, meaning: expect.stringContaining('runs up or down') },
          { name: 'link', points: 25 },
          { name: 'new_account', points: 15 },
        ],
        phone_masked: '+1 •••• ••6543',
      },
    ]);
    expect(JSON.stringify(page)).not.toContain('555 0123');
    expect(JSON.stringify(page)).not.toContain(RISKY_PHONE);
    expect((await list(undefined, 'viewer')).items[0]?.phone_masked).toBeNull();
  });

  test('goes in pages, newest first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.unshift((await send(await person(database))).request.id);
    const first = await list({ p_state: 'waiting', p_limit: 2 });
    const second = await list({ p_state: 'waiting', p_limit: 2, p_cursor: first.next_cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next_cursor).toBeNull();
  });

  test('of related ones has who shares a number, a device or a text, and nobody else', async () => {
    const [one, two, other] = [await person(database), await person(database), await person(database)];
    const { request: first } = await send(one);
    const { request: second } = await send(two);
    await send(other, { risky: false });
    const page = await list({ p_related_to: first.id });
    expect(page.items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(page.items[0]?.shared).toEqual(page.items[1]?.shared);
    expect(page.items[0]?.shared.phone).toMatch(/^[0-9a-f]{8}$/);
  });

  test('has what was refused and what was sent with a risk', async () => {
    await sql`update callback_private.settings set risk_refuse_at = 80`;
    const { refusal } = await send(await person(database));
    await sql`update callback_private.settings set risk_refuse_at = 150, risk_mode = 'watch'`;
    const { request } = await send(await person(database));
    await sql`update callback_private.settings set risk_mode = 'on'`;
    expect(refusal?.code).toBe('not_accepted');
    expect((await list({ p_state: 'refused' })).items).toMatchObject([
      { state: 'refused', phone_masked: null },
    ]);
    expect((await list({ p_state: 'sent' })).items).toMatchObject([{ id: request.id, state: 'sent' }]);
  });

  test('is for operators', async () => {
    await expectRefusal(api`select list_callback_reviews('waiting')`, 'forbidden');
    await expectRefusal(list({ p_state: 'everything' }), 'invalid_input');
  });
});

describe('a decision', () => {
  test('approves: the request begins now, for its seller too', async () => {
    const buyer = await person(database);
    const { request } = await send(buyer);
    await sql`update callback_private.held_requests set held_at = held_at - interval '5 hours'`;
    expect((await decide([request.id], 'approve')).results).toEqual([
      { id: request.id, outcome: 'approved' },
    ]);
    const sent = await get(api, request.id, seller.id);
    expect(sent).toMatchObject({ status: 'pending', is_being_checked: false });
    expect(sent.history?.map(({ event_type }) => event_type)).toEqual(['request_created']);
    expect(
      await sql`select from callback_request_notifications where recipient_id = ${seller.id}`,
    ).toHaveLength(1);
    expect((await get(api, request.id, buyer.id)).is_being_checked).toBe(false);
    expect((await list()).waiting).toBe(0);
    expect((await decide([request.id], 'approve')).results[0]?.outcome).toBe('unchanged');
  });

  test('that can no longer be carried out has the reason’s code, and leaves it waiting', async () => {
    const item = await listing(database, seller);
    const { request } = await send(await person(database), { about: item });
    await sql`update listings set status = 'sold' where id = ${item.id}`;
    expect((await decide([request.id], 'approve')).results).toEqual([
      { id: request.id, outcome: 'conflict' },
    ]);
    expect((await list()).waiting).toBe(1);
  });

  test('rejects: the buyer reads it, the seller never', async () => {
    const buyer = await person(database);
    const { request } = await send(buyer);
    await decide([request.id], 'reject', { reason: 'Advertising' });
    expect(await get(api, request.id, buyer.id)).toMatchObject({
      ...{ status: 'cancelled', cancelled_by: 'operator', cancel_reason: 'Advertising' },
    });
    await expectRefusal(get(api, request.id, seller.id), 'not_found');
    expect(
      await sql`select from callback_request_notifications where recipient_id = ${seller.id}`,
    ).toHaveLength(0);
  });

  test('is taken back: it waits again', async () => {
    const buyer = await person(database);
    const { request } = await send(buyer);
    await decide([request.id], 'reject');
    expect((await decide([request.id], 'reopen')).results[0]?.outcome).toBe('reopened');
    const reopened = { status: 'pending', is_being_checked: true };
    expect(await get(api, request.id, buyer.id)).toMatchObject(reopened);
    expect((await decide([request.id], 'approve')).results[0]?.outcome).toBe('approved');
  });

  test('closes what was sent and is open', async () => {
    const { request } = await send(await person(database), { risky: false });
    expect((await decide([request.id], 'reject')).results[0]?.outcome).toBe('closed');
    const closed = { status: 'cancelled', cancelled_by: 'operator' };
    expect(await get(api, request.id, seller.id)).toMatchObject(closed);
  });

  test('is in the audit, each', async () => {
    const ids = [
      (await send(await person(database))).request.id,
      (await send(await person(database))).request.id,
    ];
    await decide(ids, 'reject', { reason: 'Call 0171 555 0123' });
    const acts = (await actsOf(sql, operators.support)).slice(-2);
    expect(acts.sort((a, b) => a.subject_id.localeCompare(b.subject_id))).toEqual(
      ids.sort().map((subject_id) => ({
        ...{ action: 'reject_review', subject_kind: 'callback_request', subject_id },
        data: { reason: expect.not.stringContaining('555') },
      })),
    );
  });

  test('is not a viewer’s, blocks are an admin’s, and no more than 500 are decided at once', async () => {
    const { request } = await send(await person(database));
    await expectRefusal(decide([request.id], 'reject', {}, 'viewer'), 'forbidden');
    await expectRefusal(decide([request.id], 'reject', { block: 'person' }, 'support'), 'forbidden');
    await expectRefusal(
      decide(
        Array.from({ length: 501 }, () => randomUUID()),
        'reject',
      ),
      'invalid_input',
    );
    await expectRefusal(decide([request.id], 'approve', { block: 'person' }, 'admin'), 'invalid_input');
    expect((await list()).waiting).toBe(1);
    const blocked = await decide([request.id], 'reject', { block: 'both' }, 'admin');
    expect(blocked.trust_entry_ids).toHaveLength(2);
  });
});

describe('the lists', () => {
  const add = (entry: object, role: Role = 'admin') =>
    call<{ id: string; phone_masked: string | null }>('add_callback_trust_entry', { p_entry: entry }, role);

  test('refuse whom they block, whatever the risk is, and do not say why', async () => {
    const buyer = await person(database);
    await add({ list: 'block', person_id: buyer.id, reason: 'Rude' });
    const { refusal } = await send(buyer, { risky: false });
    expect(refusal).toMatchObject({
      code: 'not_accepted',
      message: 'We couldn’t accept this request.',
      detail: {},
    });
    expect((await send(await person(database), { risky: false })).refusal).toBeUndefined();
  });

  test('refuse a number of anyone, until the entry ends or is removed', async () => {
    const { id } = await add({ list: 'block', phone: RISKY_PHONE, reason: 'Bombed' });
    expect((await send(await person(database))).refusal?.code).toBe('not_accepted');
    await call('remove_callback_trust_entries', { p_entries: { ids: [id] } });
    expect((await send(await person(database))).request.is_being_checked).toBe(true);
    const ends_at = new Date(Date.now() + 3_600_000).toISOString();
    await add({ list: 'block', phone: RISKY_PHONE, reason: 'Bombed', ends_at });
    expect((await send(await person(database))).refusal?.code).toBe('not_accepted');
    await sql`update callback_private.trust_entries
      set created_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'`;
    expect((await send(await person(database))).request.is_being_checked).toBe(true);
  });

  test('let through whom they allow', async () => {
    const buyer = await person(database);
    await add({ list: 'allow', person_id: buyer.id, reason: 'A dealer' });
    expect((await send(buyer)).request.is_being_checked).toBe(false);
  });

  test('hold one entry of each, with masked numbers, in the audit without them', async () => {
    const phone = '+442079460018';
    await add({ list: 'block', phone, reason: 'One' });
    await add({ list: 'allow', phone, reason: 'Two' });
    const entries = await call<{ items: object[] }>('list_callback_trust_entries', {}, 'support');
    expect(entries.items).toMatchObject([{ list: 'allow', phone_masked: '+44 •••• ••0018', reason: 'Two' }]);
    const unseen = await call('list_callback_trust_entries', {}, 'viewer');
    expect(unseen).toMatchObject({ items: [{ phone_masked: null }] });
    const acts = (await actsOf(sql, operators.admin)).slice(-2);
    expect(acts).toMatchObject([
      { action: 'block_subject', subject_id: '••18' },
      { action: 'allow_subject' },
    ]);
    expect(visibleText(acts)).not.toContain('460018');
  });

  test('refuse what is no entry, and are an admin’s to change', async () => {
    const entry = { list: 'block', phone: '+442079460018', reason: 'x' };
    await expectRefusal(add({ list: 'block', reason: 'Nobody' }), 'invalid_input');
    await expectRefusal(add({ ...entry, phone: '12' }), 'invalid_input');
    await expectRefusal(add({ ...entry, reason: null }), 'invalid_input');
    await expectRefusal(add({ ...entry, list: 'grey' }), 'invalid_input');
    await expectRefusal(add({ ...entry, ends_at: 'soon' }), 'invalid_input');
    await expectRefusal(add(entry, 'support'), 'forbidden');
    await expectRefusal(
      call('remove_callback_trust_entries', { p_entries: { ids: [] } }, 'support'),
      'forbidden',
    );
  });
});

test('another policy is tried on what happened, and nothing is changed', async () => {
  const { request } = await send(await person(database), { risky: false });
  const risky = await send(await person(database));
  await sql`update callback_requests
    set status = 'completed', acknowledged_at = requested_at, completed_at = now() where id = ${request.id}`;
  const preview = (changes: object) => call('preview_callback_risk', { p_changes: changes }, 'viewer');
  expect(await preview({})).toEqual({
    ...{ requests: 2, completed_stopped: 0, examples: [] },
    ...{
      present: { allow: 1, code: 0, hold: 1, refuse: 0 },
      tried: { allow: 1, code: 0, hold: 1, refuse: 0 },
    },
  });
  expect(await preview({ risk_hold_at: 90 })).toMatchObject({
    tried: { allow: 2, hold: 0, refuse: 0 },
    examples: [
      {
        id: risky.request.id,
        present: 'hold',
        tried: 'allow',
        requests: 1,
        reasons: expect.arrayContaining(['The text has a link.']),
      },
    ],
  });
  expect(await preview({ risk_weights: { new_account: 60 }, risk_refuse_at: 100 })).toMatchObject({
    ...{ tried: { allow: 0, hold: 1, refuse: 1 }, completed_stopped: 1 },
  });
  await expectRefusal(preview({ risk_hold_at: 5 }), 'invalid_input');
  await expectRefusal(preview({ risk_hold_at: 'high' }), 'invalid_input');
  await expectRefusal(preview({ time_zone: 'UTC' }), 'invalid_input');
  expect(await sql`select risk_hold_at, risk_weights from callback_private.settings`).toEqual([
    { risk_hold_at: 60, risk_weights: {} },
  ]);
});

test('a flood of 500 from 40 accounts is rejected and blocked in one step, and taken back in two', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => person(database)));
  const item = await listing(database, seller);
  await sql`insert into callback_private.held_requests
      (id, requester_id, seller_id, listing_id, requester_phone, requested_on, held_at, request)
    select gen_random_uuid(), p.ids[1 + n % 40], ${seller.id}, ${item.id}, ${RISKY_PHONE}, current_date - 1 - n / 40,
      now() - interval '1 day', '{}'
    from (select ${people.map(({ id }) => id)}::uuid[] as ids) p, generate_series(0, 499) n`;
  await sql`update callback_private.held_requests h set request = jsonb_build_object(
    'id', h.id, 'requester_id', h.requester_id, 'seller_id', h.seller_id, 'listing_id', h.listing_id, 'status', 'pending',
    'requested_at', now(), 'updated_at', now(), 'expires_at', now() + interval '1 day')`;
  await sql`insert into callback_private.request_facts
      (callback_request_id, happened_at, requester_id, seller_id, listing_id, phone_kind)
    select h.id, now(), h.requester_id, h.seller_id, h.listing_id, 'patterned' from callback_private.held_requests h`;
  const ids = (await sql<{ id: string }[]>`select id from callback_private.held_requests`).map(
    ({ id }) => id,
  );
  const { results, trust_entry_ids } = await decide(ids, 'reject', { block: 'both' }, 'admin');
  expect(results.every(({ outcome }) => outcome === 'rejected')).toBe(true);
  expect(trust_entry_ids).toHaveLength(41);
  const [first] = people as [Person];
  expect((await send(first, { risky: false })).refusal?.code).toBe('not_accepted');
  const reopened = await decide(ids, 'reopen');
  expect(reopened.results.every(({ outcome }) => outcome === 'reopened')).toBe(true);
  expect(await call('remove_callback_trust_entries', { p_entries: { ids: trust_entry_ids } })).toEqual({
    removed: 41,
  });
  await sql`delete from callback_private.held_requests`;
  expect((await send(first, { risky: false })).refusal).toBeUndefined();
});
