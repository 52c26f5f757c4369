/** Numbers, times and sizes as the console writes them: English, in the reader's own variant and time zone. */

const locale = globalThis.navigator?.languages.find((tag) => tag.startsWith('en')) ?? 'en';

const number = new Intl.NumberFormat(locale);
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });
const DAY = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const day = new Intl.DateTimeFormat(locale, DAY);
const dayAndYear = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' });
const countries = new Intl.DisplayNames(locale, { type: 'region' });

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const STEPS = [
  [MINUTE_S, 1, 'second'],
  [HOUR_S, MINUTE_S, 'minute'],
  [DAY_S, HOUR_S, 'hour'],
  [31 * DAY_S, DAY_S, 'day'],
  [365 * DAY_S, 30.4 * DAY_S, 'month'],
  [Number.POSITIVE_INFINITY, 365.25 * DAY_S, 'year'],
] as const;

export const format = {
  number: (value: number) => number.format(value),
  /** Of a number from 0 to 100. */
  percent: (value: number | null) => (value === null ? '–' : percent.format(value / 100)),
  country: (code: string) => countries.of(code) ?? code,
  /** A moment, to the second, with its zone. */
  exact: (at: string) => exact.format(new Date(at)),
  /** A date without a time. */
  day: (date: string) => day.format(new Date(date)),
  dayAndYear: (date: string) => dayAndYear.format(new Date(date)),
  /** How long ago, or from now: "3 hours ago", "in 2 days". */
  relative(at: string, nowMs = Date.now()) {
    const seconds = (Date.parse(at) - nowMs) / 1000;
    if (Math.abs(seconds) < 45) return 'just now';
    const [, size, unit] = STEPS.find(([below]) => Math.abs(seconds) < below) ?? STEPS[5];
    return relative.format(Math.round(seconds / size), unit);
  },
  /** A length of time in the largest unit that makes at least two of it. */
  duration(seconds: number) {
    const [size, unit] =
      seconds < 2 * MINUTE_S
        ? ([1, 'second'] as const)
        : seconds < 2 * HOUR_S
          ? ([MINUTE_S, 'minute'] as const)
          : seconds < 2 * DAY_S
            ? ([HOUR_S, 'hour'] as const)
            : ([DAY_S, 'day'] as const);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
      unit === 'second' ? Math.round(seconds) : seconds / size,
    );
  },
};
