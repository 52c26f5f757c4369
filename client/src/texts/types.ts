/** What the texts of a language are: a notification's, and what stands around them in a mail. */
import type { CALLBACK_REASONS, WEEKDAYS } from '../vocabulary.ts';
import type { NotificationKind, NotificationType } from './kindOf.ts';

/** A moment, as the reader's clock shows it. */
export interface Moment {
  /** Weekday and date; empty for today. */
  day: string;
  time: string;
}

/** What fills a text in: the other side's name and the listing's title, each empty where it is unknown; and what the occasion has. */
export interface NotificationDetails {
  name: string;
  listing: string;
  /** Why the request was cancelled, for quoting. */
  reason?: string;
  /** Of a call attempt. */
  outcome?: string;
  attemptedAt?: Moment;
  nextAttemptAt?: Moment;
  expiresAt?: Moment;
  /** What was edited. */
  fields?: readonly string[];
}

export interface NotificationTextOf {
  /** Subject of the mail, title of the push, and all of the SMS. */
  title: string;
  /** What happened, in one sentence: the inbox and the push show it, a mail begins with it. */
  message: string;
  /** What the reader can do now. Only mails have room for it. */
  next?: string;
}

/** The text of every kind of notification. */
export type NotificationMessages = Record<
  NotificationKind,
  (details: NotificationDetails) => NotificationTextOf
>;

/** What each type is called in the notification settings. */
export type NotificationNames = Record<NotificationType, string>;

/** The texts around a notification in a mail, and on the page that its last link opens. */
export interface MailTexts {
  language: string;
  direction: 'ltr' | 'rtl';
  /** With or without a name. */
  greeting(name: string): string;
  /** `phone` is the buyer's own number, `expires` how long the request is open. */
  labels: Record<
    | 'listing'
    | 'price'
    | 'buyer'
    | 'seller'
    | 'phone'
    | 'reason'
    | 'when'
    | 'priority'
    | 'urgent'
    | 'expires',
    string
  >;
  reasons: Record<(typeof CALLBACK_REASONS)[number], string>;
  days: Record<(typeof WEEKDAYS)[number], string>;
  times: Record<'morning' | 'afternoon' | 'evening', string>;
  /** A time as the reader's clock shows it, and as the buyer's does, with the name of the buyer's zone. */
  inTwoZones(times: { here: string; there: string; zone: string }): string;
  /** Between the parts of a list. */
  comma: string;
  /** Above a message of the buyer; `own` if the reader wrote it. */
  messages: Record<'buyer' | 'own', string>;
  open: string;
  /** Why the reader gets the mail. */
  footer(marketplace: string): string;
  unsubscribe: string;
  /** The page where people choose their mails without signing in; `unknown` is for an invalid link. */
  mailSettings: Record<
    | ('title' | 'intro' | 'types' | 'save' | 'saved' | 'stopAll' | 'stopped' | 'startAll' | 'unknown')
    | ('withdraw' | 'withdrawHint' | 'withdrawn'),
    string
  >;
}

/** What is sent by SMS beside notifications. */
export interface SmsTexts {
  /** The answer to HELP. The words STOP and START are the same in every language. */
  help(marketplace: string): string;
  /** The text of a code, in characters of GSM-7 where the language has them: others double what it costs. */
  code(code: string, marketplace: string): string;
}

/** One language: what each file beside this one exports. */
export interface Texts {
  notifications: NotificationMessages;
  notificationNames: NotificationNames;
  mail: MailTexts;
  sms: SmsTexts;
}
