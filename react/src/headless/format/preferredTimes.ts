/** When the buyer wants to be called, in the reader's words and on the reader's clock. */
import { type CallbackRequest, TIMES_OF_DAY, WEEKDAYS } from '@ringback/client';
import type { RequestWords } from '../messages/en/request.ts';
import type { ReaderWords } from '../messages/messages.ts';
import { isTimeZone } from './intl.ts';
import {
  addDays,
  atHour,
  type CalendarDate,
  daysBetween,
  instantOf,
  type WallTime,
  wallTime,
  weekdayOf,
} from './zones.ts';

/** What dates and preferred times are written with. */
export type FormatWords = ReaderWords & RequestWords;

type TimeOfDay = keyof typeof TIMES_OF_DAY;

export type PreferredTimes = Pick<CallbackRequest, 'preferred_days' | 'preferred_time' | 'time_zone'>;

/** How the reader's language writes the parts. */
export interface PreferredTimesWriter {
  messages: FormatWords;
  timeZone: string;
  /** The name of a day; 0 for Monday. */
  weekday: (index: number) => string;
  /** "17:00–21:00". */
  hours: (from: WallTime, to: WallTime) => string;
  zoneName: (timeZone: string) => string;
}

/**
 * "Monday, evening (17:00–21:00)". Where the buyer's clock differs, the reader's own days and hours first:
 * "Monday, 11:00–15:00 your time (Monday, 17:00–21:00, Central European Time)".
 */
export function describePreferredTimes(
  writer: PreferredTimesWriter,
  preferredTimes: PreferredTimes,
  now: Date,
): string | undefined {
  const words = writer.messages.preferredTimes;
  const { preferred_days, preferred_time: time } = preferredTimes;
  if (!preferred_days?.length && !time) return undefined;

  const zone =
    preferredTimes.time_zone !== null && isTimeZone(preferredTimes.time_zone)
      ? preferredTimes.time_zone
      : writer.timeZone;
  const days = WEEKDAYS.flatMap((day, index) => (preferred_days?.includes(day) ? [index] : []));
  const dates = nextDates(days, wallTime(now, zone));
  const named = dayNames(writer, days);
  if (dates.every((date) => sameClock(date, zone, writer.timeZone))) {
    return words.window(named, timeInWords(writer, time));
  }
  const inZone = (hours: string) => words.inZone(words.window(named, hours), writer.zoneName(zone));
  if (!isTimeOfDay(time)) return inZone(timeInWords(writer, time));
  const yours = readersWindows(writer, dates, zone, TIMES_OF_DAY[time], days.length > 0);
  return words.yourTime(yours, inZone(hoursOf(writer, time)));
}

const isTimeOfDay = (time: string | null): time is TimeOfDay =>
  time !== null && Object.hasOwn(TIMES_OF_DAY, time);

function timeInWords(writer: PreferredTimesWriter, time: string | null): string {
  const { preferredTimes, times } = writer.messages;
  if (!time) return preferredTimes.anyTime;
  return isTimeOfDay(time) ? preferredTimes.named(times[time], hoursOf(writer, time)) : time;
}

function hoursOf({ hours }: PreferredTimesWriter, time: TimeOfDay): string {
  const { from, to } = TIMES_OF_DAY[time];
  return hours(atHour(from), atHour(to));
}

function dayNames({ messages, weekday }: PreferredTimesWriter, days: number[]): string {
  if (days.length === 0 || days.length === 7) return messages.preferredTimes.anyDay;
  return joined(messages, days.map(weekday));
}

function joined(messages: FormatWords, parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2
    ? last
    : messages.preferredTimes.and(parts.slice(0, -1).join(messages.preferredTimes.comma), last);
}

/** The next date of each day, today included; without days today. Clocks may change from one to the other. */
function nextDates(days: number[], today: CalendarDate): CalendarDate[] {
  if (days.length === 0) return [today];
  return days.map((day) => addDays(today, (day - weekdayOf(today) + 7) % 7));
}

function sameClock(date: CalendarDate, zone: string, readersZone: string): boolean {
  const noon = { ...date, hour: 12, minute: 0 };
  const there = wallTime(instantOf(noon, zone), readersZone);
  return there.hour === 12 && there.minute === 0 && daysBetween(date, there) === 0;
}

/** "Sunday and Monday, 19:00–22:00": days with the same hours are written together, in the buyer's order. */
function readersWindows(
  writer: PreferredTimesWriter,
  dates: CalendarDate[],
  zone: string,
  window: { from: number; to: number },
  namesDays: boolean,
): string {
  const daysByHours = new Map<string, number[]>();
  for (const date of dates) {
    const [from, to] = [window.from, window.to].map((hour) =>
      wallTime(instantOf({ ...date, hour, minute: 0 }, zone), writer.timeZone),
    ) as [WallTime, WallTime];
    const hours = writer.hours(from, to);
    daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), weekdayOf(from)]);
  }
  return [...daysByHours]
    .map(([hours, days]) =>
      writer.messages.preferredTimes.window(dayNames(writer, namesDays ? days : []), hours),
    )
    .join(writer.messages.preferredTimes.semicolon);
}
