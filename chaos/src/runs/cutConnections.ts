/**
 * Every connection of API, streams and worker is ended by the server (pg_terminate_backend), or falls silent (a proxy that swallows what
 * comes and keeps the sockets open), while requests are written. A buyer follows their own by the client's live updates. What a single request
 * sees is in server/tests/platform/database.test.ts.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createCallbackClient } from '@ringback/client';
import { token } from '@ringback/testing/server/app.ts';
import { type Check, duration } from '../checks.ts';
import { ask, BUYERS, idOf, until, untilSettled } from '../market.ts';
import { startApi, startWorker } from '../processes.ts';
import { account, startProviders } from '../providers.ts';
import type { Stage } from '../stage.ts';
import { wireTo } from '../wire.ts';

const NOTICED_WITHIN_MS = 15_000;

export async function cutConnections(stage: Stage): Promise<Check[]> {
  const times = stage.short ? 1 : 5;
  const market = await stage.market('email');
  await using providers = await startProviders();
  const wire = await wireTo(market.apiUrl);
  await using api = await startApi(wire.url, providers.env());
  await using _worker = startWorker(wire.url, providers.env('email'));

  const seen = new Set<string>();
  let resets = 0;
  let isFollowing = false;
  const client = createCallbackClient({ baseUrl: api.origin, getToken: () => token(idOf('buyer', 0)) });
  const unsubscribe = client.subscribe?.((event) => {
    if (event.type === 'request') seen.add(event.callback_request_id);
    if (event.type === 'reset') resets += 1;
    if (event.type === 'notifications') isFollowing = true; // with the count a stream begins
  });
  let next = 0;
  /** Buyer 0 asks again; gives how long stream and mail took. */
  async function sendOne(): Promise<{ streamMs: number; mailMs: number }> {
    const startMs = performance.now();
    const [events, mails] = [seen.size, providers.smtp.received.length];
    await ask(market, next * BUYERS);
    next += 1;
    const took = async (isThere: () => boolean, what: string) => {
      await until(isThere, what, 90_000, 5);
      return performance.now() - startMs;
    };
    const [streamMs, mailMs] = await Promise.all([
      took(() => seen.size > events, 'the event'),
      took(() => providers.smtp.received.length > mails, 'the mail'),
    ]);
    return { streamMs, mailMs };
  }
  await until(() => isFollowing, 'the stream to begin');
  await sendOne();

  const attacks = {
    'pg_terminate_backend of every connection': async () => {
      await market.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'ringback \\_%'`;
    },
    'every connection falls silent': async () => wire.silence(),
  };
  const checks: Check[] = [];
  for (const [what, attack] of Object.entries(attacks)) {
    const noticed = { streamMs: 0, mailMs: 0 };
    for (let time = 0; time < times; time++) {
      await attack();
      const took = await sendOne();
      noticed.streamMs = Math.max(noticed.streamMs, took.streamMs);
      noticed.mailMs = Math.max(noticed.mailMs, took.mailMs);
      await sleep(1_000);
    }
    checks.push({
      what,
      times,
      figure: `event after ${duration(noticed.streamMs)} at most, mail after ${duration(noticed.mailMs)}`,
      allowed: '15 s',
      passed: Math.max(noticed.streamMs, noticed.mailMs) <= NOTICED_WITHIN_MS,
      isTiming: true,
    });
  }
  await untilSettled(market);
  unsubscribe?.();
  await wire.close();
  const { written, lost, duplicates } = await account(market, providers);
  return [
    ...checks,
    {
      what: 'events at the buyer’s stream',
      times: next,
      lost: next - seen.size,
      figure: `${resets} times read again`,
      allowed: '0 lost',
      passed: seen.size === next,
    },
    {
      what: 'mails',
      ...{ times: written, lost, duplicates },
      figure: '',
      allowed: `0 lost; at most 1 twice each time`,
      passed: lost === 0 && duplicates <= 2 * times,
    },
  ];
}
