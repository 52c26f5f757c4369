/**
 * What a message shows of the request: the listing, labelled entries, and what people wrote, in the reader's
 * language.
 */
import { isToCall, type MailTexts } from '@ringback/client';
import type { Entry, Message } from './channels/channel.ts';
import type { NotificationDelivery } from './deliveries.ts';
import {
  isSameTime,
  knownZone,
  momentText,
  priceText,
  type Reader,
  spanElsewhere,
  spanText,
  zoneText,
} from './format.ts';
import { plain, plainLines } from './plain.ts';

/** What entries are written with. */
export interface Writer {
  reader: Reader;
  texts: MailTexts;
  /** The other side, plain. */
  name: string;
}

const LONGEST_TITLE = 80;
const LONGEST_TIME = 60;
const LONGEST_QUOTE = 1_000;

/** The listing; `page` is the base of relative picture addresses. */
export function listingOf(
  delivery: NotificationDelivery,
  { reader, texts }: Writer,
  page?: string,
): Message['listing'] {
  const { listing_title, listing_price, listing_currency, listing_image } = delivery;
  const title = plain(listing_title, LONGEST_TITLE);
  if (title === '') return undefined;
  const price = listing_price === null ? [] : [priceText(listing_price, listing_currency, reader)];
  return {
    ...{ label: texts.labels.listing, title, imageUrl: pictureOf(listing_image, page) },
    price: entryOf(texts.labels.price, price),
  };
}

function pictureOf(address: string | null, page: string | undefined): string | undefined {
  const url = URL.parse(address ?? '', page);
  return url && address && /^https?:$/.test(url.protocol) && !url.username ? url.href : undefined;
}

/** What the request says, for both sides; times only while a call is ahead. */
export function entriesOf(delivery: NotificationDelivery, writer: Writer): Entry[] {
  const { texts, reader, name } = writer;
  const { labels, reasons } = texts;
  const { callback_reason: reason, phone_ending, priority, expires_at, is_to_seller } = delivery;
  const isAhead = isToCall(delivery.notification_type);
  return [
    entryOf(is_to_seller ? labels.buyer : labels.seller, [name]),
    entryOf(labels.phone, [phone_ending ? `•••• ${phone_ending}` : '']),
    entryOf(labels.reason, [reason ? wordFor(reasons, reason) : '']),
    entryOf(labels.when, isAhead ? timesOf(delivery, writer) : []),
    entryOf(labels.priority, [isAhead && priority === 'urgent' ? labels.urgent : '']),
    entryOf(labels.expires, [isAhead ? momentText(expires_at, reader) : '']),
  ].filter((entry) => entry !== undefined);
}

/** The buyer's message, while a call is ahead. */
export function quotesOf(delivery: NotificationDelivery, { texts: { messages } }: Writer): Entry[] {
  const { is_to_seller, request_message, notification_type } = delivery;
  const asked = isToCall(notification_type) ? request_message : null;
  return [entryOf(is_to_seller ? messages.buyer : messages.own, plainLines(asked, LONGEST_QUOTE))].filter(
    (entry) => entry !== undefined,
  );
}

function entryOf(label: string, lines: string[]): Entry | undefined {
  const filled = lines.filter((line) => line !== '');
  return filled.length > 0 ? { label, lines: filled } : undefined;
}

/** The buyer's words, then the next dates in the reader's zone, with the buyer's if that is another. */
function timesOf(delivery: NotificationDelivery, { reader, texts }: Writer): string[] {
  const { preferred_ranges: ranges } = delivery;
  const theirs = delivery.time_zone ?? reader.timeZone;
  const [words, zone] = [wordsOf(delivery, texts), zoneText(theirs, reader)];
  if (isSameTime(reader.timeZone, knownZone(theirs))) {
    return [words, ...ranges.map((range) => spanText(range, reader))];
  }
  if (ranges.length === 0) return [words && `${words} (${zone})`];
  const dates = ranges.map((range) => ({
    here: spanText(range, reader),
    there: spanElsewhere(range, reader, knownZone(theirs)),
    zone,
  }));
  return [words, ...dates.map(texts.inTwoZones)];
}

function wordsOf({ preferred_days, preferred_time }: NotificationDelivery, texts: MailTexts): string {
  const days = (preferred_days ?? []).map((day) => wordFor(texts.days, day));
  const time = preferred_time === null ? '' : wordFor(texts.times, preferred_time);
  return [days.join(texts.comma), time].filter((part) => part !== '').join(texts.comma);
}

/** The word for a stored value; a time in the buyer's own words stays as it is. */
function wordFor(words: Record<string, string>, value: string): string {
  return (Object.hasOwn(words, value) ? words[value] : undefined) ?? plain(value, LONGEST_TIME);
}
