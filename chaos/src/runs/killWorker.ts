/**
 * Real workers, each with one delivery by mail, SMS, Expo and Web Push in its hands, are killed at four points. Where a worker stands is
 * made certain: at points 1 and 3 by losing its statement or the answer on the way to the database, at 2 by providers that do not take what
 * comes. Afterwards another worker finds what is left. Leases last 50 s: of the last workers at each point they run their course and are
 * measured; the others are shortened in the database (next_attempt_at), so that the run does not take hours.
 */

import type { ChannelName } from '@ringback/server';
import { report } from '@ringback/testing/providers/twilio.ts';
import { type Check, duration } from '../checks.ts';
import { ask, makeDue, until, untilSettled } from '../market.ts';
import { startApi, startWorker } from '../processes.ts';
import { account, countReceived, type Providers, startProviders } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';
import { type Wire, wireTo } from '../wire.ts';

const CHANNELS: ChannelName[] = ['email', 'sms', 'expo_push', 'web_push'];

const POINTS = {
  1: 'after claim',
  2: 'before send',
  3: 'after send, before commit',
  4: 'after commit',
} as const;
type Point = keyof typeof POINTS;

interface Scene {
  market: Market;
  providers: Providers;
  wire: Wire;
}

/** What has been shown with one database and its providers: at one point, or, in the short form, at all of them together. */
interface Observation {
  points: Point[];
  /** At each point. */
  kills: number;
  leaseSeconds: number;
  /** From the kill to the next attempt, of leases that were not shortened. */
  againMs: number[];
  channels: { channel: ChannelName; lost: number; duplicates: number; parked: number; settled: number }[];
}

export async function killWorkers(stage: Stage): Promise<Check[]> {
  const sizes = stage.short ? { kills: 1, realLeases: 0 } : { kills: 50, realLeases: 3 };
  const points = [1, 2, 3, 4] as Point[];
  const observations = [];
  for (const together of stage.short ? [points] : points.map((point) => [point]))
    observations.push(await observe(stage, together, sizes));
  return observations.flatMap(checksOf);
}

async function observe(
  stage: Stage,
  points: Point[],
  sizes: { kills: number; realLeases: number },
): Promise<Observation> {
  const { kills, realLeases } = sizes;
  const market = await stage.market(...CHANNELS);
  await using providers = await startProviders();
  const wire = await wireTo(market.apiUrl);
  const scene = { market, providers, wire };
  const leases: number[] = [];
  const killedAtMs: number[] = [];
  let n = 0;
  for (const point of points) {
    for (let kill = 1; kill <= kills; kill++) {
      leases.push(await killOne(scene, point, n));
      killedAtMs.push(performance.now());
      n += 1;
      if (kill <= kills - realLeases) await holdBack(market);
      if (kill % 10 === 0) stage.report(`  point ${point}: ${kill} workers killed`);
    }
  }
  await wire.close();
  await using survivor = startWorker(market.apiUrl, providers.env(...CHANNELS));
  const againMs =
    realLeases > 0 && !points.includes(4) ? await timeLeases(market, killedAtMs.slice(-realLeases)) : [];
  await makeDue(market);
  await untilSettled(market);
  const parked = await countParked(market);
  const settled = await settleByReports(market, providers);
  await survivor.kill();
  const channels = await Promise.all(
    CHANNELS.map(async (channel) => ({
      channel,
      ...(await account(market, providers, channel)),
      parked: channel === 'sms' ? parked : 0,
      settled: channel === 'sms' ? settled : 0,
    })),
  );
  return { points, kills, leaseSeconds: Math.max(...leases), againMs, channels };
}

/** Kills a worker that has the deliveries of request n in its hands; gives the longest lease that it leaves behind, in seconds. */
async function killOne({ market, providers, wire }: Scene, point: Point, n: number): Promise<number> {
  const { smtp, twilio, expo, webPush } = providers;
  const https = [twilio, expo, webPush];
  await ask(market, n, 1, 'urgent');
  const before = { received: total(providers), waiting: smtp.waiting, cuts: wire.cuts };
  if (point === 1) wire.cut = { statement: 'claim_deliveries', loses: 'answer' };
  if (point === 2) {
    smtp.fault = () => ({ step: 'rcpt', does: 'hangs' });
    for (const standIn of https) Object.assign(standIn, { isHeld: true, waiting: 0 });
  }
  if (point === 3) wire.cut = { statement: 'record_deliveries', loses: 'statement' };
  const worker = startWorker(wire.url, providers.env(...CHANNELS));
  const isThere: Record<Point, () => Promise<boolean> | boolean> = {
    1: async () => wire.cuts - before.cuts >= 4 && (await inHand(market, 'sending')) === 4,
    2: () => smtp.waiting > before.waiting && https.every(({ waiting }) => waiting > 0),
    3: () => total(providers) - before.received === 4 && wire.cuts > before.cuts,
    4: async () =>
      (await inHand(market, 'pending', 'sending')) === 0 && total(providers) - before.received === 4,
  };
  await until(isThere[point], `a worker to stand ${POINTS[point]}`, 180_000).catch(async (error) => {
    throw new Error(`${error.message} ${await describe(market)} ${worker.running.output().slice(-500)}`);
  });
  await worker.kill();
  wire.cut = undefined;
  smtp.fault = () => undefined;
  for (const standIn of https) standIn.isHeld = false;
  const [row] = await market.sql<{ seconds: number }[]>`
    select coalesce(max(extract(epoch from next_attempt_at - now())) filter (where next_attempt_at < now() + interval '1 hour'), 0)::float
      as seconds from callback_private.deliveries where status = 'sending'`;
  return row?.seconds ?? 0;
}

const total = (providers: Providers) =>
  [...countReceived(providers).values()].reduce((sum, count) => sum + count, 0);

/** Deliveries of the latest request, all written at one time, that have one of these statuses. */
async function inHand({ sql }: Market, ...statuses: string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from callback_private.deliveries
    where status = any (${statuses}) and created_at = (select max(created_at) from callback_private.deliveries)`;
  return row?.count ?? 0;
}

async function describe({ sql }: Market): Promise<string> {
  return JSON.stringify(
    await sql`
    select channel, status, attempts, error_code, count(*), min(next_attempt_at - now())::text as due
    from callback_private.deliveries group by 1, 2, 3, 4`,
  );
}

/** Keeps what a dead worker had from the next one, which is to be killed with its own deliveries. */
async function holdBack({ sql }: Market): Promise<void> {
  await sql`update callback_private.deliveries set next_attempt_at = now() + interval '1 day' where status = 'sending'`;
}

/** How long after its worker's death each delivery is taken again; the kills are those of the last requests, in order. */
async function timeLeases({ sql }: Market, killedAtMs: number[]): Promise<number[]> {
  const againMs = new Map<string, number>();
  await until(
    async () => {
      const rows = await sql<{ id: string; request: number; is_open: boolean }[]>`
        select d.id, dense_rank() over (order by r.requested_at desc)::int as request,
          d.status = 'sending' and d.attempts = 1 as is_open
        from callback_private.deliveries d
        join callback_request_notifications n on n.id = d.notification_id
        join callback_requests r on r.id = n.callback_request_id
        where d.next_attempt_at is null or d.next_attempt_at < now() + interval '1 hour' or d.status <> 'sending'`;
      const mine = rows.filter(({ request }) => request <= killedAtMs.length);
      for (const { id, request, is_open } of mine) {
        if (!is_open && !againMs.has(id)) againMs.set(id, performance.now() - (killedAtMs.at(-request) ?? 0));
      }
      return mine.every(({ is_open }) => !is_open);
    },
    'leases to end',
    90_000,
  );
  return [...againMs.values()];
}

async function countParked({ sql }: Market): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from callback_private.deliveries where status = 'parked'`;
  return row?.count ?? 0;
}

/** Twilio reports each SMS that it has taken as delivered; gives how many parked ones that has settled. */
async function settleByReports(market: Market, providers: Providers): Promise<number> {
  const before = await countParked(market);
  if (before === 0) return 0;
  await using api = await startApi(market.apiUrl, providers.env('sms'));
  for (const sms of providers.twilio.state.taken) {
    const { url, ...request } = report(sms, 'delivered');
    const { status } = await fetch(`${api.origin}${url}`, request);
    if (status !== 204) throw new Error(`The report was answered ${status}.`);
  }
  return before - (await countParked(market));
}

function checksOf({ points, kills, leaseSeconds, againMs, channels }: Observation): Check[] {
  const at = points.length === 1 ? `${points[0]} ${POINTS[points[0] as Point]}` : 'all four points';
  const killsAt = (...some: Point[]) => kills * points.filter((point) => some.includes(point)).length;
  const perChannel = channels.map(({ channel, lost, duplicates, parked, settled }): Check => {
    const isSms = channel === 'sms';
    const mayRepeat = isSms ? 0 : killsAt(3);
    const [mustPark, mustSettle] = isSms ? [killsAt(2, 3), killsAt(3)] : [0, 0];
    return {
      what: `${at}: ${channel}`,
      ...{ times: kills * points.length, lost, duplicates },
      figure: isSms ? `${parked} parked, ${settled} settled by the report` : '',
      allowed: `0 lost, ${mayRepeat} duplicates${isSms ? `, ${mustPark} parked` : ''}`,
      passed: lost === 0 && duplicates <= mayRepeat && parked === mustPark && settled === mustSettle,
    };
  });
  if (points.includes(4)) return perChannel;
  const lease: Check = {
    what: `${at}: in flight again, waiting for the lease`,
    times: againMs.length,
    figure: `${duration(Math.max(...againMs))} at most; leases lasted ${leaseSeconds.toFixed(0)} s at most`,
    allowed: '60 s',
    passed: leaseSeconds <= 60 && againMs.every((ms) => ms <= 60_000),
    isTiming: true,
  };
  return [...perChannel, lease];
}
