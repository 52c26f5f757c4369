/**
 * PostgreSQL is stopped as by `pg_ctl stop -m immediate` (SIGQUIT), with fsync on, under load, is away for two seconds and recovers. API
 * and worker are processes that nobody restarts.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Check, duration, percentile } from '../checks.ts';
import { type Answered, post, startLoad } from '../load.ts';
import { until, untilSettled } from '../market.ts';
import { startApi, startWorker } from '../processes.ts';
import { account, startProviders } from '../providers.ts';
import type { Stage } from '../stage.ts';
import { findWritten } from '../written.ts';

const BACK_WITHIN_MS = 10_000;

const SIZES = {
  full: { crashes: 3, rates: [200, 100, 50], seconds: 10, awayMs: 2_000 },
  short: { crashes: 1, rates: [20], seconds: 1, awayMs: 1_000 },
};

export async function crashDatabase(stage: Stage): Promise<Check[]> {
  const { crashes, rates, seconds, awayMs } = SIZES[stage.short ? 'short' : 'full'];
  const market = await stage.market('email');
  await using providers = await startProviders();
  await using api = await startApi(market.apiUrl, providers.env());
  await using _worker = startWorker(market.apiUrl, providers.env('email'));
  await until(async () => (await post(api.origin, 1_999_999)).status > 0, 'the API to be warm');

  const perSecond = await findBearable(api.origin, rates);
  const load = startLoad(api.origin, { perSecond });
  const outages: { fromMs: number; upMs: number; firstWriteMs: number }[] = [];
  const startMs = performance.now();
  for (let crash = 0; crash < crashes; crash++) {
    await sleep(seconds * 1_000);
    const fromMs = performance.now();
    await stage.crash();
    await sleep(awayMs);
    await stage.restart();
    const upMs = performance.now();
    let probe = 1_000_000 + crash * 1_000;
    const works = async () => (await post(api.origin, probe++)).status === 201;
    await until(works, 'the API to work again', 60_000, 50);
    outages.push({ fromMs, upMs, firstWriteMs: performance.now() - upMs });
    stage.report(`  crash ${crash + 1} of ${crashes}`);
  }
  await sleep(seconds * 1_000);
  const answers = await load.stop();
  const loadSeconds = (performance.now() - startMs) / 1_000;
  await untilSettled(market);

  const { whole, broken } = await findWritten(
    market,
    answers.map(({ n }) => n),
  );
  const acknowledged = answers.filter(({ status }) => status === 201);
  const lostWrites = acknowledged.filter(({ n }) => !whole.has(n)).length;
  // What was sent before a crash and not answered yet belongs to the outage, and so does what still waits when the database is back.
  const isIn = ({ atMs, tookMs }: Answered) =>
    outages.some(({ fromMs, upMs }) => atMs + tookMs >= fromMs && atMs <= upMs + BACK_WITHIN_MS);
  const [meanwhile, otherwise] = [answers.filter(isIn), answers.filter((answer) => !isIn(answer))];
  const refused = answers.filter(({ status, retryAfter }) => status === 503 && retryAfter);
  const odd = answers.filter((answer) => answer.status !== 201 && !refused.includes(answer));
  const failed = otherwise.filter(({ status }) => status !== 201);
  // What is refused as "overloaded" afterwards is the load's doing, which comes on top of what was held up.
  const overloaded = refused.filter(({ code }) => code === 'overloaded');
  const lastRefusalMs = outages.map(({ fromMs, upMs }, index) => {
    const next = outages[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const ofThis = refused.filter(
      ({ atMs, tookMs, code }) => atMs >= fromMs && atMs + tookMs < next && code === 'database_unavailable',
    );
    return Math.max(0, ...ofThis.map(({ atMs }) => atMs - upMs));
  });
  const deliveries = await account(market, providers);
  return [
    {
      what: `acknowledged writes over ${crashes} crash${crashes > 1 ? 'es' : ''}, ${perSecond} requests a second sent`,
      ...{ times: acknowledged.length, lost: lostWrites, duplicates: broken },
      figure: `${(answers.length / loadSeconds).toFixed(0)} a second borne, p95 outside of outages ${duration(
        percentile(
          otherwise.map(({ tookMs }) => tookMs),
          95,
        ),
      )}`,
      allowed: '0 lost',
      passed: lostWrites === 0 && broken === 0 && acknowledged.length > 0,
    },
    {
      what: 'answers from a crash to 10 s after the return',
      times: meanwhile.length,
      figure: `${refused.length} times 503 with Retry-After (p95 ${duration(
        percentile(
          refused.map(({ tookMs }) => tookMs),
          95,
        ),
      )}), ${overloaded.length} of them overloaded; ${odd.length} others`,
      allowed: '201, or 503 with Retry-After',
      passed: refused.length > 0 && odd.length === 0,
    },
    {
      what: 'other answers',
      times: otherwise.length,
      figure: `${failed.length} not 201`,
      allowed: '0',
      passed: failed.length === 0,
      isTiming: true,
    },
    {
      what: 'from the database’s return',
      times: crashes,
      figure: `to the first write ${duration(Math.max(...outages.map(({ firstWriteMs }) => firstWriteMs)))} at most, to the last “database unavailable” ${duration(Math.max(...lastRefusalMs))}`,
      allowed: '10 s',
      passed: [...lastRefusalMs, ...outages.map(({ firstWriteMs }) => firstWriteMs)].every(
        (ms) => ms <= BACK_WITHIN_MS,
      ),
      isTiming: true,
    },
    {
      what: 'mails of the worker, which went on',
      ...{ times: deliveries.written, lost: deliveries.lost, duplicates: deliveries.duplicates },
      figure: '',
      allowed: `0 lost; what was under way at a crash may come twice (${10 * crashes})`,
      passed: deliveries.lost === 0 && deliveries.duplicates <= 10 * crashes,
    },
  ];
}

/** The first of these rates that is answered at its own pace; else the last. A machine that is busy anyway says nothing about a crash. */
async function findBearable(origin: string, rates: number[]): Promise<number> {
  for (const [index, perSecond] of rates.slice(0, -1).entries()) {
    const startMs = performance.now();
    const load = startLoad(origin, { first: 500_000 + index * 10_000, perSecond });
    await sleep(4_000);
    const answers = await load.stop();
    const borne = answers.length / ((performance.now() - startMs) / 1_000);
    const p95Ms = percentile(
      answers.map(({ tookMs }) => tookMs),
      95,
    );
    if (borne > 0.95 * perSecond && p95Ms < 500) return perSecond;
  }
  return rates.at(-1) ?? 1;
}
