/** Which words the reader sees: English, with what the host gives laid over it. */
import { knownLocale } from '../format/intl.ts';
import { en, type Messages } from './en.ts';

/** A whole catalogue, or the groups and words that differ from English. */
export type MessageOverrides = {
  [Group in keyof Messages]?: Messages[Group] extends string ? string : Partial<Messages[Group]>;
};

export type Direction = 'ltr' | 'rtl';

/** The catalogue with how to read it. */
export type ReaderMessages = Messages & {
  /**
   * BCP 47; the reader's own where it is of the catalogue's language, so that a date never speaks another
   * one.
   */
  locale: string;
  direction: Direction;
};

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The words for a reader of `locale`. */
export function readerMessages(overrides: MessageOverrides, locale: string): ReaderMessages {
  const messages = mergeMessages(overrides);
  const language = primaryLanguage(messages.language);
  return {
    ...messages,
    locale: knownLocale(primaryLanguage(locale) === language ? locale : messages.language),
    direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr',
  };
}

function mergeMessages(overrides: MessageOverrides): Messages {
  const groups = Object.entries(en).map(([name, group]) => {
    const given = overrides[name as keyof Messages];
    return [name, typeof group === 'string' ? (given ?? group) : { ...group, ...(given as object) }];
  });
  return { ...overrides, ...Object.fromEntries(groups) };
}

const primaryLanguage = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? tag;
