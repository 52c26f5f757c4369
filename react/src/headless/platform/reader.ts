/**
 * Where the reader is, as the browser or the telephone tells. The server cannot know it: its HTML, and the first
 * rendering in the browser, which must be equal, use English conventions and UTC unless the host says otherwise.
 */
import { useSyncExternalStore } from 'react';

const SERVER_LOCALE = 'en';
const SERVER_TIME_ZONE = 'UTC';

const never = () => () => {};
const readLocale = () => globalThis.navigator?.language ?? Intl.DateTimeFormat().resolvedOptions().locale;
const readTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The language and conventions that the reader has set. */
export function useReaderLocale(): string {
  return useSyncExternalStore(never, readLocale, () => SERVER_LOCALE);
}

/** The zone of the reader's clock. */
export function useReaderTimeZone(): string {
  return useSyncExternalStore(never, readTimeZone, () => SERVER_TIME_ZONE);
}
