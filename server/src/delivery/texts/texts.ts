/** The texts of messages in every language that Ringback has; one catalogue a file. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Texts } from './types.ts';

const CATALOGUES: Record<string, Texts> = { en, fr, es, ar, de };

/** The texts for a language tag, by its language; English where there are none. */
export function textsFor(locale: string): Texts {
  return CATALOGUES[locale.toLowerCase().split('-', 1)[0] ?? ''] ?? en;
}
