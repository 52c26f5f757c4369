/** A populated database of an earlier schema (testing/src/database/dumps) is migrated: nothing is lost, and everything works. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { connect, migrate, type Sql, withConnection } from '@ringback/database';
import { asUser, type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { testConfig } from '@ringback/testing/server/app.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { examine } from '../../src/cli/diagnosis.ts';

const FOLDER = join(import.meta.dirname, '../../../testing/src/database/dumps');
const DUMPS = readdirSync(FOLDER).filter((name) => name.endsWith('.sql.gz'));

/** What every dump has rows of; see dumps/fill.sql. */
const FILLED = [
  'public.callback_requests',
  'public.callback_request_notifications',
  ...[
    ...[
      'attempts',
      'audit',
      'deliveries',
      'devices',
      'events',
      'idempotency_keys',
      'operators',
      'phone_ranges',
    ],
    ...['preferences', 'refusals', 'settings', 'sms_stops'],
  ].map((table) => `callback_private.${table}`),
];

async function restore(dump: string, version: number): Promise<TestDatabase> {
  const database = await testDatabase({ version, empty: true });
  const script = gunzipSync(readFileSync(join(FOLDER, dump))).toString();
  await withConnection(database.url, (sql) => sql.unsafe(script).simple());
  return database;
}

async function countRows(sql: Sql): Promise<Record<string, number>> {
  const counts = await Promise.all(
    FILLED.map(async (table) => [
      table,
      (await sql`select count(*)::integer as rows from ${sql(table)}`)[0]?.rows,
    ]),
  );
  return Object.fromEntries(counts);
}

/** What people have written and who they are, as stored. */
async function personalOf(sql: Sql): Promise<unknown[]> {
  const answers = await Promise.all([
    sql`select id, requester_id, seller_id, listing_id, requester_name, requester_phone, message, preferred_time, preferred_days, cancel_reason
      from public.callback_requests order by id`,
    sql`select id, recipient_id, seller_id, title, message from public.callback_request_notifications order by id`,
    sql`select id, requester_id, seller_id, data from callback_private.events order by id`,
    sql`select id, person_id, seller_id, provider_id from callback_private.deliveries order by id`,
    sql`select * from callback_private.devices order by id`,
    sql`select operator_id, subject_id, data from callback_private.audit order by id`,
  ]);
  for (const rows of answers) expect(rows.length).toBeGreaterThan(0);
  return answers.map((rows) => [...rows]);
}

describe.each(VERSIONS)('PostgreSQL %i', (version) => {
  test.each(DUMPS)('%s', async (dump) => {
    const database = await restore(dump, version);
    const { sql } = database;
    const before = await countRows(sql);
    expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([]);
    const statuses = await sql`select status from public.callback_requests group by 1 order by 1`;
    expect(statuses.map(({ status }) => status)).toEqual([
      'acknowledged',
      'cancelled',
      'completed',
      'expired',
      'pending',
    ]);

    const personal = await personalOf(sql);
    await migrate(database.url);
    expect(await countRows(sql)).toEqual(before);
    expect(await personalOf(sql)).toEqual(personal);
    await expectHealth(database);
    await expectRequests(database);
    await expectErasure(database);
  });
});

/** What is true of a dump: nobody serves its queue. */
const OF_A_STOPPED_WORKER = /^health: (no_worker|queue_old): /;

async function expectHealth({ apiUrl }: TestDatabase): Promise<void> {
  const sql = connect(apiUrl, { max: 1 });
  onTestFinished(() => sql.end({ timeout: 0 }));
  const findings = await examine(
    sql,
    testConfig({ JWT_ISSUER: 'https://id.example.com', JWT_AUDIENCE: 'a' }),
  );
  const failures = findings.filter(({ level, text }) => level === 'fail' && !OF_A_STOPPED_WORKER.test(text));
  expect(failures).toEqual([]);
  expect(findings.filter(({ text }) => /missing/.test(text))).toEqual([]);
}

/** A request goes its way, beside those that were there. */
async function expectRequests({ sql }: TestDatabase): Promise<void> {
  const [free] = await sql`
    select l.id as listing, l.user_id as seller, p.id as buyer from public.listings l cross join public.profiles p
    where l.status = 'active' and p.first_name is not null and p.id = md5('person 11')::uuid and l.user_id <> p.id
    order by l.title limit 1`;
  const { listing, seller, buyer } = free as Record<'listing' | 'seller' | 'buyer', string>;
  const [made] = await asUser(
    sql,
    buyer,
    (as) => as`select public.create_callback_request(p_seller_id => ${seller}, p_listing_id => ${listing},
      p_requester_phone => '+447400123411', p_requester_name => 'Ada') as id`,
  );
  await asUser(
    sql,
    seller,
    (as) => as`select public.update_callback_request_status(${made?.id}, 'completed')`,
  );
  const [{ page, stats } = { page: { items: [] }, stats: {} }] = await asUser(
    sql,
    seller,
    (as) =>
      as`select public.list_callback_requests('seller') as page, public.get_callback_request_stats() as stats`,
  );
  expect(page.items[0]).toMatchObject({ id: made?.id, status: 'completed' });
  const [count] =
    await sql`select count(*)::integer as requests from public.callback_requests where seller_id = ${seller}`;
  expect(stats.as_seller.total_received).toBe(count?.requests);
}

/** What Ringback keeps about a person goes with them. */
async function expectErasure({ sql }: TestDatabase): Promise<void> {
  const [one] =
    await sql`select user_id as id from callback_private.devices join callback_private.preferences using (user_id) limit 1`;
  await sql`delete from public.profiles where id = ${one?.id}`;
  const left = await sql`
    select 'request' as kind from public.callback_requests where ${one?.id} in (requester_id, seller_id)
    union all select 'notification' from public.callback_request_notifications where ${one?.id} in (recipient_id, seller_id)
    union all select 'delivery' from callback_private.deliveries where ${one?.id} in (person_id, seller_id)
    union all select 'preferences' from callback_private.preferences where user_id = ${one?.id}
    union all select 'device' from callback_private.devices where user_id = ${one?.id}`;
  expect(left).toEqual([]);
}
