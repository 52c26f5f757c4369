/**
 * From a notification's delivery to the message that a channel sends: the texts in the recipient's language, everything that came from people made
 * plain, and the links. Links hold ids only, never what a person typed.
 */
import { eventDetails, kindOf, type MailTexts, type NotificationDetails, type Texts } from '@ringback/client';
import { toBrand } from './brand.ts';
import type { Message } from './channels/channel.ts';
import type { NotificationDelivery } from './deliveries.ts';
import { entriesOf, listingOf, quotesOf } from './entries.ts';
import { knownZone, localeIn, type Reader } from './format.ts';
import { plain } from './plain.ts';
import { textsFor } from './texts.ts';

/** Where links in messages lead. */
export interface Links {
  /** Ringback's own address, without a trailing slash. */
  publicUrl: string;
  /** A page of the marketplace, with {id} for the request's id; without it messages have no link to the request. */
  requestUrl?: string | undefined;
  /** The same for sellers, where theirs is another page. */
  deskUrl?: string | undefined;
  /** The path of the operator's console below `publicUrl`; /console by default. */
  consolePath?: string | undefined;
}

const LONGEST_NAME = 60;
const LONGEST_TITLE = 80;
const LONGEST_MESSAGE = 300;
const LONGEST_REASON = 200;

export function toMessage(delivery: NotificationDelivery, links: Links): Message {
  const texts = textsFor(delivery.locale);
  const { mail } = texts;
  const brand = toBrand(delivery.brand, links.publicUrl);
  const reader = {
    locale: localeIn(mail.language, delivery.locale),
    timeZone: knownZone(delivery.reader_time_zone),
  };
  const details = detailsOf(delivery, reader);
  const { title, message, next } = textOf(delivery, details, texts);
  const writer = { reader, texts: mail, name: details.name };
  return {
    id: delivery.id,
    attempt: delivery.attempt,
    lastError: delivery.last_error,
    resends: delivery.resends,
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
    brand,
    listing: listingOf(delivery, writer, links.requestUrl),
    entries: entriesOf(delivery, writer),
    quotes: quotesOf(delivery, writer),
    link: linkTo(delivery, links, mail),
    footer: mail.footer(brand.name),
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

function detailsOf(delivery: NotificationDelivery, reader: Reader): NotificationDetails {
  const { reason, ...occasion } = eventDetails(delivery.data, reader);
  return {
    ...occasion,
    ...(reason && { reason: plain(reason, LONGEST_REASON) }),
    name: plain(delivery.other_name, LONGEST_NAME),
    listing: plain(delivery.listing_title, LONGEST_TITLE),
  };
}

function linkTo(
  { callback_request_id, is_to_seller }: NotificationDelivery,
  { requestUrl, deskUrl = requestUrl }: Links,
  texts: MailTexts,
): Message['link'] {
  const page = is_to_seller ? deskUrl : requestUrl;
  return page ? { label: texts.open, url: page.replace('{id}', callback_request_id) } : undefined;
}
