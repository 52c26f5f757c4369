/** Operators find people, and read both sides of their requests, their settings, devices, limits and blocks. */

import { randomUUID } from 'node:crypto';
import {
  actsOf,
  asOperator,
  create,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  operatorsOf,
  type Person,
  person,
  type Role,
  submit,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { beforeAll, describe, expect, test } from 'vitest';

interface Found {
  items: { id: string; name: string; requests_sent: number; requests_received: number }[];
  matched_by: string | null;
  partial: boolean;
}
interface Detail {
  id: string;
  email_masked: string | null;
  phone_masked: string | null;
  limits: { limit: string; used: number; allowed: number | null; resets_at: string | null }[];
  sent: { total: number; recent: { id: string }[] };
  received: { total: number; recent: { id: string }[] };
}

let database: TestDatabase;
let operators: Record<Role, string>;
let ama: Person;
let kofi: Person;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  operators = await operatorsOf(database.sql);
  ama = await person(database, {
    first_name: 'Ama',
    last_name: 'Mensah',
    phone: '+44 20 7946 0123',
    email: 'ama@example.com',
  });
  kofi = await person(database, { first_name: 'Kofi', last_name: 'Addo', phone: '0244 123 456' });
  id = await create(database.api, { ...ama, phone: '+442079460123' }, await listing(database, kofi));
});

const search = (role: Role, text: string, args: Record<string, unknown> = {}) =>
  asOperator<Found>(database.api, operators[role], 'search_callback_people', { p_search: text, ...args });
const read = (role: Role, personId: string) =>
  asOperator<Detail>(database.api, operators[role], 'inspect_callback_person', { p_person_id: personId });

describe('search_callback_people', () => {
  test.each([
    ['their id', (): string => ama.id, 'person_id', 'viewer'],
    ['their mail address', (): string => 'AMA@example.com', 'email', 'viewer'],
    ['the beginning of their name', (): string => 'ama men', 'name', 'viewer'],
    ['a number that they gave', (): string => '+44 20 7946 0123', 'phone', 'support'],
    ['how such a number ends', (): string => '0123', 'phone_ending', 'support'],
  ] as const)('finds a person by %s', async (_, text, matchedBy, role) => {
    const found = await search(role, text());
    expect(found).toMatchObject({ matched_by: matchedBy, partial: false });
    expect(found.items).toMatchObject([
      { id: ama.id, name: 'Ama Mensah', requests_sent: 1, requests_received: 0 },
    ]);
  });

  test('finds people who never requested a callback, as many as asked for', async () => {
    for (const last_name of ['One', 'Two', 'Three']) await person(database, { first_name: 'Yaw', last_name });
    expect(await search('viewer', 'yaw', { p_limit: 2 })).toMatchObject({ items: [{}, {}], partial: true });
    expect(await search('viewer', 'yaw', { p_limit: 3 })).toMatchObject({
      items: [{}, {}, {}],
      partial: false,
    });
    expect(await search('viewer', 'yaw', { p_limit: 3, p_all: true })).toMatchObject({ partial: false });
    expect(await search('viewer', 'nobody')).toMatchObject({ items: [], matched_by: null });
  });

  test('keeps numbers from viewers, and a search by one in the audit', async () => {
    await expectRefusal(search('viewer', '020 7946 0123'), 'forbidden');
    await search('admin', '020 7946 0123');
    expect((await actsOf(database.sql, operators.admin)).at(-1)).toMatchObject({
      action: 'search_by_phone',
      subject_id: '••23',
    });
  });
});

describe('inspect_callback_person', () => {
  test('shows both sides of their requests', async () => {
    const back = await create(
      database.api,
      { ...kofi, phone: '+233244123456' },
      await listing(database, ama),
    );
    expect(await read('viewer', ama.id)).toMatchObject({
      id: ama.id,
      name: 'Ama Mensah',
      is_active: true,
      sent: { total: 1, pending: 1, recent: [{ id }] },
      received: { total: 1, pending: 1, recent: [{ id: back }] },
      notifications: [{ as: 'seller', callback_request_id: back, notification_type: 'new_request' }],
    });
  });

  test('shows settings, and devices without tokens', async () => {
    await database.api`select set_callback_preferences('{"email": ["new_request"], "locale": "fr"}', ${ama.id})`;
    await database.api`select save_callback_device('ExponentPushToken[secret]', '{"kind": "expo", "locale": "fr"}', ${ama.id})`;
    const detail = await read('support', ama.id);
    expect(detail).toMatchObject({
      preferences: { email: ['new_request'], locale: 'fr' },
      devices: [{ kind: 'expo', locale: 'fr', retired_at: null }],
    });
    expect(JSON.stringify(detail)).not.toContain('secret');
  });

  test('shows blocks on both sides', async () => {
    const other = await person(database, { first_name: 'Esi', last_name: 'Owusu' });
    await database.sql`insert into blocked_users (blocker_id, blocked_id) values (${kofi.id}, ${other.id})`;
    const blocked = { id: other.id, name: 'Esi Owusu' };
    expect(await read('viewer', kofi.id)).toMatchObject({ blocks: { blocking: [blocked], blocked_by: [] } });
    expect(await read('viewer', other.id)).toMatchObject({ blocks: { blocked_by: [{ id: kofi.id }] } });
  });

  test('masks number and mail address, and shows viewers neither', async () => {
    expect(await read('support', ama.id)).toMatchObject({
      email_masked: 'a•••@example.com',
      phone_masked: '+44 •••• ••0123',
    });
    expect((await read('support', kofi.id)).phone_masked).toBe('••••••56');
    const viewed = await read('viewer', ama.id);
    expect(viewed).toMatchObject({ email_masked: null, phone_masked: null });
    expect(visibleText(viewed)).not.toMatch(/0123|@example/);
  });

  test('is refused about nobody, and to people', async () => {
    await expectRefusal(read('viewer', randomUUID()), 'not_found');
    await expectRefusal(
      asOperator(database.api, ama.id, 'inspect_callback_person', { p_person_id: ama.id }),
      'forbidden',
    );
  });
});

describe('limits', () => {
  const usedOf = async (who: Person) =>
    Object.fromEntries(
      (await read('viewer', who.id)).limits.map(({ limit, used, allowed }) => [limit, [used, allowed]]),
    );
  const obstacle = async (who: Person, item: Listing, phone = '+12125550100') => {
    const answer = await submit(database.api, who.id, {
      ...{
        listing_id: item.id,
        seller_id: item.user_id,
        requester_phone: phone,
        requester_name: 'Ada',
        priority: 'normal',
      },
    }).catch((error: { detail?: string }) => ({ refusal: { detail: JSON.parse(error.detail ?? '{}') } }));
    return (answer as { refusal?: { detail: { limit?: string } } }).refusal?.detail.limit;
  };

  test('count as the obstacle does: a limit refuses when, and only when, all of it is used', async () => {
    await database.sql`update callback_private.settings set requests_per_user_per_day = 3, requests_per_seller_per_day = 4,
      requests_per_phone_per_day = 2`;
    const [buyer, second, seller] = await Promise.all([person(database), person(database), person(database)]);
    const lots = await Promise.all(Array.from({ length: 8 }, () => listing(database, seller)));
    const lot = () => lots.pop() as Listing;
    const phones = ['+12125550101', '+12125550101', '+12125550102', '+12125550103'];
    for (const [used, phone] of phones.slice(0, 3).entries()) {
      expect((await usedOf(buyer)).requests_per_user_per_day).toEqual([used, 3]);
      expect(await obstacle(buyer, lot(), phone)).toBeUndefined();
    }
    expect((await usedOf(buyer)).requests_per_user_per_day).toEqual([3, 3]);
    expect(await obstacle(buyer, lot())).toBe('requests_per_user_per_day');

    expect((await usedOf(seller)).requests_per_seller_per_day).toEqual([3, 4]);
    expect(await obstacle(second, lot(), '+12125550101')).toBe('requests_per_phone_per_day');
    expect(await obstacle(second, lot(), '+12125550102')).toBeUndefined();
    expect((await usedOf(second)).requests_per_phone_per_day).toEqual([2, 2]);
    expect((await usedOf(seller)).requests_per_seller_per_day).toEqual([4, 4]);
    expect(await obstacle(second, lot(), '+12125550104')).toBe('requests_per_seller_per_day');
    await database.sql`update callback_private.settings set requests_per_user_per_day = default, requests_per_seller_per_day = default,
      requests_per_phone_per_day = default`;
  });

  test('count open urgent requests, and name none where there is no limit', async () => {
    const buyer = await person(database);
    await create(database.api, buyer, await listing(database, kofi), { priority: 'urgent' });
    expect((await usedOf(buyer)).open_urgent_requests_per_user).toEqual([1, 3]);
    await database.sql`update callback_private.settings set open_urgent_requests_per_user = null`;
    expect((await usedOf(buyer)).open_urgent_requests_per_user).toEqual([1, null]);
    await database.sql`update callback_private.settings set open_urgent_requests_per_user = default`;
  });
});
