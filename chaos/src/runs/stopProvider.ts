/**
 * The mail server is down with a thousand mails queued, while push goes on. Half an hour is shortened to a minute: the mails are made as
 * old in attempts as half an hour would have made them, so that they wait as long for the next. Then poison: a mail that kills every worker that
 * sends it, and one that hangs its connection.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Check, duration, percentile } from '../checks.ts';
import { ask, countOpen, idOf, makeDue, requestOf, until, untilSettled } from '../market.ts';
import { startWorker } from '../processes.ts';
import { account, BASE, type Providers, startProviders } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';

export async function loseProvider(stage: Stage): Promise<Check[]> {
  return [...(await outage(stage)), ...(await deadlyMail(stage)), ...(await hangingMail(stage))];
}

const PER_SECOND = 10;
/** `attempts` is how many each mail has behind it when the server comes back. The longest pause is reached after eight, within the first quarter of an hour. */
const FULL = { queued: 1_000, seconds: 60, attempts: 8, standsFor: '30 min shortened' };
const SHORT = { queued: 50, seconds: 5, attempts: 1, standsFor: 'the first of them' };

async function outage(stage: Stage): Promise<Check[]> {
  const { queued, seconds, attempts, standsFor } = stage.short ? SHORT : FULL;
  const market = await stage.market('email', 'expo_push', 'web_push');
  await using providers = await startProviders();
  const { smtp } = providers;
  const pushes = followPushes(providers);
  await using _worker = startWorker(market.apiUrl, providers.env('email', 'expo_push', 'web_push'));
  await ask(market, 1_900_000);
  await untilSettled(market);

  let next = await steadyAsk(market, 0, seconds);
  await untilSettled(market);
  const baseline = await pushes.latencies(market);

  smtp.fault = () => ({ step: 'greeting', does: 421 });
  smtp.disconnect();
  await ask(market, next, queued);
  next += queued;
  const downAtMs = performance.now();
  await until(
    async () => (await waitingMails(market)) >= queued,
    'every mail to have failed once',
    180_000,
    200,
  );
  await pushes.latencies(market); // those of the queued ones came all at once and do not count
  await market.sql`
    update callback_private.deliveries set attempts = ${attempts}, next_attempt_at = now()
    where channel = 'email' and status = 'pending'`;
  await steadyAsk(market, next, seconds);
  const meanwhile = await pushes.latencies(market);
  const downMs = performance.now() - downAtMs;
  smtp.fault = () => undefined;
  const upAtMs = performance.now();
  await until(async () => (await countOpen(market)) === 0, 'the backlog to be gone', 400_000, 200);
  const backlogMs = performance.now() - upAtMs;
  const { written, lost, duplicates } = await account(market, providers);
  const [before, during] = [percentile(baseline, 95), percentile(meanwhile, 95)];
  return [
    {
      what: 'push while the mail server is down',
      times: meanwhile.length,
      figure: `p95 ${duration(during)}, before ${duration(before)}`,
      allowed: 'less than twice',
      passed: meanwhile.length > 0 && during < 2 * before,
      isTiming: true,
    },
    {
      what: `mails after ${duration(downMs)} without a server (${standsFor})`,
      ...{ times: written, lost, duplicates },
      figure: `backlog gone ${duration(backlogMs)} after its return`,
      allowed: '5 min, 0 lost',
      passed: lost === 0 && duplicates === 0 && backlogMs < 300_000,
    },
  ];
}

/** Asks at a steady pace; gives the next free number. */
async function steadyAsk(market: Market, first: number, seconds: number): Promise<number> {
  const startMs = performance.now();
  const count = seconds * PER_SECOND;
  for (let n = 0; n < count; n++) {
    await sleep(Math.max(0, startMs + (n * 1_000) / PER_SECOND - performance.now()));
    await ask(market, first + n);
  }
  return first + count;
}

async function waitingMails({ sql }: Market): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from callback_private.deliveries where channel = 'email' and status in ('pending', 'sending') and attempts > 0`;
  return row?.count ?? 0;
}

/** Notes when Expo gets each push; `latencies` gives how long those took, from the beginning of their transaction, that came since it was last asked. */
function followPushes({ expo }: Providers) {
  let seen = 0;
  const { answer } = expo.state;
  const atMs: { request: string; ms: number }[] = [];
  expo.state.answer = (pushes) => {
    for (const { data } of pushes) atMs.push({ request: data.callback_request_id ?? '', ms: Date.now() });
    return answer(pushes);
  };
  return {
    async latencies({ sql }: Market): Promise<number[]> {
      const rows = await sql<{ id: string; at: number }[]>`
        select id, extract(epoch from requested_at)::float * 1000 as at from callback_requests`;
      const requestedAt = new Map(rows.map(({ id, at }) => [id, at]));
      const fresh = atMs.slice(seen);
      seen = atMs.length;
      return fresh.map(({ request, ms }) => ms - (requestedAt.get(request) ?? Number.NaN));
    },
  };
}

/** Every worker that sends this mail dies. Their leases are shortened. */
async function deadlyMail(stage: Stage): Promise<Check[]> {
  const market = await stage.market('email');
  await using providers = await startProviders();
  const { smtp } = providers;
  const others = 20;
  await ask(market, 0, others + 1);
  const victim = `seller${requestOf(0).seller}@`;
  smtp.fault = (_attempt, command) =>
    command.includes(victim) ? { step: 'rcpt', does: 'hangs' } : undefined;
  let deaths = 0;
  while (deaths < 10) {
    await using worker = startWorker(market.apiUrl, providers.env('email'));
    const waiting = smtp.waiting;
    await until(
      async () => smtp.waiting > waiting || (await statusOf(market, 0)) === 'failed',
      'the mail to be tried',
    );
    await until(async () => (await countOpen(market)) <= 1, 'the others to be sent');
    await worker.kill();
    if ((await statusOf(market, 0)) === 'failed') break;
    deaths += 1;
    await makeDue(market);
  }
  const [row] = await market.sql<{ error_code: string; sent: number }[]>`
    select min(error_code) filter (where status = 'failed') as error_code, count(*) filter (where status = 'sent')::int as sent
    from callback_private.deliveries`;
  return [
    {
      what: 'a mail that kills its worker',
      times: deaths,
      lost: others - (row?.sent ?? 0),
      figure: `dead letter “${row?.error_code}” after ${deaths} workers; ${row?.sent} others sent`,
      allowed: '5 workers, others all sent',
      passed: deaths === 5 && row?.error_code === 'unfinished' && row.sent === others,
    },
  ];
}

async function statusOf({ sql }: Market, n: number): Promise<string | undefined> {
  const { buyer, listing } = requestOf(n);
  const [row] = await sql<{ status: string }[]>`
    select d.status from callback_private.deliveries d
    join callback_request_notifications n on n.id = d.notification_id
    join callback_requests r on r.id = n.callback_request_id
    where r.requester_id = ${idOf('buyer', buyer)} and r.listing_id = ${idOf('listing', listing)}`;
  return row?.status;
}

/**
 * Draining with a mail that hangs its connection until the time-out, each time between two without: what those two differ by is what the
 * machine varies by itself, and only what is lost beyond it is the mail's doing.
 */
async function hangingMail(stage: Stage): Promise<Check[]> {
  const { mails, rounds } = stage.short ? { mails: 100, rounds: 1 } : { mails: 1_000, rounds: 5 };
  const market = await stage.market('email');
  await using providers = await startProviders();
  await using _worker = startWorker(market.apiUrl, { ...BASE, ...providers.env('email') });
  const drain = drainer(market, providers, mails);
  await drain('clean'); // warms
  const [losses, differences]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const before = await drain('clean');
    const poisoned = await drain('poisoned');
    const after = await drain('clean');
    losses.push(1 - poisoned / ((before + after) / 2));
    differences.push(Math.abs(before - after) / Math.max(before, after));
  }
  const [loss, noise] = [percentile(losses, 50), percentile(differences, 50)];
  const { lost } = await account(market, providers);
  return [
    {
      what: 'a mail that hangs: throughput',
      ...{ times: rounds, lost },
      figure: `${percent(loss)} less (${spreadOf(losses)}); two runs without differ by ${percent(noise)} (${spreadOf(differences)})`,
      allowed: '5 % beyond what two runs without differ by',
      passed: lost === 0 && loss < 0.05 + noise,
      isTiming: true,
    },
  ];
}

/** Gives a function that sends so many mails, one of which hangs where it is poisoned, and says how many a second left. */
function drainer(market: Market, { smtp }: Providers, mails: number) {
  let next = 0;
  return async (side: 'clean' | 'poisoned'): Promise<number> => {
    const [hangs, already] = [smtp.waiting, smtp.received.length];
    const isToHang = (command: string) =>
      side === 'poisoned' && smtp.waiting === hangs && command.startsWith('RCPT');
    smtp.fault = (_attempt, command) => (isToHang(command) ? { step: 'rcpt', does: 'hangs' } : undefined);
    await ask(market, next, mails);
    next += mails;
    const expected = already + mails - (side === 'poisoned' ? 1 : 0);
    // Some left while the others were being asked for.
    const [startMs, left] = [performance.now(), expected - smtp.received.length];
    await until(() => smtp.received.length >= expected, 'the mails to be drained', 180_000, 5);
    const perSecond = left / ((performance.now() - startMs) / 1_000);
    smtp.fault = () => undefined;
    await makeDue(market);
    await untilSettled(market);
    return perSecond;
  };
}

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
const spreadOf = (parts: number[]) => `${percent(Math.min(...parts))} to ${percent(Math.max(...parts))}`;
