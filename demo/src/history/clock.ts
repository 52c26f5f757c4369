/** When people do things: by the clock and the calendar of the place where they live. */
import type { Random } from '../random.ts';
import { HOUR_MS, MINUTE_MS } from './types.ts';

/** How much happens in each hour of a day, from midnight on. */
const WORKDAY = [1, 0, 0, 0, 0, 1, 3, 6, 8, 9, 10, 10, 13, 12, 9, 9, 10, 14, 20, 22, 20, 15, 8, 3];
const WEEKEND = [2, 1, 0, 0, 0, 0, 1, 3, 7, 12, 17, 18, 16, 14, 15, 16, 15, 14, 14, 15, 14, 11, 7, 4];
const BUSIEST = 22;
const [WAKES, SLEEPS] = [8, 21];

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment between the two times at which someone in that zone is likely to write. */
export function pickMoment(timeZone: string, from: number, to: number, random: Random): number {
  for (;;) {
    const at = random.between(from, to);
    const { hour, isWeekend } = localTime(timeZone, at);
    if (random.chance(((isWeekend ? WEEKEND : WORKDAY)[hour] ?? 0) / BUSIEST)) return at;
  }
}

/** The same moment, or in the following morning when it is night there. */
export function whenAwake(timeZone: string, at: number, random: Random): number {
  const { hour } = localTime(timeZone, at);
  if (hour >= WAKES && hour < SLEEPS) return at;
  const hours = (WAKES - hour + 24) % 24;
  return at + hours * HOUR_MS + random.between(0, 40 * MINUTE_MS);
}

function localTime(timeZone: string, at: number): { hour: number; isWeekend: boolean } {
  const parts = formatOf(timeZone).format(at);
  return { hour: Number(/\d+/.exec(parts)?.[0]), isWeekend: /Sat|Sun/.test(parts) };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}
