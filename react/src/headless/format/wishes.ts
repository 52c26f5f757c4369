/** When the buyer wants to be called, in the words and on the clock of whoever reads it. */
import { type CallbackRequest, WEEKDAYS } from '@ringback/client';
import type { ReaderMessages } from '../messages/messages.ts';
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

/** The hours that the form's words stand for. */
export const WINDOWS = {
  morning: { from: 9, to: 12 },
  afternoon: { from: 12, to: 17 },
  evening: { from: 17, to: 21 },
} as const;
type TimeOfDay = keyof typeof WINDOWS;

export type Wishes = Pick<CallbackRequest, 'preferred_days' | 'preferred_time' | 'time_zone'>;

/** How the reader's language writes the parts. */
export interface WishesWriter {
  messages: ReaderMessages;
  timeZone: string;
  /** The name of a day; 0 for Monday. */
  weekday: (index: number) => string;
  /** "17:00–21:00". */
  hours: (from: WallTime, to: WallTime) => string;
  zoneName: (timeZone: string) => string;
}

/** "Monday, evening (17:00–21:00)", with the reader's own days and hours in front where the buyer's clock differs. */
export function describeWishes(writer: WishesWriter, wishes: Wishes, now: Date): string | undefined {
  const { messages } = writer;
  const { preferred_days, preferred_time } = wishes;
  if (!preferred_days?.length && !preferred_time) return undefined;

  const zone = wishes.time_zone !== null && isTimeZone(wishes.time_zone) ? wishes.time_zone : writer.timeZone;
  const days = WEEKDAYS.flatMap((day, index) => (preferred_days?.includes(day) ? [index] : []));
  const theirs = messages.wishes.window(dayNames(writer, days), timeInWords(writer, preferred_time));
  const dates = nextDates(days, wallTime(now, zone));
  if (dates.every((date) => sameClock(date, zone, writer.timeZone))) return theirs;

  const theirsInZone = messages.wishes.inZone(theirs, writer.zoneName(zone));
  if (!isTimeOfDay(preferred_time)) return theirsInZone;
  const yours = readersWindows(writer, dates, zone, WINDOWS[preferred_time], days.length > 0);
  return messages.wishes.yourTime(yours, theirsInZone);
}

const isTimeOfDay = (time: string | null): time is TimeOfDay => time !== null && Object.hasOwn(WINDOWS, time);

function timeInWords({ messages, hours }: WishesWriter, time: string | null): string {
  if (!time) return messages.wishes.anyTime;
  if (!isTimeOfDay(time)) return time;
  const { from, to } = WINDOWS[time];
  return messages.wishes.named(messages.times[time], hours(atHour(from), atHour(to)));
}

function dayNames({ messages, weekday }: WishesWriter, days: number[]): string {
  if (days.length === 0 || days.length === 7) return messages.wishes.anyDay;
  return joined(messages, days.map(weekday));
}

function joined(messages: ReaderMessages, parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : messages.wishes.and(parts.slice(0, -1).join(messages.wishes.comma), last);
}

/** The next date, today included, of each day; without days the next seven dates' first. Clocks may change in between. */
function nextDates(days: number[], today: CalendarDate): CalendarDate[] {
  const dates = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead));
  return days.length === 0 ? dates.slice(0, 1) : dates.filter((date) => days.includes(weekdayOf(date)));
}

function sameClock(date: CalendarDate, zone: string, readersZone: string): boolean {
  const noon = { ...date, hour: 12, minute: 0 };
  const there = wallTime(instantOf(noon, zone), readersZone);
  return there.hour === 12 && there.minute === 0 && daysBetween(date, there) === 0;
}

/** "Sunday and Monday, 19:00–22:00": days that share their hours are told together, from Monday on. */
function readersWindows(
  writer: WishesWriter,
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
      writer.messages.wishes.window(dayNames(writer, namesDays ? days.sort() : []), hours),
    )
    .join(writer.messages.wishes.semicolon);
}
