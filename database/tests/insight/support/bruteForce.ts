/** The marketplace's figures as docs/metrics.md defines them, calculated from the raw rows, apart from the product's SQL. */
import type { Sql } from '../../../src/index.ts';

export interface Row {
  id: string;
  requester_id: string | null;
  day: string;
  status: string;
  priority: string;
  callback_reason: string | null;
  preferred_time: string | null;
  preferred_days: string[] | null;
  listing_category: string | null;
  listing_country: string | null;
  is_repeat: boolean | null;
  requested_at: Date;
  acknowledged_at: Date | null;
  completed_at: Date | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  expires_at: Date;
  contradicted: boolean;
  calls: { outcome: string; at: Date }[];
}

export interface Range {
  from: string;
  to: string;
  category?: string | undefined;
  country?: string | undefined;
}

type Counts = Record<string, number>;

export interface BruteForce {
  counts: Counts;
  rates: Record<string, number | null>;
  /** Exact, in seconds. */
  times: Record<'response' | 'completion', { average: number; median: number; p90: number } | null>;
  shares: Record<'state' | 'priority' | 'reason' | 'outcome' | 'reached_after', Counts>;
  hours: Record<'requested' | 'preferred' | 'called', number[][]>;
  perDay: Counts;
}

/** What the rows say of calls: by weekday and hour in the clock of a zone. */
export function bruteForceTimes(rows: Row[], zone: string, range: Range) {
  const calls = rows.filter((row) => isIn(row, range)).flatMap((row) => row.calls);
  const cell = (call: Row['calls'][number]) =>
    [wallClock(call.at, zone).weekday, wallClock(call.at, zone).hour] as const;
  return {
    called: week(calls.map(cell)),
    reached: week(calls.filter(({ outcome }) => outcome === 'reached').map(cell)),
  };
}

export async function readRows(sql: Sql): Promise<Row[]> {
  return sql<Row[]>`
    select r.*, r.requested_on::text as day,
      exists (select from callback_private.confirmations c where c.callback_request_id = r.id and c.answer <> 'talked') as contradicted,
      array(select json_build_object('outcome', a.outcome, 'at', a.attempted_at) from callback_private.attempts a
        where a.callback_request_id = r.id order by a.attempted_at, a.id) as calls
    from callback_requests r`.then((rows) =>
    rows.map((row) => ({
      ...row,
      calls: row.calls.map((call) => ({ ...call, at: new Date(call.at) })),
    })),
  );
}

export function bruteForce(rows: Row[], zone: string, range: Range, now = new Date()): BruteForce {
  const chosen = rows.filter((row) => isIn(row, range));
  const requests = chosen.map((row) => ({ ...row, state: stateOf(row, now), answered: answeredAt(row) }));
  const some = (is: (row: (typeof requests)[number]) => boolean) => requests.filter(is).length;
  const state = tally(requests.map((row) => row.state));
  const of = (name: string) => state[name] ?? 0;
  const completed = of('completed');
  const contradicted = some((row) => row.contradicted);
  const answered = some((row) => row.answered !== null);
  const couldBe = answered + some((row) => row.state === 'expired' && row.answered === null);
  const acknowledged = some((row) => row.acknowledged_at !== null && row.state !== 'closed');
  const ended = completed + of('declined') + of('withdrawn') + of('expired');
  const calls = requests.flatMap((row) => row.calls);
  const reachedAfter = requests.map((row) => row.calls.findIndex((call) => call.outcome === 'reached') + 1);
  return {
    counts: {
      ...{ received: requests.length, closed: of('closed'), waiting: of('pending'), acknowledged, answered },
      ...{ attempts: calls.length, completed, contradicted, contacts: completed - contradicted },
      ...{ declined: of('declined'), withdrawn: of('withdrawn'), expired: of('expired') },
      repeats: some((row) => row.is_repeat === true),
      attempted: some((row) => row.state === 'completed' || (row.calls.length > 0 && row.state !== 'closed')),
    },
    rates: {
      repeat_rate: rate(
        some((row) => row.is_repeat === true),
        requests.length,
      ),
      answer_rate: rate(answered, couldBe),
      contact_rate: rate(completed - contradicted, couldBe),
      response_rate: rate(of('acknowledged') + completed, requests.length - of('closed')),
      completion_rate: rate(completed, acknowledged),
      expiry_rate: rate(of('expired'), ended),
      decline_rate: rate(of('declined'), ended),
      withdrawal_rate: rate(of('withdrawn'), ended),
    },
    times: {
      response: timesOf(requests.flatMap((row) => (row.answered ? [seconds(row, row.answered)] : []))),
      completion: timesOf(
        requests.flatMap((row) => (row.completed_at ? [seconds(row, row.completed_at)] : [])),
      ),
    },
    shares: {
      state,
      priority: tally(requests.map((row) => row.priority)),
      reason: tally(requests.map((row) => row.callback_reason ?? 'none')),
      outcome: tally(calls.map((call) => call.outcome)),
      reached_after: tally(reachedAfter.filter((number) => number > 0).map(String)),
    },
    hours: {
      // The weekday is that of the marketplace's day, which the request keeps.
      requested: week(requests.map((row) => [weekdayOfDay(row.day), wallClock(row.requested_at, zone).hour])),
      called: week(
        calls.map((call) => [wallClock(call.at, zone).weekday, wallClock(call.at, zone).hour] as const),
      ),
      preferred: week(requests.flatMap(preferredHours)),
    },
    perDay: tally(requests.map((row) => row.day)),
  };
}

const isIn = (row: Row, range: Range) =>
  row.day >= range.from &&
  row.day <= range.to &&
  (range.category === undefined || (row.listing_category ?? 'none') === range.category) &&
  (range.country === undefined || (row.listing_country ?? 'none') === range.country);

function stateOf(row: Row, now: Date): string {
  if (row.status === 'cancelled')
    return row.cancelled_by === 'buyer' ? 'withdrawn' : row.cancelled_by === 'seller' ? 'declined' : 'closed';
  const isOpen = row.status === 'pending' || row.status === 'acknowledged';
  return isOpen && row.expires_at <= now ? 'expired' : row.status;
}

function answeredAt(row: Row): Date | null {
  if (row.cancelled_by === 'operator' || row.cancelled_by === 'system') return null;
  return row.acknowledged_at ?? (row.cancelled_by === 'seller' ? row.cancelled_at : null);
}

const seconds = (row: Row, until: Date) => (until.getTime() - row.requested_at.getTime()) / 1000;

const rate = (part: number, whole: number) =>
  whole === 0 ? null : Number(((part * 100) / whole).toFixed(3));

function tally(words: string[]): Counts {
  const counts: Counts = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function timesOf(values: number[]) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] as number;
  return { average: sorted.reduce((a, b) => a + b, 0) / sorted.length, median: rank(0.5), p90: rank(0.9) };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function wallClock(at: Date, zone: string): { weekday: number; hour: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return { weekday: WEEKDAYS.indexOf(part('weekday')), hour: Number(part('hour')) };
}

const weekdayOfDay = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const WORDS: Record<string, [number, number]> = {
  morning: [9 * 60, 12 * 60],
  afternoon: [12 * 60, 17 * 60],
  evening: [17 * 60, 21 * 60],
  anytime: [0, 24 * 60],
};

/** Each hour that a minute of the range is in, of each day. */
function preferredHours(row: Row): [number, number][] {
  if (row.preferred_time === null && row.preferred_days === null) return [];
  const range = minutesOf(row.preferred_time ?? 'anytime');
  if (!range) return [];
  const cells = new Set<string>();
  for (const name of row.preferred_days ?? WEEKDAYS)
    for (let minute = range[0]; minute < range[1]; minute += 1) {
      const day = WEEKDAYS.indexOf(name) + Math.floor(minute / 1440);
      // Two days may prefer the same hour: each counts.
      cells.add(`${name} ${day % 7} ${Math.floor((minute % 1440) / 60)}`);
    }
  return [...cells].map((cell) => cell.split(' ').slice(1).map(Number) as [number, number]);
}

function minutesOf(time: string): [number, number] | null {
  const clock = /^(\d+):(\d\d)-(\d+):(\d\d)$/.exec(time);
  if (!clock) return WORDS[time] ?? null;
  const [, a, b, c, d] = clock.map(Number) as [number, number, number, number, number];
  const [from, to] = [a * 60 + b, c * 60 + d];
  return from === to ? null : [from, to < from ? to + 1440 : to];
}

function week(cells: (readonly [number, number])[]): number[][] {
  const hours = WEEKDAYS.map(() => new Array<number>(24).fill(0));
  for (const [weekday, hour] of cells) (hours[weekday] as number[])[hour] = (hours[weekday]?.[hour] ?? 0) + 1;
  return hours;
}
