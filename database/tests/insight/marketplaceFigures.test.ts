/**
 * The marketplace's figures against a calculation from the raw rows that was written apart from them: in three zones
 * across a change of clocks, kept or not, after everything that can happen to a request, and after a rebuild.
 */
import {
  asAnon,
  asService,
  asUser,
  confirm,
  create,
  daysPass,
  expectRefusal,
  listing,
  logAttempt,
  makeItNoon,
  openTransaction,
  operatorsOf,
  type Person,
  person,
  requestValues,
  rollUpAll,
  submit,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { bruteForce, bruteForceTimes, type Range, type Row, readRows } from './support/bruteForce.ts';
import { randomOf, writeRequests } from './support/randomRequests.ts';

type Times = { average: number | null; median: number | null; p90: number | null };
type Figures = Record<string, number | null> & { response_seconds: Times; completion_seconds: Times };
type Answer = {
  from: string;
  to: string;
  figures: Figures;
  before: { from: string; to: string; figures: Figures };
  periods: { from: string; to: string; hour?: number; is_incomplete: boolean; figures: Figures }[];
  shares: Record<string, Record<string, number>>;
  hours: Record<string, number[][]>;
  response_times: { from_seconds: number; to_seconds: number; requests: number }[];
};

/** Clocks change on the third day of each: back, forward by half an hour (the gate's), and back again at midnight. */
const ZONES = [
  { zone: 'Europe/Paris', start: '2026-10-23' },
  { zone: 'Australia/Lord_Howe', start: '2026-10-02' },
  { zone: 'Atlantic/Azores', start: '2026-10-23' },
];

const figuresOf = async (sql: Sql, range: Range, interval: string | null = 'day') => {
  const [row] = await sql<{ it: Answer }[]>`
    select get_callback_figures(${range.from}, ${range.to}, ${interval}, ${range.category ?? null}, ${range.country ?? null}) as it`;
  return row?.it as Answer;
};

const zoneOf = async (sql: Sql) =>
  (await sql<{ zone: string }[]>`select time_zone as zone from callback_private.settings`)[0]?.zone ?? '';

/** Compares one range with what the rows say. */
async function expectExact(sql: Sql, range: Range, rows: Row[]): Promise<void> {
  const answer = await figuresOf(sql, range);
  const expected = bruteForce(rows, await zoneOf(sql), range);
  const { counts, rates } = expected;
  expect(answer.figures).toMatchObject(counts);
  for (const [name, rate] of Object.entries(rates))
    if (rate === null) expect(answer.figures[name], name).toBeNull();
    else expect(Math.abs((answer.figures[name] ?? Number.NaN) - rate), name).toBeLessThanOrEqual(0.0501);
  expect(answer.shares).toEqual({ ...expected.shares, held: {}, code_asked: {}, refused: {} });
  expect(answer.hours).toEqual(expected.hours);
  const perDay = answer.periods.filter(({ figures }) => figures.received !== 0);
  expect(Object.fromEntries(perDay.map(({ from, figures }) => [from, figures.received]))).toEqual(
    expected.perDay,
  );
  expectTimes(answer.figures.response_seconds, expected.times.response);
  expectTimes(answer.figures.completion_seconds, expected.times.completion);
  expect(answer.response_times.reduce((sum, { requests }) => sum + requests, 0)).toBe(counts.answered);
}

/** Where quarters of an hour count, and clocks change on another day. */
const FAR_ZONES = ['Asia/Kathmandu', 'America/New_York'];

async function expectExactCalls(sql: Sql, range: Range, rows: Row[]): Promise<void> {
  for (const zone of FAR_ZONES) {
    const [row] = await sql<{ it: { hours: Answer['hours']; by_hour: Record<string, number>[] } }[]>`
      select get_callback_times(${range.from}, ${range.to}, ${zone}, ${range.category ?? null}, ${range.country ?? null}) as it`;
    const expected = bruteForceTimes(rows, zone, range);
    expect(row?.it.hours, zone).toMatchObject(expected);
    expect(row?.it.hours.preferred).toEqual(bruteForce(rows, zone, range).hours.preferred);
    const sumOf = (week: number[][], hour: number) => week.reduce((sum, day) => sum + (day[hour] ?? 0), 0);
    for (const { hour = 0, calls, reached } of row?.it.by_hour ?? [])
      expect([calls, reached]).toEqual([sumOf(expected.called, hour), sumOf(expected.reached, hour)]);
  }
}

/** Each category, compared: the counts against the same calculation. */
async function expectExactCategories(sql: Sql, { from, to }: Range, rows: Row[]): Promise<void> {
  const [row] = await sql<{ it: { items: Record<string, number | null>[] } }[]>`
    select get_callback_listing_figures('category', ${from}, ${to}, p_limit := 100) as it`;
  const expected = ['Boats', 'Phones', 'none']
    .map((category) => ({ id: category, ...bruteForce(rows, 'UTC', { from, to, category }) }))
    .filter(({ counts }) => (counts.received ?? 0) >= 5);
  expect(row?.it.items).toHaveLength(expected.length);
  for (const { id, counts, rates, times } of expected) {
    const item = row?.it.items.find((one) => String(one.id) === id);
    const { received, answered, contacts, completed, declined, expired } = counts;
    expect(item, id).toMatchObject({ received, answered, contacts, completed, declined, expired });
    for (const name of ['answer_rate', 'contact_rate', 'completion_rate', 'response_rate'])
      expect(Math.abs((item?.[name] ?? 0) - (rates[name] ?? 0)), name).toBeLessThanOrEqual(0.0501);
    const median = times.response?.median ?? 0;
    expect(Math.abs((item?.median_response_seconds ?? 0) - median)).toBeLessThanOrEqual(
      Math.max(1.5, median * 0.05),
    );
  }
}

function expectTimes(times: Times, exact: { average: number; median: number; p90: number } | null): void {
  if (!exact) {
    expect(times).toEqual({ average: null, median: null, p90: null });
    return;
  }
  expect(Math.abs((times.average ?? 0) - exact.average)).toBeLessThanOrEqual(1.01);
  for (const name of ['median', 'p90'] as const)
    expect(Math.abs((times[name] ?? 0) - exact[name]), name).toBeLessThanOrEqual(
      Math.max(1.5, exact[name] * 0.05),
    );
}

describe.each(byForm(ZONES.slice(1, 2), ZONES))('in $zone', ({ zone, start }) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ids: string[];
  const random = randomOf(zone.length);
  const range: Range = {
    from: start,
    to: new Date(Date.parse(start) + 6 * 86_400_000).toISOString().slice(0, 10),
  };
  const today = { from: '2026-11-01', to: '2027-12-31' };
  const ranges: Range[] = [
    range,
    { ...range, to: range.from },
    { ...range, category: 'Boats' },
    { ...range, country: 'none' },
    { ...range, category: 'none', country: 'GH' },
    { ...today, to: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) },
  ];
  /** What people preferred is counted also after it is gone. */
  const preferred = new Map<string, Pick<Row, 'preferred_time' | 'preferred_days'>>();
  const expectAllExact = async () => {
    const rows = await readRows(sql);
    const remembered = rows.map((row) => {
      if (row.requester_id !== null) preferred.set(row.id, row);
      const { preferred_time = null, preferred_days = null } = preferred.get(row.id) ?? {};
      return { ...row, preferred_time, preferred_days };
    });
    for (const one of ranges) await expectExact(sql, one, remembered);
    for (const one of ranges.slice(0, 4)) await expectExactCalls(sql, one, remembered);
    await expectExactCategories(sql, range, remembered);
  };
  /** As maintenance does. */
  const keep = async () => {
    await rollUpAll(sql);
    await sql`select callback_private.keep_stale_days('infinity')`;
  };

  beforeAll(async () => {
    database = await testDatabase();
    ({ sql, api } = database);
    await sql`update callback_private.settings set time_zone = ${zone}, requests_per_seller_per_day = 1000`;
    ids = await writeRequests(database, {
      count: byForm(120, 600),
      start: new Date(Date.parse(start) - 86_400_000),
      days: 9,
      random,
    });
  });

  test('exact before anything is kept, and after', async () => {
    await expectAllExact();
    await keep();
    const [left] = await sql`select count(*)::integer as stale from callback_private.stale_days`;
    expect(left).toEqual({ stale: 0 });
    const [kept] =
      await sql`select count(*)::integer as days from callback_private.day_figures where category = '' and country = ''`;
    expect(kept?.days).toBeGreaterThan(6);
    await expectAllExact();
  });

  test('exact while things happen, each seen at once', async () => {
    const [buyer, seller] = [await person(database), await person(database)];
    const item = await listing(database, seller);
    const id = await create(api, buyer, item);
    await expectAllExact();
    await update(api, id, 'acknowledged', seller.id);
    await expectAllExact();
    await logAttempt(api, id, 'no_answer', seller.id);
    await keep();
    await logAttempt(api, id, 'reached', seller.id);
    await expectAllExact();
    await confirm(api, id, 'not_called', buyer.id);
    await expectAllExact();
    await keep();
    await expectAllExact();
  });

  test('a transaction that stays open across a count is counted once it commits', async () => {
    const buyer = await person(database);
    const item = await listing(database, await person(database));
    const slow = await openTransaction(database.url);
    await create(slow, buyer, item);
    await keep();
    await expectAllExact();
    await slow`commit`;
    await expectAllExact();
    await keep();
    await expectAllExact();
  });

  test('what expires by time alone, before maintenance and after', async () => {
    const id = await create(api, await person(database), await listing(database, await person(database)));
    await keep();
    await sql`update callback_requests set requested_at = requested_at - interval '1 second', expires_at = now() where id = ${id}`;
    await expectAllExact();
    await api`select expire_callback_requests()`;
    await keep();
    await expectAllExact();
  });

  test('people who are erased, requests that retention empties or the owner deletes', async () => {
    await keep();
    const [erased, emptied, deleted] = [ids.slice(0, 9), ids.slice(9, 18), ids.slice(18, 27)];
    await sql`update callback_requests set requester_id = null where id = any(${erased})`;
    await expectAllExact();
    await sql`update callback_requests set requester_id = null, seller_id = null, listing_id = null, requester_hash = '', seller_hash = ''
      where id = any(${emptied}) and status in ('completed', 'cancelled', 'expired')`;
    await expectAllExact();
    await sql`delete from callback_requests where id = any(${deleted})`;
    await expectAllExact();
    await keep();
    await expectAllExact();
  });

  test('a rebuild changes nothing', async () => {
    await keep();
    const kept = () =>
      sql`select * from callback_private.day_figures where names <> '{}' order by category, country, day`;
    const before = [...(await kept())];
    await asService(sql, (as) => as`select rebuild_callback_figures()`);
    expect([...(await kept())]).toEqual(before);
    await expectAllExact();
  });

  test('the marketplace moves to another zone', async () => {
    await sql`update callback_private.settings set time_zone = 'Asia/Kathmandu'`;
    await expectAllExact();
    await keep();
    await expectAllExact();
  });
});

describe('what is asked again, held, confirmed by a code or refused', () => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let buyer: Person;
  beforeAll(async () => {
    database = await testDatabase();
    ({ sql, api } = database);
    await makeItNoon(sql);
    await sql`update callback_private.settings set risk_mode = 'on', requests_per_user_per_day = 3, channels = '{email,sms}'`;
    [seller, buyer] = [await person(database), await person(database)];
  });
  const send = async (by: Person, values: object = {}, to = seller) => {
    const { requester_id: _, ...content } = requestValues(by, await listing(database, to), values);
    return submit(api, by.id, content);
  };
  const today = async () => {
    const [day] = await sql<{ day: string }[]>`select callback_private.marketplace_day()::text as day`;
    return figuresOf(api, { from: day?.day ?? '', to: day?.day ?? '' });
  };
  const counts = ({ figures, shares }: Answer) => ({
    ...{ received: figures.received, repeats: figures.repeats, held: figures.held },
    ...{ code_asked: figures.code_asked, refused: figures.refused },
    by: { held: shares.held, code_asked: shares.code_asked, refused: shares.refused },
  });

  test('a request is a repeat for the same seller alone', async () => {
    await send(buyer, { preferred_time: 'morning' });
    await send(buyer, { preferred_days: ['Monday'] });
    await send(buyer, {}, await person(database));
    expect(counts(await today())).toMatchObject({ received: 3, repeats: 1, held: 0, refused: 0 });
  });

  test('a limit, a number, a block and risk each count under their reasons', async () => {
    const ordinary = { message: 'Is it still there?' };
    for (const time of [1, 2]) expect(await send(buyer), String(time)).toMatchObject({ refusal: {} });
    expect(await send(await person(database), { requester_phone: '+19002345678' })).toMatchObject({
      refusal: {},
    });
    const [blocked, operators] = [await person(database), await operatorsOf(sql)];
    await sql`insert into callback_private.trust_entries (id, person_id, list, reason, operator_id)
      values (gen_random_uuid(), ${blocked.id}, 'block', 'spam', ${operators.admin})`;
    expect(await send(blocked, ordinary)).toMatchObject({ refusal: {} });
    const risky = await person(database);
    await send(risky, { message: 'Sell faster: www.example.com', requester_phone: '+12129876543' });
    const { by, ...totals } = counts(await today());
    const facts = await sql<{ outcome: string; signals: string[] }[]>`
      select outcome, signals from callback_private.request_facts where outcome <> 'allow'`;
    const [limits] = await sql<{ times: number }[]>`
      select sum(times)::integer as times from callback_private.refusals where operation = 'submit_callback_request'`;
    const of = (outcome: string) => facts.filter((fact) => fact.outcome === outcome);
    expect(totals).toMatchObject({ held: of('hold').length, code_asked: of('code').length });
    expect(totals.refused).toBe(limits?.times);
    expect((totals.held ?? 0) + (totals.code_asked ?? 0)).toBe(1);
    expect(by.refused).toMatchObject({
      requests_per_user_per_day: 2,
      phone_not_allowed: 1,
      blocked_person: 1,
    });
    for (const signal of facts.flatMap(({ outcome, signals }) => (outcome === 'refuse' ? [] : signals)))
      expect(by.held?.[signal] ?? by.code_asked?.[signal], signal).toBe(1);
  });

  test('retention and erasures lower nothing, and a rebuild does not either', async () => {
    const before = await today();
    await sql`delete from callback_private.request_facts`;
    await sql`delete from callback_private.refusals`;
    await sql`delete from callback_private.held_requests`;
    await asUser(sql, buyer.id, (as) => as`select erase_callback_data('erase')`);
    await asService(sql, (as) => as`select rebuild_callback_figures()`);
    const after = await today();
    expect(counts(after)).toEqual(counts(before));
    expect(after.hours).toEqual(before.hours);
    expect(after.figures.received).toBe(3);
    expect(after.hours.preferred?.flat().reduce((sum, count) => sum + count, 0)).toBe(7 * 3 + 24);
    const [merged] = await sql<{ most: number }[]>`
      select max(n)::integer as most from (select count(*) as n from callback_private.sealed_figures
        group by day, category, country, name) x`;
    expect(merged).toEqual({ most: 1 });
  });
});

describe('ranges and callers', () => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  beforeAll(async () => {
    database = await testDatabase();
    ({ sql, api } = database);
  });

  test('a marketplace where nothing has happened yet has no rate', async () => {
    const { figures, periods, before } = await figuresOf(api, { from: '2026-11-01', to: '2026-11-07' });
    expect(figures).toMatchObject({ received: 0, answer_rate: null, completion_rate: null });
    expect(figures.response_seconds).toEqual({ average: null, median: null, p90: null });
    expect(periods).toHaveLength(7);
    expect(before).toMatchObject({ from: '2026-10-25', to: '2026-10-31', figures: { received: 0 } });
  });

  test('periods of hours, weeks and months add up to the range; its ends cut the first and the last', async () => {
    const item = await listing(database, await person(database));
    const id = await create(api, await person(database), item);
    await daysPass(sql, 3, [id]);
    await create(api, await person(database), item);
    const [day] = await sql<{ today: string; from: string }[]>`
      select callback_private.marketplace_day()::text as today, (callback_private.marketplace_day() - 6)::text as from`;
    const range = { from: day?.from ?? '', to: day?.today ?? '' };
    for (const interval of ['hour', 'day', 'week', 'month']) {
      const { periods, figures } = await figuresOf(api, range, interval);
      expect(
        periods.reduce((sum, period) => sum + (period.figures.received ?? 0), 0),
        interval,
      ).toBe(2);
      expect(figures.received).toBe(2);
      expect(periods[0]?.from).toBe(range.from);
      expect(periods.at(-1)?.to).toBe(range.to);
      expect(periods.filter(({ is_incomplete }) => is_incomplete)).toHaveLength(1);
    }
  });

  test('the request keeps the category and country that its listing had', async () => {
    const item = await listing(database, await person(database));
    const of = (column: 'listing_category' | 'listing_country', id: string) =>
      sql`select ${sql(column)} as value from callback_requests where id = ${id}`.then(([row]) => row?.value);
    const [expected] = await sql`select category, country from callback_private.listing(${item.id})`;
    const id = await create(api, await person(database), item);
    expect(await of('listing_category', id)).toBe(expected?.category);
    expect(await of('listing_country', id)).toBe(expected?.country);
  });

  test.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'day', 'to'],
    [{ from: '2020-01-01', to: '2026-11-01' }, 'month', 'to'],
    [{ from: '1900-01-01', to: '1900-01-02' }, 'day', 'from'],
    [{ from: '2026-11-01', to: '2026-11-01' }, 'year', 'interval'],
    [{ from: '2026-11-01', to: '2026-11-20' }, 'hour', 'interval'],
    [{ from: '2024-11-01', to: '2026-11-01' }, 'day', 'interval'],
  ])('%o by %s is refused', async (range, interval, field) => {
    expect((await expectRefusal(figuresOf(api, range, interval), 'invalid_input')).detail).toEqual({ field });
  });

  test('are for operators and the service, and for no user or visitor', async () => {
    const user = await person(database);
    await expectRefusal(
      asUser(sql, user.id, (as) => as`select get_callback_figures()`),
      'forbidden',
    );
    const visitor = await asAnon(sql, (as) => as`select get_callback_figures()`).catch((e) => e);
    expect(visitor.code).toBe('42501');
    await asService(sql, (as) => as`select get_callback_figures()`);
    const rebuilt = await asUser(sql, user.id, (as) => as`select rebuild_callback_figures()`).catch((e) => e);
    expect(rebuilt.code).toBe('42501');
  });
});
