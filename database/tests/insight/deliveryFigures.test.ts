/** What happened to deliveries, counted by hour: beside what was done, after maintenance, and after the rows are gone. */
import { claim, record, serve } from '@ringback/testing/database/deliveries.ts';
import {
  asService,
  asUser,
  create,
  expectRefusal,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Counts = Record<string, number | null> & { latency_seconds: Record<string, number | null> };
type Answer = {
  channels: { channel: string; figures: Counts; before: Counts }[];
  periods: { from: string; to: string; hour?: number; is_incomplete: boolean; figures: Counts }[];
};

let database: TestDatabase;
let sql: Sql;
let api: Sql;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await serve(sql, 'email');
});

const figures = async (args: { interval?: string; channel?: string } = {}) => {
  const [row] = await api<{ it: Answer }[]>`
    select get_callback_delivery_figures((now() at time zone 'UTC')::date - 1, null, ${args.interval ?? null}, ${args.channel ?? null}) as it`;
  return row?.it as Answer;
};
const email = async () => (await figures()).channels.find(({ channel }) => channel === 'email')?.figures;

async function waiting(count: number) {
  const seller = await person(database);
  for (let n = 0; n < count; n += 1)
    await create(api, await person(database), await listing(database, seller));
  return claim(api);
}

test('each result is counted once, when it happens; latency at most 5 % off', async () => {
  const claimed = await waiting(6);
  expect(claimed).toHaveLength(6);
  await sql`update callback_private.deliveries set created_at = created_at - interval '100 seconds'`;
  await record(api, claimed.slice(0, 3), { outcome: 'sent' });
  await record(api, claimed.slice(3, 4), { outcome: 'failed', error_code: 'bounced' });
  await record(api, claimed.slice(4, 5), { outcome: 'retry', error_code: 'timeout' });
  await record(api, claimed.slice(5, 6), { outcome: 'suppressed', error_code: 'outdated' });
  // too late: another answer for what is over
  await record(api, claimed.slice(3, 4), { outcome: 'failed', error_code: 'bounced' });
  const counted = await email();
  expect(counted).toMatchObject({
    sent: 3,
    delivered: 0,
    dead_letters: 1,
    failed_attempts: 2,
    suppressed: 1,
  });
  expect(counted?.success_rate).toBe(75);
  for (const name of ['median', 'p90', 'p99'])
    expect(Math.abs((counted?.latency_seconds[name] ?? 0) - 100), name).toBeLessThanOrEqual(6);
});

test('the hours and days add up, each channel by itself; maintenance and retention change nothing', async () => {
  const before = [await figures(), await figures({ interval: 'hour' }), await figures({ channel: 'sms' })];
  for (const interval of ['hour', 'day', 'week', 'month']) {
    const { periods } = await figures({ interval });
    expect(
      periods.reduce((sum, period) => sum + (period.figures.sent ?? 0), 0),
      interval,
    ).toBe(3);
    expect(periods.filter(({ is_incomplete }) => is_incomplete)).toHaveLength(1);
  }
  expect(before[1]?.periods).toHaveLength(48);
  expect(before[2]?.periods.every(({ figures: { sent } }) => sent === 0)).toBe(true);
  await sql`select callback_private.keep_stale_days('infinity')`;
  await sql`delete from callback_private.deliveries`;
  const [left] =
    await sql`select count(*)::integer as several from callback_private.delivery_counts where counted_in > '0'::xid8`;
  expect(left).toEqual({ several: 0 });
  expect([await figures(), await figures({ interval: 'hour' }), await figures({ channel: 'sms' })]).toEqual(
    before,
  );
});

test('a channel or interval that there is not is refused, and so is everyone but operators and the service', async () => {
  expect((await expectRefusal(figures({ channel: 'pigeon' }), 'invalid_input')).detail).toEqual({
    field: 'channel',
  });
  expect((await expectRefusal(figures({ interval: 'year' }), 'invalid_input')).detail).toEqual({
    field: 'interval',
  });
  const user = await person(database);
  await expectRefusal(
    asUser(sql, user.id, (as) => as`select get_callback_delivery_figures()`),
    'forbidden',
  );
  await asService(sql, (as) => as`select get_callback_delivery_figures()`);
});
