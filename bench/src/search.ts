/**
 * (search) What a search that finds nothing takes for a seller with thousands of requests, and what a plain list takes beside twenty of them.
 * The API does one search of a person at a time; this goes to the database directly, as a busy marketplace's many sellers do together.
 */
import { connect } from '@ringback/database';
import type { Environment, Progress } from './environment.ts';
import { latencyOf } from './figures.ts';
import { BIG_SELLER, idOf } from './marketplace.ts';
import type { Options } from './options.ts';

const AT_ONCE = 20;
const WORDS = 'in nobody’s request';

export async function measureSearch(environment: Environment, options: Options, report: Progress) {
  const rows = options.searchRows;
  const { apiUrl } = await environment.database('search', rows);
  const sql = connect(apiUrl, {
    max: AT_ONCE + 1,
    idleTimeoutMs: 600_000,
    applicationName: 'ringback bench',
  });
  await using stack = new AsyncDisposableStack();
  stack.defer(() => sql.end({ timeout: 5 }));
  const list = (search: string | null) => async () => {
    const startMs = performance.now();
    await sql`select public.list_callback_requests('seller', null, 20, null, ${idOf('person', BIG_SELLER)}, ${search})`;
    return performance.now() - startMs;
  };
  const samples = Math.min(options.samplesPerRead, 50);
  report('Searching');
  await repeat(list(WORDS), AT_ONCE);
  const alone = { search: await repeat(list(WORDS), samples), list: await repeat(list(null), samples) };
  report(`Searching, ${AT_ONCE} at once`);
  let isDone = false;
  const searchers = Array.from({ length: AT_ONCE }, () => repeatUntil(list(WORDS), () => isDone));
  const beside = await repeat(list(null), samples);
  isDone = true;
  const together = (await Promise.all(searchers)).flat();
  return {
    requests: rows / 10,
    atOnce: AT_ONCE,
    alone: { search: latencyOf(alone.search), list: latencyOf(alone.list) },
    together: { search: latencyOf(together), list: latencyOf(beside) },
  };
}

function repeat(sample: () => Promise<number>, times: number): Promise<number[]> {
  let taken = 0;
  return repeatUntil(sample, () => taken++ === times);
}

async function repeatUntil(sample: () => Promise<number>, isDone: () => boolean): Promise<number[]> {
  const timesMs: number[] = [];
  while (!isDone()) timesMs.push(await sample());
  return timesMs;
}
