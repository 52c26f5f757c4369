/** Days of a time zone, and the moments at which they begin. */

const DAY_MS = 86_400_000;

/** The present day there, as YYYY-MM-DD. */
export function today(timeZone: string, nowMs = Date.now()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(nowMs);
}

export function dayBefore(day: string, days = 1): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** For the API's `from` and `to`: from the beginning of the first day until that of the day after the last. */
export function momentsOf(days: { from?: string | undefined; to?: string | undefined }, timeZone: string) {
  return {
    ...(days.from && { from: startOf(days.from, timeZone) }),
    ...(days.to && { to: startOf(dayBefore(days.to, -1), timeZone) }),
  };
}

/** Midnight there; found in two steps, because the zone's distance from UTC depends on the moment. */
export function startOf(day: string, timeZone: string): string {
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  const guess = midnightMs - offsetMs(midnightMs, timeZone);
  return new Date(midnightMs - offsetMs(guess, timeZone)).toISOString();
}

function offsetMs(atMs: number, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${local.format(atMs).replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000;
}
