'use client';
import { PREFERENCES_STYLES } from './preferencesStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of the notification settings. */
export function PreferencesStyles() {
  return <Styles name="ringback-preferences">{PREFERENCES_STYLES}</Styles>;
}
