/**
 * Requests through the API at a steady pace; from the beginning of the transaction that writes a mail to the moment at which the mail
 * server has it. Once with the worker as a process of its own, which finds out by asking, once inside `ringback start`, which is woken.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Check, duration, percentile } from '../checks.ts';
import { post, startLoad } from '../load.ts';
import { until, untilSettled } from '../market.ts';
import { startApi, startWorker } from '../processes.ts';
import { account, startProviders } from '../providers.ts';
import type { Stage } from '../stage.ts';

export async function measureLatency(stage: Stage): Promise<Check[]> {
  return [...(await measure(stage, 'worker')), ...(await measure(stage, 'start'))];
}

async function measure(stage: Stage, how: 'worker' | 'start'): Promise<Check[]> {
  const { perSecond, seconds } = stage.short ? { perSecond: 20, seconds: 3 } : { perSecond: 50, seconds: 60 };
  const market = await stage.market('email');
  await using providers = await startProviders();
  await using stack = new AsyncDisposableStack();
  // `start` migrates, so it logs in as the owner.
  const api = stack.use(
    how === 'start'
      ? await startApi(market.ownerUrl, providers.env('email'), 'start')
      : await startApi(market.apiUrl, providers.env()),
  );
  if (how === 'worker') stack.use(startWorker(market.apiUrl, providers.env('email')));
  await post(api.origin, 1_999_999);
  await until(() => providers.smtp.received.length === 1, 'the first mail');

  const load = startLoad(api.origin, { perSecond });
  await sleep(seconds * 1_000);
  const answers = await load.stop();
  await untilSettled(market);
  const rows = await market.sql<{ id: string; at: number }[]>`
    select id, extract(epoch from created_at)::float * 1000 as at from callback_private.deliveries`;
  const receivedAtMs = new Map(
    providers.smtp.received.slice(1).map(({ messageId, atMs }) => [/^<([^@]*)/.exec(messageId)?.[1], atMs]),
  );
  const latencies = rows.flatMap(({ id, at }) => {
    const atMs = receivedAtMs.get(id);
    return atMs === undefined ? [] : [atMs - at];
  });
  const { lost, duplicates } = await account(market, providers);
  const created = answers.filter(({ status }) => status === 201).length;
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(latencies, percent)) as [
    number,
    number,
    number,
  ];
  return [
    {
      what: how === 'start' ? 'inside ringback start' : 'ringback api, and ringback worker beside it',
      ...{ times: created, lost, duplicates },
      figure: `${perSecond} a second: median ${duration(p50)}, p95 ${duration(p95)}, p99 ${duration(p99)}`,
      allowed: 'p95 2 s, p99 5 s',
      passed: p95 < 2_000 && p99 < 5_000 && lost === 0 && duplicates === 0 && created === answers.length,
      isTiming: true,
    },
  ];
}
