/** Between instants and what calendar and clock show in a time zone. */

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

export interface WallTime extends CalendarDate {
  hour: number;
  minute: number;
}

/** A full hour, on whatever day. */
export const atHour = (hour: number): WallTime => ({ year: 2026, month: 1, day: 1, hour, minute: 0 });

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show at the instant. */
export function wallTime(at: Date, timeZone: string): WallTime {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0] = (
    clockFormat(timeZone).format(at).match(/\d+/g) ?? []
  ).map(Number);
  return { year, month, day, hour: hour % 24, minute };
}

// Making a format costs more than using it. Some engines write midnight as 24.
function clockFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hour12: false,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * The instant at which clocks there show this time. Where they skip or repeat it, at night, an instant within
 * an hour of it.
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(guess, timeZone));
}

function offsetMs(at: number, timeZone: string): number {
  const { year, month, day, hour, minute } = wallTime(new Date(at), timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** How many days `later` is after `earlier` on the calendar. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return Math.round((utcDay(later) - utcDay(earlier)) / DAY_MS);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(utcDay(date) + days * DAY_MS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return (new Date(utcDay(date)).getUTCDay() + 6) % 7;
}

const utcDay = ({ year, month, day }: CalendarDate) => Date.UTC(year, month - 1, day);
