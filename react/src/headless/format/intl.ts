/**
 * What Intl knows, also where parts of it are missing: Hermes, the engine of React Native, has no
 * PluralRules, RelativeTimeFormat, ListFormat, DisplayNames or Locale.
 */

/** The locale as Intl takes it, also from `en_GB` or `en-US@posix`; English for what is none, such as `C`. */
export function knownLocale(tag: string): string {
  const written = tag.replace(/[.@].*/, '').replaceAll('_', '-');
  return isAccepted(written) ? written : 'en';
}

/** The zone where the engine knows it, otherwise UTC: browsers may report `Etc/Unknown`, or nothing. */
export const knownTimeZone = (timeZone = ''): string => (isTimeZone(timeZone) ? timeZone : 'UTC');

/** Whether the engine knows the zone. */
export const isTimeZone = (timeZone: string): boolean => isAccepted('en', timeZone);

function isAccepted(locale: string, timeZone?: string): boolean {
  try {
    new Intl.DateTimeFormat(locale, { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The country that a locale names or suggests: GB for en-GB, FR for fr, none for es-419, which is Latin
 * America's.
 */
export function regionOfLocale(locale: string): string | undefined {
  const named = countryIn(locale);
  if (named !== undefined || typeof Intl.Locale !== 'function') return named;
  return countryIn(new Intl.Locale(locale).maximize().baseName);
}

const countryIn = (tag: string) => /[-_]([A-Z]{2})\b/.exec(tag)?.[1];

/**
 * The name of a zone in the reader's language, such as "Central European Time"; its city where there is none.
 */
export function zoneName(timeZone: string, locale: string): string {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
    const name = format.formatToParts().find((part) => part.type === 'timeZoneName')?.value;
    return name ?? cityOf(timeZone);
  } catch {
    return cityOf(timeZone);
  }
}

const cityOf = (timeZone: string) => timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
