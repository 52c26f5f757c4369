/** When a buyer prefers to be called, as ranges of real time, as the database works them out. */
import { TIMES_OF_DAY, WEEKDAYS } from '../vocabulary.ts';
import { DAY, HOUR } from './policy.ts';
import { instant, type StoredRequest } from './state.ts';

type Range = { start: string; end: string };
type Wanted = Pick<StoredRequest, 'preferred_time' | 'preferred_days' | 'time_zone' | 'expires_at'>;

const HOURS = /^((?:[01]?\d|2[0-3]):[0-5]\d) ?[-–] ?((?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/;
const MOST = 7;

/** Those of the next seven days, cut where the request expires; none where any time suits. */
export function preferredRanges(wanted: Wanted, zone: string, now: number): Range[] {
  const hours = readTime(wanted.preferred_time);
  const isAnyTime = wanted.preferred_days === null && hours && hours.closes - hours.opens === DAY;
  if (!hours || isAnyTime) return [];
  const ends = hours.closes < hours.opens ? hours.closes + DAY : hours.closes;
  const until = Date.parse(wanted.expires_at);
  return [-1, 0, 1, 2, 3, 4, 5, 6]
    .map((ahead) => (Math.floor(wallTime(now, zone) / DAY) + ahead) * DAY)
    .filter((day) => wanted.preferred_days?.includes(weekdayOf(day)) ?? true)
    .map((day) => [instantOf(day + hours.opens, zone), Math.min(instantOf(day + ends, zone), until)] as const)
    .filter(([start, end]) => start < end && end > now)
    .slice(0, MOST)
    .map(([start, end]) => ({ start: instant(start), end: instant(end) }));
}

/** Milliseconds after midnight; undefined for what only people can read. */
function readTime(time: string | null): { opens: number; closes: number } | undefined {
  const word = time?.toLowerCase() ?? 'anytime';
  if (word === 'anytime') return { opens: 0, closes: DAY };
  const named = Object.entries(TIMES_OF_DAY).find(([name]) => name === word)?.[1];
  if (named) return { opens: named.from * HOUR, closes: named.to * HOUR };
  const [, from = '', to = ''] = HOURS.exec(word) ?? [];
  return from === '' || from === to ? undefined : { opens: clock(from), closes: clock(to) };
}

function clock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * HOUR + (minutes * HOUR) / 60;
}

const weekdayOf = (day: number) => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] as (typeof WEEKDAYS)[number];

/** What clocks in the zone show, as if they were in UTC. */
function wallTime(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at);
  const [year = 0, month = 1, day = 1, ...time] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, ...time);
}

/** The instant at which clocks show it; where they change, the second look finds the offset that holds then. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - (wallTime(wall, zone) - wall);
  return wall - (wallTime(guess, zone) - guess);
}
