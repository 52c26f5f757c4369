/** The texts of messages in every language that Ringback has; one catalogue a file. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What fills the texts in: the other side's name and the listing's title, each plain and perhaps empty. */
export interface Facts {
  name: string;
  listing: string;
}

export type NotificationKind =
  | 'new_request'
  | 'request_reminder'
  | 'request_acknowledged'
  | 'request_completed'
  | 'declined'
  | 'withdrawn'
  | 'expired_for_seller'
  | 'expired_for_buyer';

export interface Texts {
  language: string;
  direction: 'ltr' | 'rtl';
  /** With or without a name. */
  greeting(name: string): string;
  notifications: Record<NotificationKind, (facts: Facts) => { title: string; sentences: string[] }>;
  facts: Record<'listing' | 'buyer' | 'seller' | 'when' | 'priority' | 'urgent', string>;
  /** By their English names, as the database holds them. */
  days: Record<string, string>;
  times: Record<string, string>;
  /** Between the parts of a list. */
  comma: string;
  open: string;
  footer: string;
  unsubscribe: string;
  /** What the page behind the unsubscribe link says. */
  unsubscribing: Record<'title' | 'question' | 'confirm' | 'done' | 'unknown', string>;
}

const CATALOGUES: Record<string, Texts> = { en, fr, es, ar, de };

/** The texts for a language tag, by its language; English where there are none. */
export function textsFor(locale: string): Texts {
  return CATALOGUES[locale.toLowerCase().split('-', 1)[0] ?? ''] ?? en;
}
