/**
 * Turns an event's data into what a text needs: times in the reader's zone and language, the reason ready to
 * quote.
 */
import type { EventData } from '../schemas/events.ts';
import type { Moment, NotificationDetails } from './types.ts';

export interface Reader {
  /** A language tag. */
  locale: string;
  timeZone: string;
  now?: Date;
}

export type EventDetails = Omit<NotificationDetails, 'name' | 'listing'>;

/** The details of an event. A reason is a person's own words, quoted without its full stop. */
export function eventDetails(data: EventData, reader: Reader): EventDetails {
  const moment = (instant?: string) => instant && momentOf(instant, reader);
  const details = {
    ...{ outcome: data.outcome, fields: data.fields, reason: data.reason?.trim().replace(/\.$/, '') },
    attemptedAt: moment(data.attempted_at),
    nextAttemptAt: moment(data.next_attempt_at),
    expiresAt: moment(data.expires_at),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value));
}

/** The day in words, left out for today, and the time. */
export function momentOf(instant: string, { locale, timeZone, now = new Date() }: Reader): Moment {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = formatOf(locale, timeZone, options);
    // A narrow no-break space, as in 9:02 PM, would make an SMS cost twice as much.
    return (date: Date) => format.format(date).replace(/\s/g, ' ');
  };
  const dayOf = write({ weekday: 'long', day: 'numeric', month: 'long' });
  const timeOf = write({ hour: 'numeric', minute: '2-digit' });
  const at = new Date(instant);
  const day = dayOf(at);
  return { day: day === dayOf(now) ? '' : day, time: timeOf(at) };
}

/** Falls back to UTC, as the database knows zones that a runtime may not. All texts have the same digits. */
function formatOf(locale: string, timeZone: string, given: Intl.DateTimeFormatOptions) {
  const options = { numberingSystem: 'latn', ...given };
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', timeZoneName: 'short' });
  }
}
