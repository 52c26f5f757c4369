/**
 * From a notification's delivery to the message that a channel sends: the texts in the recipient's language, everything that came from people made
 * plain, and the links. Links hold ids only, never what a person typed.
 */
import {
  eventDetails,
  isToCall,
  kindOf,
  type MailTexts,
  type NotificationDetails,
  type Texts,
} from '@ringback/client';
import type { Message } from './channels/channel.ts';
import type { NotificationDelivery } from './deliveries.ts';
import { plain } from './plain.ts';
import { localeFor, textsFor } from './texts.ts';

/** Where links in messages lead. */
export interface Links {
  /** Ringback's own address, without a trailing slash. */
  publicUrl: string;
  /** What people call the marketplace; without it mails name the host of `publicUrl`. */
  marketplace?: string | undefined;
  /** A page of the marketplace, with {id} for the request's id; without it messages have no link to the request. */
  requestUrl?: string | undefined;
  /** The same for sellers, where theirs is another page. */
  deskUrl?: string | undefined;
}

const LONGEST_NAME = 60;
const LONGEST_TITLE = 80;
const LONGEST_MESSAGE = 300;
const LONGEST_TIME = 60;
const LONGEST_REASON = 200;

export function toMessage(delivery: NotificationDelivery, links: Links): Message {
  const texts = textsFor(delivery.locale);
  const { mail } = texts;
  const details = detailsOf(delivery, mail.language);
  const { title, message, next } = textOf(delivery, details, texts);
  return {
    id: delivery.id,
    attempt: delivery.attempt,
    lastError: delivery.last_error,
    address: delivery.address,
    phoneRegion: delivery.phone_region ?? undefined,
    keys: delivery.p256dh && delivery.auth ? { p256dh: delivery.p256dh, auth: delivery.auth } : undefined,
    language: mail.language,
    direction: mail.direction,
    isUrgent: delivery.priority === 'urgent',
    notificationType: delivery.notification_type,
    callbackRequestId: delivery.callback_request_id,
    title,
    greeting: mail.greeting(plain(delivery.recipient_name, LONGEST_NAME)),
    sentences: next ? [message, next] : [message],
    facts: describe(delivery, details, mail),
    link: linkTo(delivery, links, mail),
    footer: mail.footer(links.marketplace ?? new URL(links.publicUrl).hostname),
    unsubscribe: {
      label: mail.unsubscribe,
      url: `${links.publicUrl}/unsubscribe/${delivery.id}.${delivery.secret}`,
    },
  };
}

/** The catalogue's text; the stored one for a type that came with a later version. */
function textOf(delivery: NotificationDelivery, details: NotificationDetails, { notifications }: Texts) {
  const kind = kindOf({ ...delivery, as: delivery.is_to_seller ? 'seller' : 'buyer' });
  if (kind) return notifications[kind](details);
  const { title, message } = delivery;
  return { title: plain(title, LONGEST_TITLE), message: plain(message, LONGEST_MESSAGE), next: undefined };
}

function detailsOf(delivery: NotificationDelivery, language: string): NotificationDetails {
  const reader = { locale: localeFor(delivery.locale, language), timeZone: delivery.reader_time_zone };
  const { reason, ...occasion } = eventDetails(delivery.data, reader);
  return {
    ...occasion,
    ...(reason && { reason: plain(reason, LONGEST_REASON) }),
    name: plain(delivery.other_name, LONGEST_NAME),
    listing: plain(delivery.listing_title, LONGEST_TITLE),
  };
}

/** Who reads about a call to make sees when it is wanted. */
function describe(
  delivery: NotificationDelivery,
  { name, listing }: NotificationDetails,
  texts: MailTexts,
): Message['facts'] {
  const isAboutCall = delivery.is_to_seller && isToCall(delivery.notification_type);
  const facts = [
    { label: texts.facts.listing, value: listing },
    { label: delivery.is_to_seller ? texts.facts.buyer : texts.facts.seller, value: name },
    ...(isAboutCall ? [{ label: texts.facts.when, value: whenOf(delivery, texts) }] : []),
    ...(isAboutCall && delivery.priority === 'urgent'
      ? [{ label: texts.facts.priority, value: texts.facts.urgent }]
      : []),
  ];
  return facts.filter(({ value }) => value !== '');
}

function whenOf(
  { preferred_days, preferred_time, time_zone }: NotificationDelivery,
  texts: MailTexts,
): string {
  const days = (preferred_days ?? []).map((day) => wordFor(texts.days, day));
  const time = preferred_time === null ? '' : wordFor(texts.times, preferred_time);
  const when = [days.join(texts.comma), time].filter((part) => part !== '').join(texts.comma);
  return when !== '' && time_zone !== null ? `${when} (${time_zone})` : when;
}

/** The word for a value of the database; a time in the buyer's own words stays as it is. */
function wordFor(words: Record<string, string>, value: string): string {
  return (Object.hasOwn(words, value) ? words[value] : undefined) ?? plain(value, LONGEST_TIME);
}

function linkTo(
  { callback_request_id, is_to_seller }: NotificationDelivery,
  { requestUrl, deskUrl = requestUrl }: Links,
  texts: MailTexts,
): Message['link'] {
  const page = is_to_seller ? deskUrl : requestUrl;
  return page ? { label: texts.open, url: page.replace('{id}', callback_request_id) } : undefined;
}
