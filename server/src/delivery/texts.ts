/** What messages say, in every language of the catalogue. */

import type { Texts } from '@ringback/client';
import * as ar from '@ringback/client/texts/ar';
import * as de from '@ringback/client/texts/de';
import * as en from '@ringback/client/texts/en';
import * as es from '@ringback/client/texts/es';
import * as fr from '@ringback/client/texts/fr';

const CATALOGUES = new Map<string, Texts>(Object.entries({ ar, de, en, es, fr }));

/** The texts for a locale's language, however the locale is written (fr, fr-FR, fr_FR, fr_FR.UTF-8); English where there are none. */
export function textsFor(locale: string): Texts {
  const [language = ''] = locale.toLowerCase().split(/[^a-z]/, 1);
  return CATALOGUES.get(language) ?? en;
}
