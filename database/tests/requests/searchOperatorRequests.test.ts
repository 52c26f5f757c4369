/** Operators find requests: by whatever a person can name, newest first, filtered, page by page. */

import {
  actsOf,
  asOperator,
  create,
  expectRefusal,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  operatorsOf,
  type Person,
  person,
  type Role,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { beforeAll, describe, expect, test } from 'vitest';

interface Found {
  items: {
    id: string;
    status: string;
    phone_masked: string | null;
    country: string | null;
    attempts_count: number;
  }[];
  matched_by: string | null;
  partial: boolean;
  next_cursor: string | null;
}

let database: TestDatabase;
let operators: Record<Role, string>;
let ama: Person;
let kofi: Person;
let bike: Listing;
let id: string;

const search = (role: Role, args: Record<string, unknown> = {}) =>
  asOperator<Found>(database.api, operators[role], 'search_callback_requests', args);
const idsOf = (found: Found) => found.items.map((item) => item.id);

beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  operators = await operatorsOf(database.sql);
  ama = await person(database, {
    first_name: 'Ama',
    last_name: 'Mensah',
    phone: '+442079460123',
    email: 'Ama.Mensah@example.com',
  });
  kofi = await person(database, { first_name: 'Kofi', last_name: '100%', phone: '+12125550144' });
  bike = await listing(database, kofi, { title: 'Bakfiets, three wheels' });
  id = await create(database.api, ama, bike, { requester_name: 'Ama' });
});

describe('the text may be', () => {
  const found = async (text: string, matchedBy: string, role: Role = 'support') => {
    const answer = await search(role, { p_search: text });
    expect([answer.matched_by, idsOf(answer), answer.partial], text).toEqual([matchedBy, [id], false]);
  };

  test('a request’s id, whole or its first eight digits', async () => {
    await found(id, 'request_id');
    await found(id.toUpperCase(), 'request_id');
    await found(id.slice(0, 8), 'request_id', 'viewer');
    await found(id.slice(0, 13), 'request_id');
    expect((await search('support', { p_search: id.slice(0, 7) })).matched_by).not.toBe('request_id');
  });

  test.each([
    '+442079460123',
    '+44 (0)20 7946 0123',
    '0044 20 7946 0123',
    '442079460123',
    '+٤٤ ٢٠ ٧٩٤٦ ٠١٢٣',
  ])('a whole number: %s', async (text) => {
    const { matched_by, items } = await search('support', { p_search: text });
    expect(matched_by).toMatch(/^phone/);
    expect(items.map((item) => item.id)).toEqual([id]);
  });

  test.each(['020 7946 0123', '020-7946.0123', '+44 020 7946 0123', '7946 0123', '0123', '60123'])(
    'a national number, or how it ends: %s',
    (text) => found(text, 'phone_ending'),
  );

  test('the id of a listing or of a person, on either side', async () => {
    await found(bike.id, 'listing_id', 'viewer');
    await found(ama.id, 'person_id', 'viewer');
    await found(kofi.id, 'person_id', 'viewer');
  });

  test('an exact mail address, in any letter case', async () => {
    await found('Ama.Mensah@example.com', 'email', 'viewer');
    await found('ama.mensah@EXAMPLE.com', 'email');
    expect((await search('support', { p_search: 'ama.mensah@example' })).items).toEqual([]);
  });

  test('the beginning of a name or of a listing’s title, in any letter case, with no wildcards', async () => {
    await found('ama m', 'name', 'viewer');
    await found('kofi 100%', 'name');
    await found('bakFIETS', 'listing_title', 'viewer');
    expect((await search('support', { p_search: 'k%' })).matched_by).toBeNull();
    expect((await search('support', { p_search: 'mensah' })).matched_by).toBeNull();
  });

  test('nothing known: then nothing is found', async () => {
    expect(await search('support', { p_search: 'zzz' })).toEqual({
      items: [],
      matched_by: null,
      partial: false,
      next_cursor: null,
    });
    await expectRefusal(search('support', { p_search: 'x'.repeat(101) }), 'invalid_input');
    await expectRefusal(search('support', { p_search: ' \u2060 ' }), 'invalid_input');
  });
});

describe.each([
  ['+79123456789', ['8 912 345-67-89', '8 (912) 345 67 89', '+7 912 345 67 89', '912 345 67 89']],
  ['+375291234567', ['8 029 123-45-67', '80291234567']],
  ['+5491123456789', ['011 15 2345-6789', '+54 9 11 2345 6789', '11 2345 6789']],
])('the number %s', (phone, texts) => {
  test('is found as its country writes it', async () => {
    const buyer = await person(database);
    const own = await create(database.api, buyer, await listing(database, kofi), { requester_phone: phone });
    for (const text of texts) expect(idsOf(await search('support', { p_search: text })), text).toEqual([own]);
  });
});

describe('numbers', () => {
  test('are no viewer’s: not searched, not shown', async () => {
    for (const text of ['+442079460123', '020 7946 0123', '0123'])
      await expectRefusal(search('viewer', { p_search: text }), 'forbidden');
    const all = await search('viewer');
    expect(all.items.map(({ phone_masked }) => phone_masked)).toEqual(all.items.map(() => null));
    expect(visibleText(all)).not.toMatch(/0123|0144/);
    const listed = (await search('support', { p_search: id })).items[0];
    expect(listed).toMatchObject({ phone_masked: '+44 •••• ••0123', country: 'GB' });
  });

  test('are searched by support on the record, which holds two digits', async () => {
    const before = (await actsOf(database.sql, operators.admin)).length;
    await search('admin', { p_search: '020 7946 0123' });
    await search('admin', { p_search: '+44 7700 900999' });
    await search('admin', { p_search: 'Ama' });
    const audit = await actsOf(database.sql, operators.admin);
    expect(audit.slice(before).map(({ action, subject_id }) => [action, subject_id])).toEqual([
      ['search_by_phone', '••23'],
      ['search_by_phone', '••99'],
    ]);
    expect(visibleText(audit)).not.toContain('7946');
  });
});

describe('a list', () => {
  let requests: string[];
  let buyer: Person;
  beforeAll(async () => {
    buyer = await person(database, { phone: '+233201234567' });
    requests = [];
    for (let n = 0; n < 5; n++)
      requests.unshift(
        await create(database.api, buyer, await listing(database, kofi, { title: `Lot ${n}` })),
      );
  });

  test('goes page by page, newest first, and every request comes once', async () => {
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Found = await search('viewer', { p_search: buyer.id, p_limit: 2, p_cursor: cursor });
      pages.push(...idsOf(page));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(pages).toEqual(requests);
    const all = await search('viewer', { p_limit: 100 });
    expect(idsOf(all).slice(0, 5)).toEqual(requests);
    expect(new Set(idsOf(all)).size).toBe(all.items.length);
  });

  test('has a request once, whose two sides both match', async () => {
    const [seller, other] = await Promise.all(
      ['One', 'Two'].map((last_name) => person(database, { first_name: 'Zed', last_name })),
    );
    const own = await create(database.api, other as Person, await listing(database, seller as Person));
    const named = await search('viewer', { p_search: 'zed' });
    expect([named.matched_by, idsOf(named)]).toEqual(['name', [own]]);
  });

  test('is filtered by status, time, country, channel and the state of deliveries', async () => {
    const [newest, second] = requests as [string, string];
    await update(database.api, newest, 'acknowledged', kofi.id);
    await logAttempt(database.api, second, 'no_answer', kofi.id);
    const own = { p_search: buyer.id };
    expect(idsOf(await search('viewer', { ...own, p_status: 'acknowledged' }))).toEqual([newest, second]);
    expect((await search('viewer', { ...own, p_status: 'acknowledged' })).items[1]).toMatchObject({
      attempts_count: 1,
    });
    expect(idsOf(await search('viewer', { ...own, p_status: 'completed' }))).toEqual([]);
    expect(idsOf(await search('viewer', { p_country: 'GH' })).length).toBe(5);
    expect(idsOf(await search('viewer', { p_country: 'gb' }))).toEqual([id]);
    expect(idsOf(await search('viewer', { ...own, p_from: '2100-01-01' }))).toEqual([]);
    const [row] =
      await database.sql`select requested_at::text as at from callback_requests where id = ${newest}`;
    expect(idsOf(await search('viewer', { ...own, p_to: row?.at }))).toEqual(requests.slice(1));
    expect(idsOf(await search('viewer', { ...own, p_from: row?.at }))).toEqual([newest]);
    await expectRefusal(search('viewer', { p_status: 'lost' }), 'invalid_input');

    await database.sql`
      insert into callback_private.deliveries (subject_kind, notification_id, seller_id, recipient_kind, person_id, channel, status, next_attempt_at, error_code)
      select 'notification', n.id, n.seller_id, 'person', n.recipient_id, 'sms', 'failed', null, 'twilio_21211'
      from callback_request_notifications n where n.callback_request_id = ${second} limit 1`;
    expect(idsOf(await search('viewer', { p_channel_state: 'failed' }))).toEqual([second]);
    expect(idsOf(await search('viewer', { p_channel: 'sms' }))).toEqual([second]);
    expect(idsOf(await search('viewer', { p_channel: 'email', p_channel_state: 'failed' }))).toEqual([]);
    const [item] = (await search('viewer', { p_channel: 'sms' })).items;
    expect(item).toMatchObject({ deliveries: [{ channel: 'sms', state: 'failed', count: 1 }] });
  });

  test('reads an overdue request as expired, also before the job has closed it', async () => {
    const late = requests[4] as string;
    await database.sql`update callback_requests set expires_at = requested_at + interval '1 microsecond' where id = ${late}`;
    expect(idsOf(await search('viewer', { p_search: buyer.id, p_status: 'expired' }))).toEqual([late]);
    expect(idsOf(await search('viewer', { p_search: buyer.id, p_status: 'pending' }))).not.toContain(late);
  });

  test('survives what the marketplace no longer shows', async () => {
    const gone = await testDatabase();
    const seller = await person(gone);
    const request = await create(gone.api, await person(gone), await listing(gone, seller));
    await gone.sql`alter table callback_requests drop constraint callback_requests_seller_id_fkey,
      drop constraint callback_requests_listing_id_fkey, drop constraint callback_requests_requester_id_fkey`;
    await gone.sql`delete from public.listings`;
    await gone.sql`delete from public.profiles`;
    const { viewer } = await operatorsOf(gone.sql);
    const page = await asOperator<Found>(gone.api, viewer, 'search_callback_requests');
    expect(page.items).toMatchObject([
      {
        id: request,
        buyer: { name: 'Ada Okafor' },
        seller: { id: seller.id, name: null },
        listing: { title: null },
      },
    ]);
    const detail = await asOperator<object>(gone.api, viewer, 'inspect_callback_request', {
      p_request_id: request,
    });
    expect(detail).toMatchObject({ seller_sees: { id: request, requester_phone: null } });
    const known = await asOperator<object>(gone.api, viewer, 'inspect_callback_person', {
      p_person_id: seller.id,
    });
    expect(known).toMatchObject({ id: seller.id, name: null, is_active: false, received: { total: 1 } });
  });
});
