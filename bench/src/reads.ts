/**
 * (c) What people read, in a small and in a large database, for a seller with ten requests and one with a tenth of all. One connection each;
 * samples of all reads in both databases are taken in turns, so that whatever the machine does meanwhile meets all alike.
 */
import { connect, type Sql } from '@ringback/database';
import { type BenchDatabase, type Environment, loadRequests, type Progress } from './environment.ts';
import { type Latency, latencyOf, round } from './figures.ts';
import { BIG_SELLER, idOf, SMALL_SELLER } from './marketplace.ts';
import type { Options } from './options.ts';

export const GOALS = { largeToSmall: 1.5, statsBigToSmall: 3 };

/** How far down the deep page begins; less where a seller has less. */
const DEEP = 2_000;
const WARM_UP = 20;
const BLOCK = 20;

type Page = { value: { next_cursor: string | null } };

/** A person who has asked nobody yet. */
const ASKER = 2;

type Read = { name: string; seller: 'small' | 'big'; run: () => Promise<unknown> };
export type ReadFigures = { read: string; seller: 'small' | 'big'; rows: number; latency: Latency };

export async function measureReads(environment: Environment, options: Options, report: Progress) {
  const small = await environment.database('reads_small', options.smallRows);
  const large = await environment.database('reads_large', options.largeRows);
  await using stack = new AsyncDisposableStack();
  const open = ({ apiUrl }: BenchDatabase) => {
    const sql = connect(apiUrl, { max: 1, idleTimeoutMs: 600_000, applicationName: 'ringback bench' });
    stack.defer(() => sql.end({ timeout: 5 }));
    return sql;
  };
  const [smallSql, largeSql] = [open(small), open(large)];

  report('Reading');
  const [inSmall, inLarge] = (await sample(
    [await readsOf(smallSql, options.smallRows), await readsOf(largeSql, options.largeRows)],
    options.samplesPerRead,
  )) as [ReadFigures[], ReadFigures[]];
  report('Reading again after more events, without a rollup');
  const eventsSince = await addEvents(large, options, largeSql);
  const [later] = await sample([await readsOf(largeSql, options.largeRows)], options.samplesPerRead);

  const stats = (seller: string) =>
    inLarge.find(({ read, seller: whose }) => read === 'stats' && whose === seller);
  return {
    goals: GOALS,
    rows: { small: options.smallRows, large: options.largeRows },
    requestsOf: {
      small: { small: 10, big: options.smallRows / 10 },
      large: { small: 10, big: options.largeRows / 10 },
    },
    statsBigToSmall: ratio(stats('big'), stats('small')),
    eventsSince,
    reads: inLarge.map((figures, index) => ({
      read: figures.read,
      seller: figures.seller,
      rowsRead: { small: inSmall[index]?.rows, large: figures.rows },
      small: inSmall[index]?.latency,
      large: figures.latency,
      largeToSmall: ratio(figures, inSmall[index]),
      withoutRollup: later?.[index]?.latency,
    })),
  };
}

const ratio = (a: ReadFigures | undefined, b: ReadFigures | undefined) =>
  round((a?.latency.medianMs ?? Number.NaN) / (b?.latency.medianMs ?? Number.NaN), 3);

/** The reads of both sellers, as the API makes them. */
async function readsOf(sql: Sql, rows: number): Promise<Read[]> {
  return [
    ...(await readsOfSeller(sql, 'small', SMALL_SELLER, 5)),
    ...(await readsOfSeller(sql, 'big', BIG_SELLER, Math.min(DEEP, rows * 0.09))),
  ];
}

async function readsOfSeller(
  sql: Sql,
  seller: Read['seller'],
  number: number,
  depth: number,
): Promise<Read[]> {
  const id = idOf('person', number);
  const list =
    (status: string | null, limit: number, cursor: string | null = null) =>
    () =>
      answerOf(
        sql`select public.list_callback_requests('seller', ${status}, ${limit}, ${cursor}, ${id}) as value`,
      );
  const cursor = await cursorAfter(sql, id, depth);
  const [listing, asker] = [idOf('listing', number), idOf('person', ASKER)];
  const reads: Record<string, Read['run']> = {
    'first page of 20': list(null, 20),
    'page far down': list(null, 20, cursor),
    'pending, page of 5': list('pending', 5),
    'by need, page of 20': () =>
      answerOf(
        sql`select public.list_callback_requests('seller', p_user_id := ${id}, p_order := 'needs_action') as value`,
      ),
    'completed, page of 20': list('completed', 20),
    'expired, page of 20': list('expired', 20),
    stats: () => answerOf(sql`select public.get_callback_request_stats(${id}) as value`),
    'unread count': () => answerOf(sql`select public.get_unread_callback_notification_count(${id}) as value`),
    can_request: () => answerOf(sql`select public.can_request_callback(${listing}, null, ${asker}) as value`),
  };
  return Object.entries(reads).map(([name, run]) => ({ name, seller, run }));
}

async function answerOf(statement: PromiseLike<readonly { value?: unknown }[]>): Promise<unknown> {
  const [row] = await statement;
  return row?.value;
}

/** The cursor of the page that begins after so many rows. */
async function cursorAfter(sql: Sql, id: string, depth: number): Promise<string> {
  let cursor: string | null = null;
  for (let left = depth; left > 0; left -= 100) {
    const [page]: Page[] = await sql<Page[]>`
      select public.list_callback_requests('seller', null, ${Math.min(left, 100)}, ${cursor}, ${id}) as value`;
    cursor = page?.value.next_cursor ?? null;
  }
  if (cursor === null) throw new Error(`There are no ${depth} requests and one more.`);
  return cursor;
}

/** Samples of every read of every set, in turns; the sets are alike. */
async function sample(sets: Read[][], samples: number): Promise<ReadFigures[][]> {
  const reads = sets.flat().map((read) => ({ read, timesMs: [] as number[], rows: 0 }));
  for (const target of reads) target.rows = rowsOf(await repeat(target.read, WARM_UP, []));
  for (let taken = 0; taken < samples; taken += BLOCK)
    for (const { read, timesMs } of reads) await repeat(read, BLOCK, timesMs);
  const figures = reads.map(({ read: { name, seller }, rows, timesMs }) => ({
    read: name,
    seller,
    rows,
    latency: latencyOf(timesMs),
  }));
  return sets.map((set) => figures.splice(0, set.length));
}

async function repeat({ run }: Read, times: number, timesMs: number[]): Promise<unknown> {
  let answer: unknown;
  for (let time = 0; time < times; time++) {
    const startMs = performance.now();
    answer = await run();
    timesMs.push(performance.now() - startMs);
  }
  return answer;
}

/** How many rows of a list an answer holds; what is no list is one. */
function rowsOf(answer: unknown): number {
  return (answer as { items?: unknown[] } | null)?.items?.length ?? 1;
}

/** Requests of the last moment in every state, whose events no rollup has counted; returns how many events that are. */
async function addEvents(database: BenchDatabase, options: Options, sql: Sql): Promise<number> {
  const count = async () => {
    const [row] = await sql<{ count: number }[]>`select count(*) from callback_private.events`;
    return row?.count ?? 0;
  };
  const before = await count();
  const end = new Date();
  const batch = {
    rows: options.laterRows,
    first: options.largeRows,
    start: new Date(end.getTime() - 1_000),
    end,
  };
  await loadRequests(database.ownerUrl, batch, options);
  return (await count()) - before;
}
