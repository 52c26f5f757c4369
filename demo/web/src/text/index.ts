/** The languages that the marketplace speaks. Each is loaded when it is chosen; English is always there. */
import type { Messages } from '@ringback/react';
import { en, type Words } from './en.ts';

export const LANGUAGES = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  de: 'Deutsch',
} as const;
export type Language = keyof typeof LANGUAGES;

/** The marketplace's own words, and those of Ringback's components. */
export interface Catalogue {
  words: Words;
  messages: Messages | undefined;
}

export const ENGLISH: Catalogue = { words: en, messages: undefined };

export const CATALOGUES: Record<Language, () => Promise<Catalogue>> = {
  en: async () => ENGLISH,
  fr: async () => both(import('./fr.ts'), import('@ringback/react/messages/fr'), 'fr'),
  es: async () => both(import('./es.ts'), import('@ringback/react/messages/es'), 'es'),
  ar: async () => both(import('./ar.ts'), import('@ringback/react/messages/ar'), 'ar'),
  de: async () => both(import('./de.ts'), import('@ringback/react/messages/de'), 'de'),
};

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in LANGUAGES;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

async function both<Name extends Language>(
  own: Promise<Record<Name, Words>>,
  theirs: Promise<Record<Name, Messages>>,
  name: Name,
): Promise<Catalogue> {
  const [words, messages] = await Promise.all([own, theirs]);
  return { words: words[name], messages: messages[name] };
}
