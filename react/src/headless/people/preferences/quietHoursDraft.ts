/** What the form of the quiet hours holds, and what is wrong with it. */
import type { CallbackError, Preferences, PutPreferences } from '@ringback/client';
import type { PreferencesWords } from '../../messages/en/preferences.ts';

export interface QuietHoursDraft {
  isOn: boolean;
  /** HH:MM, or empty. */
  from: string;
  until: string;
  /** IANA name; empty for the profile's. */
  zone: string;
  urgent: boolean;
}

export type QuietHoursField = 'from' | 'until' | 'zone';
/** `form`: what belongs to no field. */
export type QuietHoursErrors = Partial<Record<QuietHoursField | 'form', string>>;

const EVENING = { from: '22:00', until: '07:00' };

export function draftOf(preferences: Preferences): QuietHoursDraft {
  const { quiet_hours, time_zone, urgent_overrides_quiet_hours: urgent } = preferences;
  return { isOn: quiet_hours !== null, ...(quiet_hours ?? EVENING), zone: time_zone ?? '', urgent };
}

export function changesOf({ isOn, from, until, zone, urgent }: QuietHoursDraft): Partial<PutPreferences> {
  return {
    quiet_hours: isOn ? { from, until } : null,
    urgent_overrides_quiet_hours: urgent,
    time_zone: zone || null,
  };
}

/** In the order of the form: the first gets the focus. */
export function mistakesIn(
  { isOn, from, until }: QuietHoursDraft,
  { missing, same }: PreferencesWords['quietHours'],
): QuietHoursErrors {
  if (!isOn) return {};
  return {
    ...(from === '' && { from: missing }),
    ...(until === '' && { until: missing }),
    ...(from !== '' && from === until && { until: same }),
  };
}

/** Where the server refuses what looked right here. */
export function refusalAt(field: CallbackError['field'], message: string): QuietHoursErrors {
  if (field === 'quiet_hours') return { from: message };
  return field === 'time_zone' ? { zone: message } : { form: message };
}
