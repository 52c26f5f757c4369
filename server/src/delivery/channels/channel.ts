/**
 * What a channel is: something that takes one message to one address and says how that went. A host adds one by writing another file
 * like those beside this one.
 */

import type { Brand } from '../brand.ts';

/** The channels that the database knows; webhooks bring what is for the marketplace itself. */
export type ChannelName = 'email' | 'sms' | 'expo_push' | 'web_push' | 'webhook';

/** A labelled entry of a message, line by line. */
export interface Entry {
  label: string;
  lines: string[];
}

/** One message to one address, its texts ready in the recipient's language. Every text is one line of plain text. */
export interface Message {
  /** The same at every attempt; what a provider takes as an idempotency key. */
  id: string;
  attempt: number;
  /** Why the attempt before this one did not succeed. */
  lastError: string | null;
  /** How often an operator had it sent again: another message then, for all who recognise repeats. */
  resends: number;
  /** A mail address, a phone number as its owner wrote it, an Expo token, a push subscription's endpoint or a webhook's URL. */
  address: string;
  /** The country of a phone number that has no country code. */
  phoneRegion: string | undefined;
  /** The keys of a push subscription. */
  keys: { p256dh: string; auth: string } | undefined;
  language: string;
  direction: 'ltr' | 'rtl';
  isUrgent: boolean;
  notificationType: string;
  callbackRequestId: string;
  title: string;
  /** What is kept in place of the title, where that has a secret. */
  keptTitle?: string;
  greeting: string;
  /** What happened, and what can be done. */
  sentences: string[];
  brand: Brand;
  /** What the request is about; undefined if the listing is gone. */
  listing:
    | { label: string; title: string; price: Entry | undefined; imageUrl: string | undefined }
    | undefined;
  entries: Entry[];
  /** People's own words, set apart from ours. */
  quotes: Entry[];
  /** Where the request can be seen. */
  link: { label: string; url: string } | undefined;
  /** Why this person gets the message, and how to get no more. */
  footer: string;
  /** Undefined for what is for operators. */
  unsubscribe?: { label: string; url: string };
  /** What a webhook posts. */
  webhook?: { type: string; timestamp: string; data: object };
}

/**
 * How an attempt went. `code` is short and says nothing personal. `failed`: trying again cannot help. `parked`: it is unknown whether the
 * message has left, and it must not leave twice. `suppressed`: it must not be sent. `checkAfterSeconds`: ask the provider then what happened to it.
 */
export type SendResult =
  | { outcome: 'sent'; providerId?: string; checkAfterSeconds?: number }
  | { outcome: 'retry'; code: string; retryAfterSeconds?: number }
  | { outcome: 'failed'; code: string }
  | { outcome: 'suppressed'; code: string }
  | { outcome: 'parked'; code: string };

/** What the provider says later of a message that it took. `retry`: it could not hand it on for the moment, so it is sent again. */
export type CheckResult = { status: 'delivered' } | { status: 'failed' | 'retry'; code: string };

/** Of a message that has left. */
export interface SentText {
  subject: string | null;
  body: string;
}

export interface Channel {
  name: ChannelName;
  /** Messages that it sends at once, at most. */
  concurrency: number;
  /**
   * Of a channel that sends to phones, where a message may never leave twice: its recipient's number in E.164, or why there is none. The database
   * is asked about the number just before the message leaves, and it is the address that `send` gets.
   */
  numberOf?(message: Message): { phone: string } | { refused: SendResult };
  /**
   * Sends one message; what it throws is tried again. When half a minute has passed, `signal` aborts: then it ends what is under way, so that
   * nothing leaves later beside the next attempt, and answers at once.
   */
  send(message: Message, signal: AbortSignal): Promise<SendResult>;
  /** The text that leaves, as operators may read it later: without what only its reader may have, such as the unsubscribe link. */
  textOf?(message: Message): SentText;
  /** Asks what happened to messages, by the provider's ids; leaves out those of which nothing is known yet. */
  check?(providerIds: string[]): Promise<Map<string, CheckResult>>;
  close?(): void;
}

/** The code of a push address that nobody receives at any more. */
export const DEVICE_GONE = 'device_gone';
/** The code for a person who wants no more SMS. */
export const OPTED_OUT = 'opted_out';
/** The code for a message about something that this worker does not know. */
export const UNKNOWN_SUBJECT = 'unknown_subject';
/** The code for a message that may or may not have left. */
export const FATE_UNKNOWN = 'fate_unknown';
/** The code of an attempt that was ended because it took too long. */
export const TIMED_OUT = 'timeout';

/** A code that the database takes, made of whatever a library calls its error. */
export function errorCode(code: unknown): string {
  return (
    String(code ?? 'error')
      .replace(/[^\w.:-]/g, '_')
      .slice(0, 64) || 'error'
  );
}

const LONGEST_PAUSE_SECONDS = 60 * 60;

/** Retry-After in seconds, an hour at most: a number, or a date. Undefined when it is neither. */
export function retryAfterSeconds(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds)
    ? Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_PAUSE_SECONDS)
    : undefined;
}
