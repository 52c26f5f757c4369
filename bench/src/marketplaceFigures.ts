/** What the pages with the marketplace's figures ask, at 10 thousand requests and at many, after maintenance and a moment later. */
import { connect, type Sql, withConnection } from '@ringback/database';
import type { BenchDatabase, Environment, Progress } from './environment.ts';
import { type Latency, latencyOf, round } from './figures.ts';
import type { Options } from './options.ts';

/** Milliseconds at the 95th percentile, and times that of the small database. */
const GOALS = { p95Ms: 50, largeToSmall: 3 };
const WARM_UP = 5;
const SAMPLES = 60;

const QUERIES: Record<string, (sql: Sql) => PromiseLike<unknown>> = {
  '30 days': (sql) => figures(sql, 30),
  '90 days': (sql) => figures(sql, 90),
  '365 days': (sql) => figures(sql, 365),
  'times, 30 days': (sql) => times(sql, 30),
  'times, 365 days': (sql) => times(sql, 365),
  'categories, 365 days': (sql) => compared(sql, 'category', 365),
  'listings, 30 days': (sql) => compared(sql, 'listing', 30),
  'deliveries, 90 days': (sql) => sql`select public.get_callback_delivery_figures(${firstOf(90)})`,
  'sellers, 30 days': (sql) => sellers(sql, 30),
  'sellers, 90 days': (sql) => sellers(sql, 90),
};

/** The marketplace of the measurement lives in UTC. */
const firstOf = (days: number) => new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);

const figures = (sql: Sql, days: number) => sql`select public.get_callback_figures(${firstOf(days)})`;
const times = (sql: Sql, days: number) =>
  sql`select public.get_callback_times(${firstOf(days)}, p_time_zone := 'Asia/Kathmandu')`;
const compared = (sql: Sql, by: string, days: number) =>
  sql`select public.get_callback_listing_figures(${by}, ${firstOf(days)}, p_limit := 100)`;
const sellers = (sql: Sql, days: number) =>
  sql`select public.get_callback_seller_figures(${firstOf(days)}, p_limit := 100)`;

export async function measureFigures(environment: Environment, options: Options, report: Progress) {
  const small = await environment.database('figures_small', options.smallRows);
  const large = await environment.database('figures_large', options.largeRows);
  const rebuilds = { small: await keep(small, report), large: await keep(large, report) };
  const [inSmall, inLarge] = [await read(small), await read(large)];
  return {
    goals: GOALS,
    rows: { small: options.smallRows, large: options.largeRows },
    rebuilds,
    reads: Object.keys(QUERIES).map((name) => ({
      read: name,
      small: inSmall[name] as Latency,
      large: inLarge[name] as Latency,
      largeToSmall: round((inLarge[name]?.p95Ms ?? 0) / (inSmall[name]?.p95Ms ?? 1), 2),
    })),
  };
}

/** Counts all days; gives the milliseconds that a rebuild takes, for each day. */
async function keep(database: BenchDatabase, report: Progress): Promise<number> {
  report('Counting every day');
  return withConnection(database.ownerUrl, async (sql) => {
    await sql`select callback_private.rollup_callback_stats()`;
    const startMs = performance.now();
    const [row] = await sql<{ days: number }[]>`select callback_private.rebuild_callback_figures() as days`;
    const spentMs = performance.now() - startMs;
    await sql`vacuum analyze callback_private.day_figures`;
    await sql`vacuum analyze callback_private.day_calls`;
    await sql`vacuum analyze callback_private.stale_days`;
    return round(spentMs / (row?.days ?? 1), 1);
  });
}

async function read({ apiUrl }: BenchDatabase): Promise<Record<string, Latency>> {
  const sql = connect(apiUrl, { max: 1, idleTimeoutMs: 600_000, applicationName: 'ringback bench' });
  const latencies: Record<string, Latency> = {};
  try {
    for (const [name, query] of Object.entries(QUERIES)) latencies[name] = await sample(() => query(sql));
    return latencies;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function sample(query: () => PromiseLike<unknown>): Promise<Latency> {
  for (let time = 0; time < WARM_UP; time += 1) await query();
  const timesMs: number[] = [];
  for (let time = 0; time < SAMPLES; time += 1) {
    const startMs = performance.now();
    await query();
    timesMs.push(performance.now() - startMs);
  }
  return latencyOf(timesMs);
}
