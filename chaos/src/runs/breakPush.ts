/** Expo and the push services of browsers answer with errors. Each case is a seller's device, so that all of them run at once. */

import { expoError } from '@ringback/testing/providers/expo.ts';
import { type Check, duration } from '../checks.ts';
import { ask, makeDue, SELLERS, until, untilSettled } from '../market.ts';
import { startWorker } from '../processes.ts';
import { type Providers, startProviders } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';

type Ends = 'sent' | 'delivered' | 'failed';
interface Case {
  what: string;
  /** Expo: the error in the ticket. Web Push: the status. None: it is taken. */
  first?: string | number;
  isForGood?: boolean;
  /** What Expo's receipt says later. */
  receipt?: 'ok' | string;
  ends: Ends;
  isOff: boolean;
  retryAfter?: number;
}

const EXPO: Case[] = [
  { what: 'Expo: taken, receipt ok', receipt: 'ok', ends: 'delivered', isOff: false },
  {
    what: 'Expo: taken, receipt DeviceNotRegistered',
    receipt: 'DeviceNotRegistered',
    ends: 'failed',
    isOff: true,
  },
  {
    what: 'Expo: DeviceNotRegistered',
    first: 'DeviceNotRegistered',
    isForGood: true,
    ends: 'failed',
    isOff: true,
  },
  {
    what: 'Expo: MessageRateExceeded',
    first: 'MessageRateExceeded',
    receipt: 'ok',
    ends: 'delivered',
    isOff: false,
  },
  { what: 'Expo: MessageTooBig', first: 'MessageTooBig', isForGood: true, ends: 'failed', isOff: false },
];
const WEB: Case[] = [
  { what: 'Web Push: 201', ends: 'sent', isOff: false },
  { what: 'Web Push: 404', first: 404, isForGood: true, ends: 'failed', isOff: true },
  { what: 'Web Push: 410', first: 410, isForGood: true, ends: 'failed', isOff: true },
  { what: 'Web Push: 413', first: 413, isForGood: true, ends: 'failed', isOff: false },
  { what: 'Web Push: 429 with Retry-After 20', first: 429, retryAfter: 20, ends: 'sent', isOff: false },
  { what: 'Web Push: 503 with Retry-After 20', first: 503, retryAfter: 20, ends: 'sent', isOff: false },
];

/** The moments at which each device was tried. */
type Tries = Map<string, number[]>;

export async function failPush(stage: Stage): Promise<Check[]> {
  const each = stage.short ? 2 : 15;
  const sellers = EXPO.length * WEB.length * (stage.short ? 1 : 5);
  const market = await stage.market('expo_push', 'web_push');
  await using providers = await startProviders();
  const tries: Tries = new Map();
  const count = (device: string) => {
    const times = [...(tries.get(device) ?? []), performance.now()];
    tries.set(device, times);
    return times.length;
  };
  answerExpo(providers, count);
  answerWeb(providers, count);
  await ask(market, 0, sellers);
  await using _worker = startWorker(market.apiUrl, providers.env('expo_push', 'web_push'));
  await until(() => tries.size === 2 * sellers, 'every device to be tried');
  if (stage.short) {
    await until(
      async () => (await tally(market)).every(({ status }) => status !== 'sending'),
      'first results',
    );
    await makeDue(market);
  }
  await untilSettled(market);
  if (!stage.short) await readReceipts(market);
  const rows = await tally(market);

  const before = new Map([...tries].map(([device, times]) => [device, times.length]));
  await ask(market, SELLERS, sellers); // other buyers, the same sellers
  await untilSettled(market);
  const again = (device: string) => (tries.get(device)?.length ?? 0) > (before.get(device) ?? 0);

  return [...EXPO, ...WEB].map((one): Check => {
    const mine = rows.filter(({ device }) => caseOf(device) === one);
    const devices = [...new Set(mine.map(({ device }) => device))];
    // In the short form nobody waits for receipts; server/tests/delivery/expoPush.test.ts reads them.
    const ends = stage.short && one.receipt ? 'sent' : one.ends;
    const isOff = one.isOff && !(stage.short && one.receipt);
    const pausesMs = devices.map((device) => (tries.get(device)?.[1] ?? 0) - (tries.get(device)?.[0] ?? 0));
    const isEarly =
      !stage.short && one.retryAfter !== undefined && Math.min(...pausesMs) < one.retryAfter * 1_000;
    const triedFirst = devices.map((device) => before.get(device));
    const attempts = one.first !== undefined && !one.isForGood ? 2 : 1;
    return {
      what: one.what,
      times: mine.length,
      lost: mine.filter(({ status }) => status !== ends).length,
      duplicates: triedFirst.filter((number) => number !== attempts).length,
      figure: [
        `${mine.filter(({ status }) => status === ends).length} ${ends}`,
        ...(isOff ? [`${devices.filter((device) => !again(device)).length} devices off`] : []),
        ...(one.retryAfter && !stage.short
          ? [`again after ${duration(Math.min(...pausesMs))} at the earliest`]
          : []),
      ].join(', '),
      allowed: `${ends} at attempt ${attempts}${isOff ? ', device off after this answer' : ''}${one.retryAfter ? ', not before Retry-After' : ''}`,
      passed:
        mine.length >= each &&
        mine.every(({ status }) => status === ends) &&
        triedFirst.every((number) => number === attempts) &&
        devices.every((device) => again(device) === !isOff) &&
        !isEarly,
    };
  });
}

const EXPO_TOKEN = /^ExponentPushToken\[s(\d+)\]$/;

/** The case of a device, by its seller: any two cases of the two kinds meet. */
function caseOf(device: string): Case {
  const expo = EXPO_TOKEN.exec(device)?.[1];
  const seller = Number(expo ?? /s(\d+)$/.exec(device)?.[1]);
  return (expo ? EXPO[seller % EXPO.length] : WEB[seller % WEB.length]) as Case;
}

function answerExpo({ expo: { state } }: Providers, count: (device: string) => number): void {
  state.answer = (pushes) => ({
    status: 200,
    body: {
      data: pushes.map(({ to }) => {
        const { first, isForGood, receipt } = caseOf(to);
        const isFirst = count(to) === 1;
        if (first !== undefined && (isFirst || isForGood)) return expoError(String(first));
        const id = `ticket ${to}`;
        if (receipt) state.receipts[id] = receipt === 'ok' ? { status: 'ok' } : expoError(receipt);
        return { status: 'ok', id };
      }),
    },
  });
}

function answerWeb({ webPush: { state } }: Providers, count: (device: string) => number): void {
  state.answer = ({ path }) => {
    const { first, isForGood, retryAfter } = caseOf(path);
    const isFirst = count(path) === 1;
    if (first === undefined || !(isFirst || isForGood)) return { status: 201 };
    return { status: Number(first), ...(retryAfter && { headers: { 'retry-after': String(retryAfter) } }) };
  };
}

/** Receipts are asked for a quarter of an hour later, which is shortened here; the worker looks once a minute. */
async function readReceipts(market: Market): Promise<void> {
  await market.sql`update callback_private.deliveries set next_attempt_at = now() where status = 'sent' and channel = 'expo_push'`;
  await until(
    async () =>
      (await tally(market)).every(({ device, status }) => !EXPO_TOKEN.test(device) || status !== 'sent'),
    'receipts to be read',
    150_000,
  );
}

async function tally({ sql }: Market): Promise<{ device: string; status: string }[]> {
  return sql<{ device: string; status: string }[]>`
    select case d.channel when 'expo_push' then v.token else substring(v.token from '^https://[^/]+(.*)$') end as device, d.status
    from callback_private.deliveries d join callback_private.devices v on v.id = d.device_id`;
}
