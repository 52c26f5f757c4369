/** When the seller will try again: the buyer's preferred times first, or a time of the seller's own. */
import type { CallbackRequest } from '@ringback/client';
import { useState } from 'react';
import type { Format } from '../../format/format.ts';
import { useFormat } from '../../format/useFormat.ts';
import { addDays, type CalendarDate, daysBetween, instantOf, wallTime } from '../../format/zones.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import type { RetryModel } from './cardModel.ts';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const MOST_SUGGESTIONS = 3;
const MOST_DAYS = 14;

export function useRetry(
  request: CallbackRequest,
  isBusy: boolean,
  save: (at: string | null) => void,
): RetryModel {
  const { retry: words } = useWords(sellerWords);
  const format = useFormat();
  const now = useNow() ?? new Date();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState('0');
  const [minutes, setMinutes] = useState(String(10 * 60));
  const expires = new Date(request.expires_at);
  const today = wallTime(now, format.timeZone);
  const own = instantAt(addDays(today, Number(day)), Number(minutes), format.timeZone);
  const isPossible = own > now && own < expires;

  return {
    question: words.question,
    suggestions: suggestedTimes(request, now, format).map((at) => ({
      value: at.toISOString(),
      label: words.at(format.when(at.toISOString(), now)),
    })),
    choose: save,
    none: { label: words.none, run: () => save(null), isBusy },
    other: {
      label: words.other,
      isOpen,
      open: () => setOpen(true),
      day: { label: words.day, value: day, options: dayOptions(today, expires, now, format), set: setDay },
      time: { label: words.time, value: minutes, options: timeOptions(format), set: setMinutes },
      save: { label: words.save, run: () => isPossible && save(own.toISOString()), isBusy },
      error: isPossible ? undefined : words.past,
    },
    isBusy,
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
