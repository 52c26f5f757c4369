/** How Arabic counts, and keeps the texts of others in their own direction of writing. */

interface Forms {
  zero: string;
  one: string;
  two: string;
  /** 3 to 10. */
  few: (count: number) => string;
  /** 11 to 99. */
  many: (count: number) => string;
  /** 100, 101, 102. */
  other: (count: number) => string;
}

/** Unicode's plural rules for Arabic; React Native's engine has no Intl.PluralRules. */
export function plural(count: number, forms: Forms): string {
  if (count === 0) return forms.zero;
  if (count === 1) return forms.one;
  if (count === 2) return forms.two;
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return forms.few(count);
  return rest >= 11 ? forms.many(count) : forms.other(count);
}

export const apart = (text: string) => `\u2068${text}\u2069`;

export const characters = (count: number) =>
  plural(count, {
    zero: 'لا حروف',
    one: 'حرف واحد',
    two: 'حرفان',
    few: (many) => `${many} حروف`,
    many: (many) => `${many} حرفًا`,
    other: (many) => `${many} حرف`,
  });

/** How a request ended, with the reason where there is one. */
export const ended = (text: string) => (reason: string | null) =>
  reason ? `${text}: ${apart(reason)}` : `${text}.`;
