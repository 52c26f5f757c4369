/**
 * A session keeps the plans that it made while the tables were empty. They serve it well when the tables are full: tolerably
 * before anything analyses them, and once autovacuum has, a read costs what it answers, however much there is. None of them is
 * compiled: of the servers that tests run on, only the distribution's has JIT.
 */

import { type Person, person, rollUpAll, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../src/index.ts';

const BUYERS = 200;
const LISTINGS = 100;

/**
 * Blocks of tables and indexes. Passing over the seller's requests once takes 600, answering twenty of them 400, give or take 40: ids are random, and
 * so is where rows and index entries lie. Passing twice would take 1,600. Figures look at the newest 200.
 */
const ONE_PASS = 1_400;
const FEW = 400;
/** Looks where the judged ones end, then at each of them. */
const BY_NEED = 'what needs action';

describe.each(VERSIONS)('PostgreSQL %i', (version) => {
  let session: Sql;
  let seller: Person;
  const plans: string[] = [];
  const before: Record<string, number> = {};
  const after: Record<string, number> = {};

  beforeAll(async () => {
    const database = await testDatabase({ version });
    seller = await person(database);
    session = connect(database.url, { max: 1, onNotice: ({ message = '' }) => plans.push(message) });
    for (const read of Object.values(READS)) await repeat(session, read(seller.id));
    await fill(database.sql, seller.id);
    for (const [name, read] of Object.entries(READS)) before[name] = await blocksOf(session, read(seller.id));
    await database.sql`analyze`;
    for (const [name, read] of Object.entries(READS)) {
      await repeat(session, read(seller.id));
      after[name] = await blocksOf(session, read(seller.id));
    }
  });

  afterAll(() => session.end());

  test.each(Object.keys(READS))('%s', (name) => {
    expect(before[name]).toBeLessThan(ONE_PASS * (name === BY_NEED ? 2 : 1));
    expect(after[name]).toBeLessThan(FEW);
  });

  test('none is compiled, nor what maintenance does', async () => {
    await session.unsafe(SHOW_PLANS).simple();
    for (const read of Object.values(READS)) await session.unsafe(`select ${read(seller.id)}`);
    await session`select public.run_callback_maintenance()`; // moves requests
    await session`select callback_private.rollup_callback_stats(50000), callback_private.keep_stale_days(now()),
      callback_private.run_retention(clock_timestamp() + interval '1 second', 0), callback_private.update_alerts(true)`;
    expect(plans.length).toBeGreaterThan(500);
    expect(plans.filter((plan) => plan.includes('JIT:'))).toEqual([]);
  });
});

/** Those of the statements inside functions, too. */
const SHOW_PLANS = `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on;
  set auto_explain.log_timing = off; set auto_explain.log_nested_statements = on; set client_min_messages = log`;

const list = (as: string, status: string) => (id: string) =>
  `public.list_callback_requests('${as}', ${status}, 20, null, '${id}')`;

const READS: Record<string, (id: string) => string> = {
  'all of a seller': list('seller', 'null'),
  'pending of a seller': list('seller', `'pending'`),
  'expired of a seller': list('seller', `'expired'`),
  [BY_NEED]: (id) =>
    `public.list_callback_requests('seller', p_user_id := '${id}', p_order := 'needs_action')`,
  'a listing of a seller': (
    id,
  ) => `public.list_callback_requests('seller', p_user_id := '${id}', p_listing_id := (
    select l.id from public.listings l where l.user_id = '${id}' limit 1))`,
  'all of a buyer': list('buyer', 'null'),
  notifications: (id) => `public.list_callback_notifications(20, null, false, '${id}')`,
  statistics: (id) => `public.get_callback_request_stats('${id}')`,
  'missed events': (id) =>
    `callback_private.resume_callback_events('${id}', pg_current_snapshot()::text, 100)`,
  'everyone’s events': () => 'callback_private.follow_callback_events(pg_current_snapshot()::text, 100)',
  'one request': (id) => `(callback_private.requests_json(array(
    select r.id from public.callback_requests r where r.seller_id = '${id}' limit 1), '${id}', true))[1]`,
  'whether a request may be made': (id) => `public.can_request_callback(
    (select l.id from public.listings l where l.user_id = '${id}' limit 1), '${id}',
    coalesce((select r.requester_id from public.callback_requests r where r.seller_id = '${id}' limit 1), '${id}'))`,
};

/** Often enough that a session keeps one plan for all calls. */
async function repeat(sql: Sql, call: string) {
  for (let i = 0; i < 8; i++) await sql.unsafe(`select ${call}`);
}

/** Open requests of one seller, with their events and notifications, as their finished selves. */
async function fill(sql: Sql, seller: string) {
  await sql`
    with buyer as (
      insert into public.profiles (first_name, last_name, phone)
        select 'Ama', n::text, '+12125550100' from generate_series(1, ${BUYERS}) n returning id
    ), listing as (
      insert into public.listings (user_id, title) select ${seller}, n::text from generate_series(1, ${LISTINGS}) n returning id
    )
    insert into public.callback_requests (
      requester_id, seller_id, listing_id, requester_phone, requester_name, requested_at, requested_on, expires_at)
      select buyer.id, ${seller}, listing.id, '+12125550100', 'Ama', now() - interval '2 days', current_date - 2,
        now() + interval '5 days' - row_number() over () * interval '1 second'
      from buyer cross join listing`;
  await sql`
    insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
      select 'request_created', r.id, r.seller_id, r.requester_id, 'buyer', 'pending' from public.callback_requests r`;
  await sql`
    insert into public.callback_request_notifications (
      callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, read_at)
      select e.callback_request_id, e.seller_id, e.seller_id, 'new_request', e.id, 'New', 'New', now()
      from callback_private.events e`;
  await rollUpAll(sql);
}

/** The least of five: one that reads the catalogue again, because another database has changed its own, counts those blocks too. */
async function blocksOf(sql: Sql, call: string): Promise<number> {
  const blocks: number[] = [];
  for (let i = 0; i < 5; i++) {
    const [row] = await sql.unsafe(`explain (analyze, buffers, format json) select ${call}`);
    const plan = row?.['QUERY PLAN'][0].Plan;
    blocks.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
  }
  return Math.min(...blocks);
}
