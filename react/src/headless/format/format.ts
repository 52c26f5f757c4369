/** How dates, prices, numbers and preferred times are written for the reader. */
import type { CallbackRequest } from '@ringback/client';
import { zoneName } from './intl.ts';
import { describePreferredTimes, type FormatWords, type PreferredTimes } from './preferredTimes.ts';
import { atHour, daysBetween, type WallTime, wallTime } from './zones.ts';

/** From one instant to another. */
export type TimeRange = CallbackRequest['preferred_ranges'][number];

export interface Format {
  timeZone: string;
  /** "today at 14:05", "Friday at 14:05", "3 December at 14:05". Without `now` always with the date. */
  when: (instant: string, now: Date | undefined) => string;
  /** "€ 120.50"; nothing without a price, a plain number without a currency. */
  price: (amount: number | null, currency: string | null) => string | undefined;
  /** The name of a day; 0 for Monday. */
  weekday: (index: number) => string;
  /** "9:00–12:00", whole hours of any clock. */
  hours: (from: number, to: number) => string;
  /** When the buyer wants to be called; undefined without preferred times. */
  preferredTimes: (
    request: PreferredTimes & Pick<CallbackRequest, 'requested_at'>,
    now: Date | undefined,
  ) => string | undefined;
  /** "Today, 17:00–21:00": stretches of time with their dates, a line each; undefined without any. */
  ranges: (ranges: readonly TimeRange[], now: Date | undefined) => string | undefined;
  /** "Today", "Tuesday 1 December". */
  day: (at: Date, now: Date | undefined) => string;
  /** "14:05". */
  clock: (at: Date) => string;
  /** The same, of any clock. */
  time: (hour: number, minute: number) => string;
  number: (value: number) => string;
  /** "83%", of a number from 0 to 100. */
  percent: (value: number) => string;
  /** The zone's name in the reader's language. */
  zone: (timeZone?: string) => string;
}

/** More of them are only counted. */
const MOST_RANGES = 3;

// The same digits everywhere: those of the catalogue's texts and of phone numbers.
const DIGITS = { numberingSystem: 'latn' };

/** The writers for a reader. Intl's formats are made on first use: each costs more than what it writes. */
export function createFormat(messages: FormatWords, timeZone: string): Format {
  const { locale } = messages;
  const dates = lazily(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...DIGITS, ...options }),
  );
  const numbers = lazily(
    (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { ...DIGITS, ...options }),
  );
  const weekday = (index: number) =>
    dates({ weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + index));
  // Servers and browsers disagree about the space before "PM"; hydration wants one.
  const clock = (at: Date, zone: string) =>
    dates({ timeStyle: 'short', timeZone: zone }).format(at).replace('\u202f', ' ');
  const hours = (from: WallTime, to: WallTime) => `${onClock(from, clock)}–${onClock(to, clock)}`;
  const writer = { messages, timeZone, weekday, hours, zoneName: (zone: string) => zoneName(zone, locale) };

  function when(instant: string, now: Date | undefined): string {
    const at = new Date(instant);
    const time = clock(at, timeZone);
    const days = now && daysBetween(wallTime(now, timeZone), wallTime(at, timeZone));
    if (days === 0) return messages.when.today(time);
    if (days === 1) return messages.when.tomorrow(time);
    if (days === -1) return messages.when.yesterday(time);
    if (days !== undefined && days > 1 && days < 7) {
      return messages.when.onWeekday(dates({ weekday: 'long', timeZone }).format(at), time);
    }
    return messages.when.onDate(dates(dateOptions(at, now, timeZone)).format(at), time);
  }

  function day(at: Date, now: Date | undefined): string {
    const days = now && daysBetween(wallTime(now, timeZone), wallTime(at, timeZone));
    if (days === 0) return messages.dates.today;
    if (days === 1) return messages.dates.tomorrow;
    return dates({ weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);
  }

  function ranges(given: readonly TimeRange[], now: Date | undefined): string | undefined {
    if (given.length === 0) return undefined;
    const lines = given.slice(0, MOST_RANGES).map((range) => rangeInWords(range, now));
    const left = given.length - lines.length;
    return [...lines, ...(left > 0 ? [messages.dates.more(left)] : [])].join('\n');
  }

  function rangeInWords({ start, end }: TimeRange, now: Date | undefined): string {
    const { window, anyTime } = messages.preferredTimes;
    const [from, to] = [new Date(start), new Date(end)];
    const [begin, finish] = [clock(from, timeZone), clock(to, timeZone)];
    const days = daysBetween(wallTime(from, timeZone), wallTime(to, timeZone));
    if (days === 1 && isMidnight(from, timeZone) && isMidnight(to, timeZone))
      return window(day(from, now), anyTime);
    // The whole day of a buyer whose clock differs.
    if (begin === finish) return `${window(day(from, now), begin)} – ${window(day(to, now), finish)}`;
    return window(day(from, now), `${begin}–${finish}`);
  }

  return {
    timeZone,
    ranges,
    day,
    clock: (at) => clock(at, timeZone),
    time: (hour, minute) => onClock({ ...atHour(hour), minute }, clock),
    when,
    weekday,
    hours: (from, to) => hours(atHour(from), atHour(to)),
    preferredTimes: (request, now) =>
      describePreferredTimes(writer, request, now ?? new Date(request.requested_at)),
    price: (amount, currency) =>
      amount === null ? undefined : price(numbers, currencyDisplay(locale), amount, currency),
    percent: (value) => numbers({ style: 'percent' }).format(Math.round(value) / 100),
    number: (value) => numbers({}).format(value),
    zone: (zone = timeZone) => zoneName(zone, locale),
  };
}

const onClock = (wall: WallTime, clock: (at: Date, zone: string) => string) =>
  clock(new Date(Date.UTC(2026, 0, 1, wall.hour, wall.minute)), 'UTC');

function isMidnight(at: Date, timeZone: string): boolean {
  const { hour, minute } = wallTime(at, timeZone);
  return hour === 0 && minute === 0;
}

/** With the year where it is another one. */
function dateOptions(at: Date, now: Date | undefined, timeZone: string): Intl.DateTimeFormatOptions {
  const isThisYear = now && wallTime(now, timeZone).year === wallTime(at, timeZone).year;
  return { day: 'numeric', month: 'long', timeZone, ...(!isThisYear && { year: 'numeric' }) };
}

/** Arabic names currencies; the signs that Intl has for it, such as UK£, are read nowhere. */
const currencyDisplay = (locale: string): 'name' | 'symbol' => (locale.startsWith('ar') ? 'name' : 'symbol');

function price(
  numbers: (options: Intl.NumberFormatOptions) => Intl.NumberFormat,
  currencyDisplay: 'name' | 'symbol',
  amount: number,
  currency: string | null,
): string {
  const whole = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  try {
    const style = currency ? { style: 'currency' as const, currency, currencyDisplay } : {};
    return numbers({ ...style, ...whole }).format(amount);
  } catch {
    return `${numbers(whole).format(amount)} ${currency}`;
  }
}

function lazily<Options extends object, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const made = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}
