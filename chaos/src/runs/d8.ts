/** D8: Twilio answers with errors, not in time, or not at all. Each case is a seller's number, so that all of them run at once. */
import { report, type Sms, type TwilioMood } from '@ringback/testing/providers/twilio.ts';
import { type Check, duration } from '../checks.ts';
import { ask, makeDue, requestOf, until, untilSettled } from '../market.ts';
import { startApi, startWorker } from '../processes.ts';
import { startProviders } from '../providers.ts';
import type { Stage } from '../stage.ts';

interface Case {
  what: string;
  /** How it is answered the first time, and each time when `isForGood`. */
  mood: TwilioMood;
  isForGood?: boolean;
  ends: 'sent' | 'failed' | 'parked';
  /** How often the number may be tried. */
  asked: number;
  error?: string;
}

const RETRY_AFTER = 40;

const CASES: Case[] = [
  { what: 'takes it', mood: undefined, ends: 'sent', asked: 1 },
  {
    what: `429 with Retry-After ${RETRY_AFTER}`,
    mood: { status: 429, code: 20429, retryAfter: RETRY_AFTER },
    ends: 'sent',
    asked: 2,
  },
  {
    what: '500/20500, not taken',
    mood: { status: 500, code: 20500 },
    isForGood: true,
    ends: 'parked',
    asked: 1,
  },
  {
    what: '500/20500, taken',
    mood: { status: 500, code: 20500, isTaken: true },
    isForGood: true,
    ends: 'parked',
    asked: 1,
  },
  {
    what: '400/21211 no such number',
    mood: { status: 400, code: 21211 },
    isForGood: true,
    ends: 'failed',
    asked: 1,
    error: '21211',
  },
  {
    what: '400/21614 no mobile number',
    mood: { status: 400, code: 21614 },
    isForGood: true,
    ends: 'failed',
    asked: 1,
    error: '21614',
  },
  {
    what: '400/21610 STOP',
    mood: { status: 400, code: 21610 },
    isForGood: true,
    ends: 'failed',
    asked: 1,
    error: 'opted_out',
  },
  { what: 'takes it and is silent', mood: 'silent', isForGood: true, ends: 'parked', asked: 1 },
];
/** It waits for a time-out of 20 s; server/tests/delivery/sms.test.ts has a shorter one. */
const SHORT_CASES = CASES.filter(({ mood }) => mood !== 'silent');

export async function failSms(stage: Stage): Promise<Check[]> {
  const cases = stage.short ? SHORT_CASES : CASES;
  const each = stage.short ? 2 : 24; // one seller is left over
  const market = await stage.market('sms');
  await using providers = await startProviders();
  const { state } = providers.twilio;
  const askedAtMs = new Map<string, number[]>();
  const caseOf = new Map<string, Case>();
  for (let n = 0; n < cases.length * each; n++) caseOf.set(phoneOf(n), cases[n % cases.length] as Case);
  state.mood = (to) => {
    const times = [...(askedAtMs.get(to) ?? []), performance.now()];
    askedAtMs.set(to, times);
    const { mood, isForGood = false } = caseOf.get(to) ?? { mood: undefined };
    return times.length === 1 || isForGood ? mood : undefined;
  };
  await ask(market, 0, cases.length * each, 'urgent');
  await using worker = startWorker(market.apiUrl, providers.env('sms'));
  await until(() => askedAtMs.size === caseOf.size, 'every number to be tried', 180_000);
  if (stage.short) {
    await until(async () => (await statuses()).every(({ status }) => status !== 'sending'), 'first results');
    await makeDue(market);
  }
  await untilSettled(market, 180_000);

  async function statuses() {
    return market.sql<{ phone: string; status: string; error_code: string | null }[]>`
      select p.phone, d.status, d.error_code from callback_private.deliveries d join profiles p on p.id = d.person_id`;
  }
  const rows = await statuses();
  // Parked ones are looked at again a day later and given up by the maintenance; a worker must not send them meanwhile, nor then.
  await market.sql`update callback_private.deliveries set next_attempt_at = now() + interval '1 second' where status = 'parked'`;
  await ask(market, cases.length * each, 1, 'urgent');
  await untilSettled(market);
  await worker.kill();
  await market.sql`update callback_private.deliveries set next_attempt_at = now() + interval '24 hours' where status = 'parked'`;

  const taken = new Map<string, Sms>(state.taken.map((sms) => [sms.to, sms]));
  await using api = await startApi(market.apiUrl, providers.env('sms'));
  for (const [phone, one] of caseOf) {
    const sms = taken.get(phone);
    if (one.ends !== 'parked' || !sms) continue;
    const { url, ...request } = report(sms, 'delivered');
    await fetch(`${api.origin}${url}`, request);
  }
  const after = await statuses();

  return cases.map((one): Check => {
    const mine = ({ phone }: { phone: string }) => caseOf.get(phone) === one;
    const times = [...askedAtMs].filter(([phone]) => mine({ phone })).map(([, atMs]) => atMs);
    const received = (phone: string) => state.taken.filter(({ to }) => to === phone).length;
    const phones = [...caseOf.keys()].filter((phone) => mine({ phone }));
    const duplicates = phones.reduce((sum, phone) => sum + Math.max(0, received(phone) - 1), 0);
    const settled = after.filter((row) => mine(row) && row.status === 'delivered').length;
    const isReported = one.ends === 'parked' && phones.some((phone) => received(phone) > 0);
    const pausesMs = times.filter((atMs) => atMs.length > 1).map(([first = 0, second = 0]) => second - first);
    const isEarly = !stage.short && pausesMs.some((ms) => ms < RETRY_AFTER * 1_000);
    const ends = rows.filter(mine);
    return {
      what: one.what,
      times: each,
      lost: one.ends === 'sent' ? phones.filter((phone) => received(phone) === 0).length : 0,
      duplicates,
      figure: [
        `${ends.filter(({ status }) => status === one.ends).length} ${one.ends}`,
        ...(pausesMs.length > 0 ? [`again after ${duration(Math.min(...pausesMs))} at the earliest`] : []),
        ...(isReported ? [`${settled} settled by the report`] : []),
      ].join(', '),
      allowed: `${one.ends}, tried ${one.asked === 1 ? 'once' : 'again, not before'}${isReported ? ', settled by the report' : ''}`,
      passed:
        ends.length === each &&
        ends.every(
          ({ status, error_code }) => status === one.ends && (!one.error || error_code === one.error),
        ) &&
        times.every((atMs) => atMs.length === one.asked) &&
        duplicates === 0 &&
        !isEarly &&
        (!isReported || settled === each),
    };
  });
}

const phoneOf = (n: number) => `+1212556${String(requestOf(n).seller).padStart(4, '0')}`;
