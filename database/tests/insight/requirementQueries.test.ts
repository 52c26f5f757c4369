/** The requirement's three example queries, word for word, beside the figures that answer the same. */
import {
  create,
  listing,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { pick, randomOf } from './support/randomRequests.ts';

const DAILY = `
-- Daily request volume
SELECT DATE(requested_at) as date, COUNT(*) as requests
FROM callback_requests
WHERE requested_at >= NOW() - INTERVAL '30 days'
GROUP BY DATE(requested_at)
ORDER BY date DESC;`;

const SELLERS = `
-- Seller response rates
SELECT 
  seller_id,
  COUNT(*) as total_requests,
  COUNT(*) FILTER (WHERE status IN ('acknowledged', 'completed')) as responded,
  ROUND(
    COUNT(*) FILTER (WHERE status IN ('acknowledged', 'completed'))::DECIMAL / COUNT(*) * 100, 
    1
  ) as response_rate
FROM callback_requests
GROUP BY seller_id
HAVING COUNT(*) >= 5
ORDER BY response_rate DESC;`;

const PRIORITIES = `
-- Priority distribution
SELECT 
  priority,
  COUNT(*) as count,
  ROUND(COUNT(*)::DECIMAL / SUM(COUNT(*)) OVER () * 100, 1) as percentage
FROM callback_requests
WHERE requested_at >= NOW() - INTERVAL '7 days'
GROUP BY priority
ORDER BY count DESC;`;

let database: TestDatabase;
let sql: Sql;
const random = randomOf(30);
beforeAll(async () => {
  database = await testDatabase();
  ({ sql } = database);
  await sql`update callback_private.settings set requests_per_seller_per_day = 1000`;
  for (let sellers = 0; sellers < 4; sellers += 1) await fillSeller(3 + sellers * 2);
});

/** Requests of the last six days. */
async function fillSeller(count: number): Promise<void> {
  const seller = await person(database);
  const item = await listing(database, seller);
  for (let n = 0; n < count; n += 1) {
    const id = await create(sql, await person(database), item, {
      priority: pick(random, ['low', 'normal', 'high', 'urgent']),
    });
    const status = pick(random, [null, 'acknowledged', 'completed', 'cancelled']);
    const at = new Date(Date.now() - random() * 6 * 86_400_000);
    await sql`update callback_requests set requested_at = ${at},
      requested_on = (${at}::timestamptz at time zone (select time_zone from callback_private.settings))::date where id = ${id}`;
    if (status) await update(sql, id, status, seller.id);
  }
}

const figures = async (days: number) => {
  const [row] = await sql`
    select get_callback_figures(callback_private.marketplace_day() - ${days - 1}::integer, null, 'day') as it`;
  return row?.it;
};

test('daily volume', async () => {
  const rows = await sql.begin(async (one) => {
    await one`select set_config('timezone', time_zone, true) from callback_private.settings`;
    return one.unsafe<{ date: Date; requests: number }[]>(DAILY);
  });
  const { periods } = await figures(31);
  const counted = periods.filter((period: { figures: { received: number } }) => period.figures.received > 0);
  expect(counted.length).toBeGreaterThan(3);
  expect(
    counted
      .toReversed()
      .map((period: { from: string; figures: { received: number } }) => [
        period.from,
        period.figures.received,
      ]),
  ).toEqual(rows.map(({ date, requests }) => [date.toISOString().slice(0, 10), Number(requests)]));
});

test('seller response rates', async () => {
  const rows =
    await sql.unsafe<{ seller_id: string; total_requests: number; response_rate: string }[]>(SELLERS);
  const [row] = await sql`select get_callback_seller_figures() as it`;
  type Item = { id: string; received: number; response_rate: number };
  const byId = new Map(((row?.it.items ?? []) as Item[]).map((item) => [item.id, item]));
  expect(rows).toHaveLength(3);
  expect(byId.size).toBe(3);
  for (const { seller_id, total_requests, response_rate } of rows)
    expect(byId.get(seller_id)).toMatchObject({
      received: Number(total_requests),
      response_rate: Number(response_rate),
    });
});

test('priority distribution', async () => {
  const rows = await sql.unsafe<{ priority: string; count: number; percentage: string }[]>(PRIORITIES);
  const { shares, figures: all } = await figures(8);
  expect(rows.length).toBeGreaterThan(2);
  for (const { priority, count, percentage } of rows) {
    expect(shares.priority[priority]).toBe(Number(count));
    expect(((shares.priority[priority] / all.received) * 100).toFixed(1)).toBe(Number(percentage).toFixed(1));
  }
});
