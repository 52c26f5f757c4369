/**
 * A year of requests in a database with a clock of its own, with clean-up every day: nothing is older than its rule, no call holds its locks
 * for long, and creating beside a backlog of clean-up is no slower than twice as slow as without.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createDatabase, type Sql, withDatabase } from '@ringback/database';
import { installSimulated, setClock } from '@ringback/testing/database/simulated.ts';
import { type Check, duration, percentile } from '../checks.ts';
import type { Stage } from '../stage.ts';

const DAYS = 450;
const PEOPLE = 400;

/** By every request, and by clean-up. */
const WRITTEN_TABLES = [
  'callback_requests',
  'callback_request_notifications',
  ...['deliveries', 'events', 'request_facts', 'retention_runs', 'stale_days', 'day_figures'].map(
    (name) => `callback_private.${name}`,
  ),
];

export async function liveAYear(stage: Stage): Promise<Check[]> {
  const { ownerUrl } = await stage.market();
  const url = withDatabase(ownerUrl, 'year_of_life');
  await createDatabase(ownerUrl, 'year_of_life');
  await installSimulated(url);
  const sql = connect(url, { max: 4, statementTimeoutMs: 120_000 });
  try {
    await settle(sql);
    const { calls, requests } = await liveDays(sql, stage.short ? 2 : 40);
    const overdue = await overdueRows(sql);
    const beside = await createBeside(sql, url, stage.short ? 200 : 1_000);
    return [...yearChecks(calls, requests, overdue), beside];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** People, each with a listing; the first half buys of the second. */
async function settle(sql: Sql): Promise<void> {
  await sql`insert into profiles (id, first_name, last_name, phone, email)
    select md5('person ' || n)::uuid, 'Ada', 'Okafor', '+1212555' || lpad(n::text, 4, '0'), n || '@example.com' from generate_series(1, ${PEOPLE}::int) n`;
  await sql`insert into listings (id, user_id, title)
    select md5('listing ' || n)::uuid, md5('person ' || n)::uuid, 'Bike' from generate_series(1, ${PEOPLE}::int) n`;
  await sql`update callback_private.settings set risk_mode = 'watch',
    requests_per_user_per_day = 10000, requests_per_phone_per_day = 10000, requests_per_seller_per_day = 10000`;
}

/** Every day people request, sellers answer a half, and clean-up runs. Gives how long each call of it took. */
async function liveDays(sql: Sql, perDay: number) {
  const calls: number[] = [];
  for (let day = 0; day < DAYS; day++) {
    await setClock(sql, day - DAYS);
    await sql`select create_callback_request(
        md5('person ' || b)::uuid, md5('person ' || s)::uuid, md5('listing ' || s)::uuid, '+1212555' || lpad(b::text, 4, '0'), 'Ada Okafor', 'Is it there?')
      from generate_series(1, ${perDay}::int) n
      cross join lateral (select 1 + (n * 7 + ${day}::int) % 200 as b, 201 + (n * 13 + ${day}::int * 3) % 200 as s) p`;
    await sql`select log_callback_attempt(r.id, 'reached', p_user_id := r.seller_id) from callback_requests r
      where r.status = 'pending' and mod(hashtext(r.id::text), 2) = 0`;
    await cleanUp(sql, calls);
    // As autovacuum would within a week; a year of minutes leaves it no time.
    if (day % 7 === 0) await sql.unsafe(`vacuum (analyze) ${WRITTEN_TABLES.join(', ')}`);
  }
  return { calls, requests: perDay * DAYS };
}

async function cleanUp(sql: Sql, calls: number[]): Promise<void> {
  for (let more = true; more; ) {
    const startMs = performance.now();
    const [row] = await sql`select (run_callback_maintenance() ->> 'has_more')::boolean as more`;
    calls.push(performance.now() - startMs);
    more = row?.more === true;
  }
}

/** Of each rule, what is past it. */
async function overdueRows(sql: Sql): Promise<number> {
  const [row] = await sql<{ due: number }[]>`
    select sum((r ->> 'due')::int)::int as due from json_array_elements(get_callback_retention() -> 'rules') r`;
  return row?.due ?? 0;
}

function yearChecks(calls: number[], requests: number, overdue: number): Check[] {
  const longest = Math.max(...calls);
  return [
    {
      ...{ what: `${DAYS} days with ${requests} requests, rows older than their rule`, times: DAYS },
      ...{ figure: `${overdue} rows`, allowed: '0 rows', passed: overdue === 0 },
    },
    {
      ...{ what: 'calls of maintenance; its locks live as long', times: calls.length, isTiming: true },
      figure: `longest ${duration(longest)}, 99 % within ${duration(percentile(calls, 99))}`,
      ...{ allowed: '99 % within 100 ms', passed: percentile(calls, 99) <= 100 },
    },
  ];
}

/**
 * Creates alone, then beside the clean-up of half a year that has become due at once. Both on one connection that has its plans already, as the
 * API's pool has: the first calls on a new connection plan everything, and that is no part of the comparison.
 */
async function createBeside(sql: Sql, url: string, creates: number): Promise<Check> {
  const creator = connect(url, { max: 1 });
  try {
    return await compareCreates(sql, creator, creates);
  } finally {
    await creator.end({ timeout: 1 });
  }
}

async function compareCreates(sql: Sql, creator: Sql, creates: number): Promise<Check> {
  await setClock(sql, 0); // a new day, in which nobody has asked yet
  await createEach(creator, 2, 20);
  const alone = await createEach(creator, 0, creates);
  await setClock(sql, 180);
  let isOver = false;
  const steps: number[] = [];
  const cleaning = (async () => {
    while (!isOver) {
      await sql`select run_callback_maintenance()`.then(() => steps.push(1));
      await sleep(1);
    }
  })();
  const beside = await createEach(creator, 1, creates);
  isOver = true;
  await cleaning;
  const [before, with_] = [percentile(alone, 99), percentile(beside, 99)];
  return {
    ...{ what: `creates beside ${steps.length} parts of maintenance`, times: creates, isTiming: true },
    figure: `p99 ${duration(with_)}, alone ${duration(before)}`,
    ...{ allowed: 'at most twice as long', passed: with_ <= 2 * before },
  };
}

async function createEach(sql: Sql, round: number, creates: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < creates; n++) {
    const [buyer, seller] = [1 + (n % 200), 201 + ((n + Math.floor(n / 200) + round * 7) % 200)];
    const startMs = performance.now();
    await sql`select create_callback_request(
      md5('person ' || ${buyer}::int)::uuid, md5('person ' || ${seller}::int)::uuid, md5('listing ' || ${seller}::int)::uuid,
      '+12125550123', 'Ada Okafor')`;
    times.push(performance.now() - startMs);
    await sleep(5);
  }
  return times;
}
