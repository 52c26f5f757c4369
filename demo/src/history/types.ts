/** The words of the history: who asked whom, what followed, who looked. All times are milliseconds since 1970. */
import type { PRIORITIES, WEEKDAYS } from '@ringback/client';
import type { CallbackReason } from '../country.ts';
import type { Listing } from '../listings.ts';
import type { Person } from '../people.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** How long a request stays open, as the settings have it. */
export const OPEN_FOR_MS = 7 * DAY_MS;

/** What a buyer fills in. */
export interface Form {
  phone: string;
  name: string;
  reason: CallbackReason | null;
  message: string | null;
  preferredTime: string | null;
  preferredDays: (typeof WEEKDAYS)[number][] | null;
  priority: (typeof PRIORITIES)[number];
}

/** A change of a request's status; `by` is null when time did it. */
export interface Step {
  status: 'acknowledged' | 'completed' | 'cancelled' | 'expired';
  at: number;
  by: Person | null;
  reason: string | null;
}

/** Someone asks about something. */
export interface NewRequest {
  buyer: Person;
  listing: Listing;
  at: number;
  form: Form;
}

export interface PlannedRequest extends NewRequest {
  steps: Step[];
}

/** Someone opens the app and reads all notifications. */
export interface Visit {
  person: Person;
  at: number;
}

export interface Plan {
  requests: PlannedRequest[];
  visits: Visit[];
}
