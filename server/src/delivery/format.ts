/** Times and prices in the reader's language and zone, so that no phone takes them for a number to call. */

export interface Reader {
  /** A locale that Intl knows. */
  locale: string;
  timeZone: string;
}

/** A span of time, as timestamps. */
export interface Span {
  start: string;
  end: string;
}

// The same digits and the same calendar in every language, as in the app.
const WRITTEN = { numberingSystem: 'latn', calendar: 'gregory' };
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;
/** The name of a currency that Intl doesn't know: no digits, no link. */
const CURRENCY = /^[\p{L}\p{Sc}]{1,10}$/u;

/** The locale if it is one of this language, in any spelling; else the language. */
export function localeIn(language: string, locale: string): string {
  const written = locale.replace(/[.@].*/, '').replaceAll('_', '-');
  try {
    return new Intl.Locale(written).language === language ? written : language;
  } catch {
    return language;
  }
}

/** The zone, or UTC if Node doesn't know it: PostgreSQL may know more. */
export const knownZone = (timeZone: string): string => (isKnown(timeZone) ? timeZone : 'UTC');

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** "Tuesday, 1 December at 21:02". */
export function momentText(instant: string, { locale, timeZone }: Reader): string {
  const options = { ...WRITTEN, ...CLOCK, weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant));
}

/** "Tue 1 Dec, 17:00–20:00"; a whole day without hours. */
export function spanText({ start, end }: Span, { locale, timeZone }: Reader): string {
  const [from, until] = [new Date(start), new Date(end)];
  const isWhole = isMidnight(from, timeZone) && isMidnight(until, timeZone);
  const options = { ...WRITTEN, ...DAY, ...(!isWhole && CLOCK), timeZone };
  const last = isWhole ? new Date(until.getTime() - 1) : until;
  return new Intl.DateTimeFormat(locale, options).formatRange(from, last);
}

/** The same in another zone; with the day only if it differs from the reader's. */
export function spanElsewhere(span: Span, reader: Reader, timeZone: string): string {
  const days = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const ownDays = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: reader.timeZone });
  const [from, until] = [new Date(span.start), new Date(span.end)];
  const isSameDay = new Set([from, until].flatMap((at) => [days.format(at), ownDays.format(at)])).size === 1;
  if (!isSameDay) return spanText(span, { ...reader, timeZone });
  return new Intl.DateTimeFormat(reader.locale, { ...WRITTEN, ...CLOCK, timeZone }).formatRange(from, until);
}

function isMidnight(at: Date, timeZone: string): boolean {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(at) === '00:00';
}

/** The zone's name in the reader's language, such as "Central European Time", else its id. */
export function zoneText(timeZone: string, { locale }: Reader): string {
  if (!isKnown(timeZone)) return timeZone;
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Whether clocks in both zones show the same time now. */
export function isSameTime(one: string, other: string): boolean {
  const now = new Date();
  const [here, there] = [one, other].map((timeZone) =>
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(now),
  );
  return here === there;
}

/**
 * "€450" or "GHS 1,200"; a plain number without a currency. Phones take 120.000, 120 000 and 450.50 for
 * numbers to call: the thousands separator becomes an apostrophe, as in Switzerland, and the decimal point of
 * such a number a middle dot.
 */
export function priceText(amount: number, currency: string | null, { locale }: Reader): string {
  const numbers = { ...WRITTEN, ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }) };
  try {
    const currencyDisplay = locale.startsWith('ar') ? 'name' : 'symbol';
    const style = currency ? ({ style: 'currency', currency, currencyDisplay } as const) : {};
    return undiallable(new Intl.NumberFormat(locale, { ...numbers, ...style }), amount);
  } catch {
    const number = undiallable(new Intl.NumberFormat(locale, numbers), amount);
    return currency && CURRENCY.test(currency) ? `${number} ${currency}` : number;
  }
}

function undiallable(format: Intl.NumberFormat, amount: number): string {
  return format
    .formatToParts(amount)
    .map(({ type, value }) => {
      if (type === 'group' && value !== ',') return '’';
      return type === 'decimal' && value === '.' && Math.abs(amount) >= 100 ? '·' : value;
    })
    .join('')
    .replace(/[\u200e\u200f]/g, '');
}
