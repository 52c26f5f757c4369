/** What Ringback's formats do not write: countries and ages. */
import { useFormat, useMessages } from '@ringback/react';
import { useMemo } from 'react';

const DAY_MS = 86_400_000;

/** The functions that write them, and prices and numbers, in the reader's language. */
export function useMarketFormat() {
  const { number, price } = useFormat();
  const { locale } = useMessages();
  return useMemo(() => {
    const market = createFormat(locale);
    return { ...market, number, price: (amount: number, currency: string) => price(amount, currency) ?? '' };
  }, [locale, number, price]);
}

const isolate = (text: string) => `\u2068${text}\u2069`;

function createFormat(locale: string) {
  const digits = { numberingSystem: 'latn' };
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const ago = new Intl.RelativeTimeFormat(locale, { ...digits, numeric: 'auto' });
  const month = new Intl.DateTimeFormat(locale, { ...digits, month: 'long', year: 'numeric' });
  const comma = locale.startsWith('ar') ? '، ' : ', ';
  const country = (code: string) => countries.of(code) ?? code;
  return {
    country,
    /** Names keep their own direction of writing within a sentence of the other one. */
    place: (city: string, code: string) => `${isolate(city)}${comma}${country(code)}`,
    person: ({ name, city, country: code }: { name: string; city: string; country: string }) =>
      `${isolate(name)}${comma}${isolate(city)}${comma}${country(code)}`,
    /** In days, then months, then years. */
    ago(at: string) {
      const days = Math.round((Date.parse(at) - Date.now()) / DAY_MS);
      if (days > -31) return ago.format(days, 'day');
      return days > -365
        ? ago.format(Math.round(days / 30.4), 'month')
        : ago.format(Math.round(days / 365), 'year');
    },
    month: (at: string) => month.format(new Date(at)),
  };
}
