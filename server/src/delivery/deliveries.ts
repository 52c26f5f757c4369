/** The worker's calls of the database: what is due, what happened to it. */

import type { EventData } from '@ringback/client';
import type { Database } from '../platform/database.ts';
import type { StoredBrand } from './brand.ts';
import type { ChannelName, CheckResult, SendResult, SentText } from './channels/channel.ts';
import type { Span } from './format.ts';

/** A delivery as the database hands it out; what more it holds is a matter of its kind. */
export interface Delivery {
  id: string;
  attempt: number;
  last_error: string | null;
  resends: number;
  secret: string;
  /** What it is about: a word that a later database may have added. */
  subject_kind: string;
  /** The trace of what caused it (W3C), where there is one. */
  traceparent?: string | null;
}

/** A delivery about a notification. */
export interface NotificationDelivery extends Delivery {
  address: string;
  p256dh: string | null;
  auth: string | null;
  /** The country of a phone number that has no country code. */
  phone_region: string | null;
  locale: string;
  /** A type that this version does not know goes out with the stored `title` and `message`. */
  notification_type: string;
  title: string;
  message: string;
  callback_request_id: string;
  listing_id: string;
  priority: string;
  is_to_seller: boolean;
  recipient_name: string | null;
  other_name: string | null;
  listing_title: string | null;
  listing_price: number | null;
  listing_currency: string | null;
  /** As the marketplace stores it, unchecked. */
  listing_image: string | null;
  callback_reason: string | null;
  /** What the buyer wrote. */
  request_message: string | null;
  preferred_time: string | null;
  preferred_days: string[] | null;
  /** The buyer's next preferred times; empty if only words are known. */
  preferred_ranges: Span[];
  time_zone: string | null;
  reader_time_zone: string;
  /** The end of the buyer's number, for the buyer alone. */
  phone_ending: string | null;
  expires_at: string;
  /** `seller`, `buyer`, or who acts for the marketplace. */
  cancelled_by: string | null;
  /** The event's data, for the text. */
  data: EventData;
  confirmation: string | null;
  brand: StoredBrand;
}

/** What the database is told of an attempt. */
export interface Recorded {
  id: string;
  attempt: number;
  outcome: SendResult['outcome'];
  provider_id?: string;
  error_code?: string;
  retry_after_seconds?: number;
  check_after_seconds?: number;
  text?: SentText;
}

/** A worker's claim ends by itself after this long; every attempt ends well before. */
export const LEASE_SECONDS = 50;

/** Those of these channels that have a delivery that is due. */
export function listDueChannels(database: Database, channels: ChannelName[]) {
  return database.value<ChannelName[]>(
    (sql) => sql`select callback_private.list_due_channels(${JSON.stringify(channels)}::text::jsonb)`,
  );
}

/** How many were due and taken, and those of them that are to be sent. */
export interface Claimed {
  taken: number;
  messages: Delivery[];
}

export function claimDeliveries(database: Database, channel: ChannelName, limit: number) {
  return database.value<Claimed>(
    (sql) =>
      sql`select callback_private.claim_deliveries(${channel}, ${limit}, make_interval(secs => ${LEASE_SECONDS}))`,
  );
}

/** What `beginSms` answers when another worker has the delivery. */
export const LEASE_OVER = 'lease_over';

/** Asked just before an SMS leaves. Null when it may be sent; LEASE_OVER, or why it must not be sent. */
export function beginSms(database: Database, { id, attempt }: Delivery, phone: string) {
  return database.value<string | null>(
    (sql) => sql`select callback_private.begin_sms(${id}, ${attempt}, ${phone})`,
  );
}

/** STOP or START came from a number, in E.164. */
export function setSmsStop(database: Database, phone: string, isStopped: boolean) {
  return database.value<boolean>((sql) => sql`select callback_private.set_sms_stop(${phone}, ${isStopped})`);
}

export function recordDeliveries(database: Database, results: Recorded[]) {
  return database.value<number>(
    (sql) => sql`select callback_private.record_deliveries(${JSON.stringify(results)}::text::jsonb)`,
  );
}

export function claimChecks(database: Database, channel: ChannelName, limit: number) {
  return database.value<{ id: string; provider_id: string }[]>(
    (sql) => sql`select callback_private.claim_delivery_checks(${channel}, ${limit})`,
  );
}

/** Says what a provider has told of a message, by our id or by its own; false when it changes nothing. */
export function settleDelivery(
  database: Database,
  ids: { id: string | null; providerId: string | null },
  { status, ...rest }: CheckResult | { status: 'sent' },
) {
  const code = 'code' in rest ? rest.code : null;
  return database.value<boolean>(
    (sql) => sql`select callback_private.settle_delivery(${ids.id}, ${ids.providerId}, ${status}, ${code})`,
  );
}

export function serveChannels(database: Database, channels: ChannelName[]) {
  return database.value<boolean>(
    (sql) => sql`select callback_private.serve_channels(${JSON.stringify(channels)}::text::jsonb)`,
  );
}
