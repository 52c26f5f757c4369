/** Clean-up by its rules: everything that is marked as personal gets old here, in a database with a clock of its own. */
import {
  asService,
  copyOf,
  create,
  expectRefusal,
  get,
  listing,
  maintainAll,
  makeItNoon,
  type Person,
  person,
  rollUpAll,
  type TestDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { type Life, live } from '@ringback/testing/database/life.ts';
import { setClock } from '@ringback/testing/database/simulated.ts';
import { simulatedDatabase } from '@ringback/testing/database/simulatedDatabase.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PersonalColumn, personalColumns, WITHOUT_TIME } from '../security/support/personal.ts';

const LONG_AGO = -2000;

interface Rule {
  name: string;
  setting: string | null;
  kept_for: string;
  due: number;
  is_more_due: boolean;
  last_rows: number;
  last_day: string | null;
}

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let lived: TestDatabase;
  let database: TestDatabase;
  let life: Life;
  beforeAll(async () => {
    lived = await simulatedDatabase({ version });
    await setClock(lived.sql, LONG_AGO);
    await makeItNoon(lived.sql);
    life = await live(lived);
    await leaveEverything(lived);
  });
  beforeEach(async () => {
    database = await copyOf(lived);
  });

  const rules = async () => {
    const [row] = await database.api<{ retention: { rules: Rule[]; holds: number } }[]>`
      select get_callback_retention() as retention`;
    return row?.retention ?? { rules: [], holds: 0 };
  };
  const due = async (name: string) => (await rules()).rules.find((rule) => rule.name === name)?.due;
  const held = (column: PersonalColumn) => hasValue(database, column);
  const columnsOf = async (ofPerson: boolean) =>
    (await personalColumns(database.sql)).filter(({ rule }) =>
      ofPerson ? rule === 'person' : !WITHOUT_TIME.includes(rule),
    );
  const left = async (columns: PersonalColumn[]) => {
    const values = await Promise.all(
      columns.map(async (column) => ((await held(column)) ? [nameOf(column)] : [])),
    );
    return values.flat();
  };

  test('every marked column is cleared by its rule, and by nothing sooner', async () => {
    const columns = await columnsOf(false);
    expect(columns.length).toBeGreaterThan(30);
    expect(await left(columns)).toEqual(columns.map(nameOf));
    await cleanUp(database);
    expect(await left(columns)).toEqual(columns.map(nameOf));
    await setClock(database.sql, LONG_AGO + 20); // what was open expires, and both sides are notified
    await cleanUp(database);
    await setClock(database.sql, 0);
    await cleanUp(database);
    expect(await left(columns)).toEqual([]);
    expect((await rules()).rules.filter((rule) => rule.due > 0)).toEqual([]);
  });

  test('what has no time goes with its person', async () => {
    const columns = await columnsOf(true);
    await rollUpAll(database.sql);
    // What is sealed is written later, and a rollup takes what was counted ahead of it.
    const isThere = (name: string) => !/sealed_stats|stats_ahead/.test(name);
    expect((await left(columns)).filter(isThere)).toEqual(columns.map(nameOf).filter(isThere));
    for (const { id } of [life.sentinel, life.other])
      await database.api`select erase_callback_data('erase', ${id})`;
    expect((await left(columns)).filter((name) => !name.includes('stats'))).toEqual([]);
  });

  test('numbers go first, the rest of a request a year after its end, counts never', async () => {
    const { completed } = life.requests;
    const row = async () => (await database.sql`select * from callback_requests where id = ${completed}`)[0];
    const stats = async () => {
      const [found] = await database.sql`select get_callback_request_stats(${life.other.id}) as stats`;
      const { total_received, completed: done } = found?.stats.as_seller ?? {};
      return { total_received, done };
    };
    const before = await stats();
    await setClock(database.sql, LONG_AGO + 29);
    await cleanUp(database);
    expect(await row()).toMatchObject({ requester_phone: expect.any(String) });
    await setClock(database.sql, LONG_AGO + 31);
    await cleanUp(database);
    expect(await row()).toMatchObject({
      requester_phone: null,
      requester_id: life.sentinel.id,
      erased_at: null,
    });
    await setClock(database.sql, LONG_AGO + 364);
    await cleanUp(database);
    expect(await row()).toMatchObject({ requester_id: life.sentinel.id });
    await setClock(database.sql, LONG_AGO + 366);
    await cleanUp(database);
    expect(await row()).toMatchObject({
      ...{
        requester_id: null,
        seller_id: null,
        listing_id: null,
        message: null,
        requester_hash: '',
        seller_hash: '',
      },
      ...{ status: 'completed', erased_at: expect.any(Date) },
    });
    expect(await stats()).toEqual(before);
    await setClock(database.sql, LONG_AGO + 500);
    await cleanUp(database);
    expect(
      await database.sql`select from callback_private.events where callback_request_id = ${completed}`,
    ).toEqual([]);
    expect(await stats()).toEqual(before);
    const erased = await database.sql`select person_hash from callback_private.erasures`;
    expect(erased).toHaveLength(2); // the two of leaveEverything(), nobody by clean-up
  });

  test('a new count of the events begins with what was sealed', async () => {
    await setClock(database.sql, LONG_AGO + 500);
    await cleanUp(database);
    await rollUpAll(database.sql); // what clean-up itself expired
    const stats = () => database.sql`select * from callback_private.stats order by user_id, is_seller`;
    const before = await stats();
    expect(before.length).toBeGreaterThan(0);
    // As after a restore into a new cluster.
    await database.sql`update callback_private.stats_position set counted_before = '9000000000'`;
    await database.sql`select callback_private.rebase_event_positions()`;
    expect(await stats()).toEqual(before);
  });

  test('the preview counts what the next run changes, and tells what the last one did', async () => {
    await setClock(database.sql, LONG_AGO + 31);
    expect(await due('phones')).toBe(2);
    expect(await due('requests')).toBe(0);
    await cleanUp(database);
    const phones = (await rules()).rules.find(({ name }) => name === 'phones');
    expect(phones).toMatchObject({
      due: 0,
      is_more_due: false,
      last_rows: 2,
      last_day: expect.any(String),
      kept_for: 'P30D',
    });
    await database.sql`update callback_private.settings set phones_kept_for = '10 years'`;
    expect((await rules()).rules.find(({ name }) => name === 'phones')).toMatchObject({
      kept_for: 'P10Y',
    });
  });

  test('a legal hold keeps everything of that person until it ends, and nothing of others', async () => {
    const { requests, sentinel, operatorId } = life;
    const stranger = await person(database);
    const other = await create(database.api, stranger, await listing(database, await person(database)));
    await database.sql`update callback_requests set status = 'expired' where id = ${other}`;
    await hold(database, sentinel, operatorId, 300);
    await setClock(database.sql, LONG_AGO + 200);
    await cleanUp(database);
    const phone = async (id: string) =>
      (await database.sql`select requester_phone as phone from callback_requests where id = ${id}`)[0]?.phone;
    expect([await phone(requests.completed), await phone(other)]).toEqual([expect.any(String), null]);
    expect(await get(database.api, requests.received, sentinel.id)).toMatchObject({
      seller_note: expect.any(String),
    });
    expect(
      await database.sql`select from callback_request_notifications where recipient_id = ${sentinel.id}`,
    ).not.toEqual([]);
    await expectRefusal(database.api`select erase_callback_data('erase', ${sentinel.id})`, 'forbidden');
    await expect(database.sql`delete from profiles where id = ${sentinel.id}`).rejects.toThrow(
      'We have to keep this data for now.',
    );
    expect((await rules()).holds).toBe(1);
    await setClock(database.sql, LONG_AGO + 301);
    await cleanUp(database);
    expect(await phone(requests.completed)).toBeNull();
    await database.api`select erase_callback_data('erase', ${sentinel.id})`;
    expect(await database.sql`select from callback_private.legal_holds`).toEqual([]);
  });

  test('only an operator, or the service, sees what is due', async () => {
    await expectRefusal(
      asService(database.sql, (as) => as`select list_callback_holds()`),
      'forbidden',
    );
    expect((await rules()).rules.length).toBeGreaterThan(10);
  });
});

const nameOf = ({ table, column }: PersonalColumn) => `${table}.${column}`;

async function hasValue({ sql }: TestDatabase, { table, column }: PersonalColumn): Promise<boolean> {
  const rows = await sql.unsafe(
    `select from ${table} where ${column} is not null and ${column}::text not in ('', '{}') limit 1`,
  );
  return rows.length > 0;
}

/** All that is due, as the service's job does it. */
async function cleanUp({ sql, api }: TestDatabase): Promise<void> {
  await rollUpAll(sql); // another test's transaction may hold some events back
  await maintainAll(api);
}

const hold = ({ api }: TestDatabase, { id }: Person, operatorId: string, days: number) =>
  api`select hold_callback_person(${id}, 'Court order', (
    select callback_private.simulated_now() + make_interval(days => ${days})), ${operatorId})`;

/** What a life does not leave by itself. */
async function leaveEverything(database: TestDatabase): Promise<void> {
  const { sql, api } = database;
  const [gone, seller] = [await person(database), await person(database)];
  await create(api, gone, await listing(database, seller));
  for (const { id } of [gone, seller]) await api`select erase_callback_data('erase', ${id})`;
  const [operator] = await sql`select id from callback_private.operators`;
  await hold(database, gone, operator?.id, 1);
  await sql`insert into callback_private.operator_links (token_hash, name, role, expires_at)
    values (sha256('a'), 'Olga', 'admin', callback_private.simulated_now())`;
  await sql`insert into callback_private.operator_sessions (operator_id, cookie_hash, key_hash, user_agent, expires_at)
    values (${operator?.id}, sha256('b'), sha256('c'), 'Firefox', callback_private.simulated_now())`;
  await sql`
    with alert as (
      insert into callback_private.alerts (id, kind, figure) values (gen_random_uuid(), 'flood', '{}') returning id)
    insert into callback_private.deliveries (
      subject_kind, alert_id, alert_event, recipient_kind, channel, operator_address, status, next_attempt_at, sent_at)
    select 'alert', alert.id, 'raised', 'operators', 'email', 'desk@shop.example.com', 'sent', null, callback_private.simulated_now() from alert`;
  await sql`update callback_requests set (consent_version, consent_locale, consent_source, consent_given_at) =
    (1, 'en', 'web', requested_at)
    where requester_id is not null`;
  await leaveFacts(database, operator?.id);
  await sql`insert into callback_private.sms_counts (day, cap, key, sent)
    values ((callback_private.simulated_now() at time zone 'UTC')::date, 'recipient', 'hash', 1)`;
}

/** What abuse prevention keeps, of a request that is still there. */
async function leaveFacts({ sql }: TestDatabase, operatorId: string): Promise<void> {
  await sql`update callback_private.request_facts set (
    ip_hash, device_hash, text_hash, account_age_days, trust_score, phone_people, phone_sellers_day, ip_people, ip_new_people, phone_list) =
    (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 3, 0.5, 1, 1, 1, 1, 'allow')`;
  await sql`insert into callback_private.request_reports (callback_request_id, seller_id, requester_id, phone_hash, reason, reported_at)
    select r.id, r.seller_id, r.requester_id, gen_random_uuid(), 'spam', callback_private.simulated_now()
    from callback_requests r where num_nulls(r.seller_id, r.requester_id) = 0 limit 1`;
  await sql`insert into callback_private.seller_blocks (seller_id, buyer_id)
    select r.seller_id, r.requester_id from callback_requests r where num_nulls(r.seller_id, r.requester_id) = 0 limit 1`;
  await sql`insert into callback_private.held_requests (
      id, requester_id, seller_id, listing_id, requester_phone, requested_on, held_at, request, decision, decided_at)
    select callback_private.uuid_v7(), r.requester_id, r.seller_id, r.listing_id, '+14155550123', r.requested_on, callback_private.simulated_now(),
      '{"message": "x"}', 'rejected', callback_private.simulated_now()
    from callback_requests r where num_nulls(r.seller_id, r.requester_id, r.listing_id) = 0 limit 1`;
  await sql`insert into callback_private.phone_codes (id, callback_request_id, phone_prefix, hash_key_id, created_at, expires_at)
    select callback_private.uuid_v7(), h.id, '+1415555', 1, h.held_at, h.held_at from callback_private.held_requests h limit 1`;
  await sql`insert into callback_private.confirmed_phones (person_id, phone, verified_at)
    select r.requester_id, '+14155550123', callback_private.simulated_now()
    from callback_requests r where r.requester_id is not null limit 1`;
  await sql`insert into callback_private.trust_entries (id, person_id, phone, list, reason, created_at, ends_at, operator_id)
    select callback_private.uuid_v7(), t.person_id, t.phone, 'block', 'x', callback_private.simulated_now() - interval '1 day',
      callback_private.simulated_now(), ${operatorId}
    from ((select r.seller_id, null from callback_requests r where r.seller_id is not null limit 1)
      union all select null, '+14155550123') t (person_id, phone)`;
}
