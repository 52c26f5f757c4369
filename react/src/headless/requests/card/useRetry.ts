/** When the seller will try again: the buyer's preferred times first, or a time of the seller's own. */
import type { CallbackRequest } from '@ringback/client';
import { useState } from 'react';
import type { Format } from '../../format/format.ts';
import { useFormat } from '../../format/useFormat.ts';
import { addDays, type CalendarDate, daysBetween, instantOf, wallTime } from '../../format/zones.ts';
import { type SellerWords, sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import type { RetryModel } from './cardModel.ts';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const MOST_SUGGESTIONS = 3;
const MOST_DAYS = 14;

interface Retry {
  request: CallbackRequest;
  isBusy: boolean;
  /** Gets null where the seller has no plan. */
  save: (at: string | null) => void;
}

/**
 * Undefined until it is asked: most cards never ask, and the options are many. `own` words are laid over those
 * about another attempt.
 */
export function useRetry(
  { request, isBusy, save }: Retry,
  isAsked: boolean,
  own?: Partial<SellerWords['retry']>,
): RetryModel | undefined {
  const words = { ...useWords(sellerWords).retry, ...own };
  const format = useFormat();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const ownTime = useOwnTime();
  if (!isAsked || !now) return undefined;
  const { at, error, fields } = ownTime(request, now);
  return {
    question: words.question,
    suggestions: suggestedTimes(request, now, format).map((time) => ({
      value: time.toISOString(),
      label: words.at(format.when(time.toISOString(), now)),
    })),
    choose: save,
    none: { label: words.none, run: () => save(null), isBusy },
    other: {
      label: words.other,
      isOpen,
      open: () => setOpen(true),
      ...fields,
      save: { label: words.save, run: () => error === undefined && save(at.toISOString()), isBusy },
      error,
    },
    isBusy,
  };
}

/** The day and the time that the seller has chosen; tomorrow at ten at first. */
function useOwnTime() {
  const { retry: words } = useWords(sellerWords);
  const format = useFormat();
  const [day, setDay] = useState('1');
  const [minutes, setMinutes] = useState(String(10 * 60));
  return (request: CallbackRequest, now: Date) => {
    const expires = new Date(request.expires_at);
    const today = wallTime(now, format.timeZone);
    const days = dayOptions(today, expires, now, format);
    const chosen = Math.min(Number(day), days.length - 1); // it may expire before tomorrow
    const at = instantAt(addDays(today, chosen), Number(minutes), format.timeZone);
    return {
      at,
      error: at > now && at < expires ? undefined : words.past,
      fields: {
        day: { label: words.day, value: String(chosen), options: days, set: setDay },
        time: { label: words.time, value: minutes, options: timeOptions(format), set: setMinutes },
      },
    };
  };
}

/** Up to three: when the next preferred times begin; without any, in an hour, this evening, tomorrow. */
function suggestedTimes(request: CallbackRequest, now: Date, { timeZone }: Format): Date[] {
  const soon = new Date(Math.ceil((now.getTime() + 2 * HALF_HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS);
  const today = wallTime(now, timeZone);
  const ranges = request.preferred_ranges.map(({ start, end }) => ({
    start: new Date(start),
    end: new Date(end),
  }));
  const wanted =
    ranges.length > 0
      ? ranges.map(({ start, end }) => (start > now ? start : soon < end ? soon : undefined))
      : [soon, ...[0, 1].flatMap((days) => [10, 18].map((hour) => atClock(today, days, hour, timeZone)))];
  return wanted
    .filter((at) => at !== undefined)
    .filter((at) => at >= soon || ranges.length > 0)
    .filter((at) => at > now && at < new Date(request.expires_at))
    .filter((at, index, all) => all.findIndex((other) => +other === +at) === index)
    .slice(0, MOST_SUGGESTIONS);
}

const atClock = (today: CalendarDate, days: number, hour: number, timeZone: string) =>
  instantAt(addDays(today, days), hour * 60, timeZone);

const instantAt = (date: CalendarDate, minutes: number, timeZone: string) =>
  instantOf({ ...date, hour: Math.floor(minutes / 60), minute: minutes % 60 }, timeZone);

/** The days until the request expires. */
function dayOptions(today: CalendarDate, expires: Date, now: Date, format: Format) {
  const left = Math.max(0, daysBetween(today, wallTime(expires, format.timeZone)));
  return Array.from({ length: Math.min(left + 1, MOST_DAYS) }, (_, days) => ({
    value: String(days),
    label: format.day(atClock(today, days, 12, format.timeZone), now),
  }));
}

/** Each half hour. */
function timeOptions(format: Format) {
  return Array.from({ length: 48 }, (_, index) => {
    const minutes = index * 30;
    const at = instantAt({ year: 2026, month: 1, day: 1 }, minutes, format.timeZone);
    return { value: String(minutes), label: format.clock(at) };
  });
}
