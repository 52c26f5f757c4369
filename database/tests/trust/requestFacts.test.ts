/** The facts of a request: what is known at its moment, with keyed hashes in place of numbers, addresses, devices and texts. */
import {
  asUser,
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
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const TEXT = 'Hello, is the delivery to Leeds included in that price?';
const DEVICE = 'device-0123456789abcdef';

let database: TestDatabase;
let sql: Sql;
let buyer: Person;
let seller: Person;

beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set risk_mode = 'on'`;
  sql = database.sql;
  await makeItNoon(sql);
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
});

interface Sent {
  by?: Person;
  about?: Listing;
  phone?: string;
  message?: string | null;
  origin?: { ip?: string; device?: string } | null;
}

/** Sends a request, by default to a new seller, and reads its facts. */
async function send({ by = buyer, about, phone, message = null, origin = null }: Sent = {}) {
  const item = about ?? (await listing(database, await person(database)));
  const values = requestValues(by, item, { message, ...(phone && { requester_phone: phone }) });
  const { requester_id: _, ...content } = values;
  const { request } = await submit(database.api, by.id, content, null, origin);
  return factsOf(request.id);
}

async function factsOf(id: unknown) {
  const [facts] =
    await sql`select * from callback_private.request_facts where callback_request_id = ${String(id)}`;
  return facts as Record<string, unknown>;
}

test('are written with the request, and gone with it', async () => {
  const item = await listing(database, seller);
  const facts = await send({ about: item });
  expect(facts).toMatchObject({
    requester_id: buyer.id,
    seller_id: seller.id,
    listing_id: item.id,
    account_age_days: 0,
  });
  await sql`delete from callback_requests where id = ${String(facts.callback_request_id)}`;
  expect(await sql`select from callback_private.request_facts where requester_id = ${buyer.id}`).toHaveLength(
    0,
  );
});

test('are gone with the person', async () => {
  const facts = await send();
  await sql`delete from callback_requests where id = ${String(facts.callback_request_id)}`;
  await sql`insert into callback_private.request_facts (callback_request_id, happened_at, requester_id, seller_id, listing_id, phone_kind)
    select gen_random_uuid(), now(), ${buyer.id}, ${seller.id}, ${String(facts.listing_id)}, 'ordinary'`;
  await sql`delete from profiles where id = ${buyer.id}`;
  expect(await sql`select from callback_private.request_facts where requester_id = ${buyer.id}`).toHaveLength(
    0,
  );
});

test('hold no number, address, device or text', async () => {
  const facts = await send({
    phone: '+442079460958',
    message: TEXT,
    origin: { ip: '203.0.113.9', device: DEVICE },
  });
  const stored = JSON.stringify(facts);
  for (const secret of ['2079460958', '203.0.113.9', DEVICE, 'Leeds', 'leeds'])
    expect(stored).not.toContain(secret);
  expect(Object.entries(facts).filter(([name, value]) => name.endsWith('_hash') && value === null)).toEqual(
    [],
  );
});

test('count who shares a number, a device and an address', async () => {
  const origin = { ip: '198.51.100.7', device: 'shared-device-00001' };
  const phone = '+442079460101';
  expect(await send({ phone, origin })).toMatchObject({
    phone_people: 1,
    device_people: 1,
    ip_people: 1,
    requests_day: 1,
  });
  expect(await send({ phone, origin })).toMatchObject({
    phone_people: 1,
    device_people: 1,
    ip_people: 1,
    requests_day: 2,
  });
  const other = await person(database);
  expect(await send({ by: other, phone, origin })).toMatchObject({
    ...{ phone_people: 2, device_people: 2, ip_people: 2, ip_new_people: 2, requests_day: 1 },
    phone_sellers_day: 3,
  });
});

test('count what one account sends one seller, its numbers, and what comes from a device', async () => {
  const origin = { device: 'busy-device-0000001' };
  await send({ about: await listing(database, seller), origin });
  expect(
    await send({ about: await listing(database, seller), phone: '+442079460201', origin }),
  ).toMatchObject({
    ...{ same_seller_day: 2, numbers_day: 2, device_requests_hour: 2 },
  });
  const other = await person(database);
  expect(await send({ by: other, about: await listing(database, seller), origin })).toMatchObject({
    ...{ same_seller_day: 1, numbers_day: 1, device_requests_hour: 3 },
  });
});

test('tell a number of the household from one of a stranger', async () => {
  const origin = { ip: '198.51.100.77', device: 'household-device-01' };
  const phone = '+12127365011';
  const owner = await person(database, { phone });
  await send({ by: owner, phone, origin });
  const isOfHousehold = async (from: object) =>
    (await send({ by: await person(database), phone, origin: from })).phone_is_of_household;
  expect(await isOfHousehold({ ip: '198.51.100.77', device: 'another-device-0001' })).toBe(false); // a new account
  await sql`update profiles set created_at = now() - interval '40 days' where id = ${owner.id}`;
  await send({ by: owner, phone, origin });
  expect(await isOfHousehold({ ip: '198.51.100.77', device: 'another-device-0001' })).toBe(true);
  expect(await isOfHousehold({ ip: '203.0.113.77', device: 'household-device-01' })).toBe(true);
  expect(await isOfHousehold({ ip: '203.0.113.78', device: 'strange-device-0001' })).toBe(false);
});

test('find a text again, and one that is nearly equal', async () => {
  await send({ message: TEXT });
  const tricky = 'HELLO, is the delіvery to Le\u200beds included in that pr1ce?';
  expect(await send({ message: tricky })).toMatchObject({ text_sellers_day: 2, similar_sellers_day: 2 });
  expect(await send({ message: `${TEXT} Thanks, Ann` })).toMatchObject({
    text_sellers_day: 1,
    similar_sellers_day: 3,
  });
  expect(await send({ message: 'Does the bike come with its lights and a lock?' })).toMatchObject({
    similar_sellers_day: 1,
  });
});

test('tell a text of one actor from a text of several', async () => {
  const message = 'Could you bring the bike to the station on Saturday?';
  await send({ message });
  expect(await send({ by: await person(database), message })).toMatchObject({
    text_sellers_day: 1,
    text_people_day: 2,
  });
});

test('leave out texts that the marketplace offers, and short ones', async () => {
  await sql`update callback_private.settings set offered_texts = ${[TEXT]}`;
  await send({ message: TEXT });
  expect(await send({ message: TEXT })).toMatchObject({ text_hash: null, text_sellers_day: 0 });
  await sql`update callback_private.settings set offered_texts = '{}'`;
  await send({ message: 'Still available?' });
  expect(await send({ message: 'Still available?' })).toMatchObject({ text_sellers_day: 0 });
});

describe('the origin', () => {
  const HEADERS = {
    'x-forwarded-for': '203.0.113.66, 198.51.100.20, 192.0.2.1',
    'ringback-device': 'header-device-000001',
  };
  /** As PostgREST calls: with the headers it received, and what the caller sends besides. */
  async function throughPostgrest(by: Person, headers: object, origin: { ip: string } | null = null) {
    const item = await listing(database, seller);
    const { requester_id: _, ...content } = requestValues(by, item);
    const { request } = await asUser(sql, by.id, async (tx) => {
      await tx`select set_config('request.headers', ${JSON.stringify(headers)}, true)`;
      return submit(tx, by.id, content, null, origin);
    });
    return factsOf(request.id);
  }
  const trust = (proxies: number | null) =>
    sql`update callback_private.settings set trusted_proxies = ${proxies}`;

  test('is what the API gives', async () => {
    expect(await send({ origin: { ip: '203.0.113.10' } })).toMatchObject({
      ip_hash: expect.any(String),
      device_hash: null,
    });
    expect(await send()).toMatchObject({ ip_hash: null, device_hash: null });
  });

  test('is read from PostgREST’s headers, counted from the end, and never from what a user sends', async () => {
    await trust(2);
    const facts = await throughPostgrest(buyer, HEADERS, { ip: '203.0.113.10' });
    const same = await send({ origin: { ip: '198.51.100.20', device: 'header-device-000001' } });
    expect([facts.ip_hash, facts.device_hash]).toEqual([same.ip_hash, same.device_hash]);
    const forged = { ...HEADERS, 'x-forwarded-for': `1.2.3.4, ${HEADERS['x-forwarded-for']}` };
    expect((await throughPostgrest(await person(database), forged)).ip_hash).toBe(facts.ip_hash);
  });

  test('is the network of an IPv6 address, and nothing where no proxy is trusted or the header is none', async () => {
    await trust(1);
    const [one, other] = await Promise.all(
      ['2001:db8:1:2::5', '2001:db8:1:2:ffff::1'].map(async (ip) =>
        throughPostgrest(await person(database), { 'x-forwarded-for': ip }),
      ),
    );
    expect(one?.ip_hash).toBe(other?.ip_hash);
    expect(one?.ip_hash).toEqual(expect.any(String));
    expect(await throughPostgrest(buyer, { 'x-forwarded-for': 'unknown' })).toMatchObject({ ip_hash: null });
    await trust(null);
    const another = await person(database);
    expect(await throughPostgrest(another, HEADERS)).toMatchObject({
      ip_hash: null,
      device_hash: expect.any(String),
    });
  });
});

describe('the key', () => {
  const rotate = () => maintainAll(database.api);
  const age = (days: number) =>
    sql`update callback_private.hash_keys set made_at = made_at - make_interval(days => ${days})`;

  test('changes after its time; what was hashed with the last one is still found, and then no more', async () => {
    const phone = '+442079460777';
    const first = await send({ phone });
    await age(31);
    await rotate();
    const second = await send({ by: await person(database), phone });
    expect(second.phone_hash).not.toBe(first.phone_hash);
    expect(second.phone_people).toBe(2);
    await age(31);
    await rotate();
    expect((await sql`select from callback_private.hash_keys`).length).toBe(2);
    expect(await send({ by: await person(database), phone })).toMatchObject({ phone_people: 2 });
    await age(31);
    await rotate();
    expect(await send({ by: await person(database), phone })).toMatchObject({ phone_people: 2 });
  });

  test('stays until then, and hashes are forgotten before the facts are', async () => {
    const facts = await send({ message: TEXT, origin: { ip: '192.0.2.7', device: DEVICE } });
    const recent = await send({ by: await person(database) });
    const { length } = await sql`select from callback_private.hash_keys`;
    await sql`update callback_private.request_facts set happened_at = happened_at - interval '31 days'
      where callback_request_id = ${String(facts.callback_request_id)}`;
    await rotate();
    expect(await sql`select from callback_private.hash_keys`).toHaveLength(length);
    expect(await factsOf(facts.callback_request_id)).toMatchObject({
      ...{ phone_hash: null, ip_hash: null, device_hash: null, text_hash: null },
      text_length: facts.text_length,
    });
    expect(await factsOf(recent.callback_request_id)).toMatchObject({ phone_hash: recent.phone_hash });
    await sql`update callback_private.request_facts set happened_at = now() - interval '401 days'
      where callback_request_id = ${String(facts.callback_request_id)}`;
    await rotate();
    expect(await factsOf(facts.callback_request_id)).toBeUndefined();
  });
});

test.each([
  ['+12025550123', 'fictional'],
  ['+447700900123', 'fictional'],
  ['+442079460958', 'fictional'],
  ['+61491570156', 'fictional'],
  ['+33199001234', 'fictional'],
  ['+919999999999', 'patterned'],
  ['+911234567890', 'patterned'],
  ['+14159876543', 'patterned'],
  ['+12025550223', 'ordinary'],
  ['+447911123456', 'ordinary'],
  ['+4915112345671', 'ordinary'],
])('%s is %s', async (phone, kind) => {
  const [row] = await sql`select callback_private.phone_kind(${phone}) as kind`;
  expect(row?.kind).toBe(kind);
});
