/** What a catalogue of texts holds. */

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
  | 'closed'
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
