/**
 * D3: PostgreSQL is stopped as by `pg_ctl stop -m immediate` (SIGQUIT), with fsync on, under load, is away for two seconds and recovers. API
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

const SIZES = {
  full: { crashes: 3, perSecond: 200, seconds: 10, awayMs: 2_000 },
  short: { crashes: 1, perSecond: 20, seconds: 1, awayMs: 1_000 },
};

export async function crashDatabase(stage: Stage): Promise<Check[]> {
  const { crashes, perSecond, seconds, awayMs } = SIZES[stage.short ? 'short' : 'full'];
  const market = await stage.market('email');
  await using providers = await startProviders();
  await using api = await startApi(market.apiUrl, providers.env());
  await using _worker = startWorker(market.apiUrl, providers.env('email'));
  await until(async () => (await post(api.origin, 1_999_999)).status > 0, 'the API to be warm');

  const load = startLoad(api.origin, { perSecond });
  const backMs: number[] = [];
  const outages: { fromMs: number; toMs: number }[] = [];
  const startMs = performance.now();
  for (let crash = 0; crash < crashes; crash++) {
    await sleep(seconds * 1_000);
    const fromMs = performance.now();
    await stage.crash();
    await sleep(awayMs);
    await stage.restart();
    const upMs = performance.now();
    let probe = 1_000_000 + crash * 1_000;
    await until(
      async () => (await post(api.origin, probe++)).status === 201,
      'the API to work again',
      60_000,
      50,
    );
    backMs.push(performance.now() - upMs);
    outages.push({ fromMs, toMs: performance.now() });
    stage.say(`  crash ${crash + 1} of ${crashes}`);
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
  const isIn = ({ atMs, tookMs }: Answered) =>
    outages.some(({ fromMs, toMs }) => atMs + tookMs >= fromMs && atMs <= toMs);
  const [meanwhile, otherwise] = [answers.filter(isIn), answers.filter((answer) => !isIn(answer))];
  const refused = meanwhile.filter(({ status }) => status === 503);
  const odd = meanwhile.filter(({ status, retryAfter }) => status !== 201 && !(status === 503 && retryAfter));
  const failed = otherwise.filter(({ status }) => status !== 201);
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
      what: 'answers while it is away',
      times: meanwhile.length,
      figure: `${refused.length} times 503, all with Retry-After; ${odd.length} others; p95 ${duration(
        percentile(
          refused.map(({ tookMs }) => tookMs),
          95,
        ),
      )}`,
      allowed: '503 with Retry-After',
      passed: refused.length > 0 && odd.length === 0,
    },
    {
      what: 'other answers',
      times: otherwise.length,
      figure: `${failed.length} not 201`,
      allowed: '0',
      passed: failed.length === 0,
    },
    {
      what: 'from the database’s return to the first write',
      times: crashes,
      figure: `${duration(Math.max(...backMs))} at most`,
      allowed: '10 s',
      passed: backMs.every((ms) => ms <= 10_000),
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
