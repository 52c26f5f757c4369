/** Which words the reader sees: English, with what the host gives laid over it. */
import { knownLocale } from '../format/intl.ts';
import { perKey } from '../platform/perKey.ts';
import { type ButtonWords, buttonWords } from './en/button.ts';
import type { Messages } from './en.ts';

/** A whole catalogue, or the groups and words that differ from English. */
export type MessageOverrides = {
  [Group in keyof Messages]?: Messages[Group] extends string ? string : Partial<Messages[Group]>;
};

export type Direction = 'ltr' | 'rtl';

interface Reading {
  /**
   * BCP 47; the reader's own where it is of the catalogue's language, so that a date never speaks another
   * one.
   */
  locale: string;
  direction: Direction;
}

/** The catalogue with how to read it. */
export type ReaderMessages = Messages & Reading;

/** What every component has: the button's words. The others add their own, `wordsOf`. */
export type ReaderWords = ButtonWords &
  Pick<Messages, 'notifications' | 'notificationNames' | 'phoneProblems'> &
  Reading;

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The button's words for a reader of `locale`, and whatever else the host gives. */
export function readerWords(overrides: MessageOverrides, locale: string): ReaderWords {
  const words = laidOver(buttonWords, overrides) as Omit<ReaderWords, keyof Reading>;
  const language = primaryLanguage(words.language);
  return {
    ...words,
    locale: knownLocale(primaryLanguage(locale) === language ? locale : words.language),
    direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr',
  };
}

const made = perKey((words: ReaderWords) => perKey((english: object) => laidOver(english, words)));

/** The reader's words with those of a part, which is English; the same object for the same two. */
export function wordsOf<Part extends object>(words: ReaderWords, english: Part): ReaderWords & Part {
  return made(words)(english) as ReaderWords & Part;
}

/** What is given, completed from English group by group. */
function laidOver<Part extends object, Given extends object>(english: Part, given: Given): Given & Part {
  const groups = Object.entries(english).map(([name, group]) => {
    const own = given[name as keyof Given];
    return [name, typeof group === 'string' ? (own ?? group) : { ...group, ...own }];
  });
  return { ...given, ...Object.fromEntries(groups) };
}

const primaryLanguage = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? tag;
