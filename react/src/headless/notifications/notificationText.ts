/** What notifications and their types are called in the reader's language. */
import { eventDetails, kindOf, type Notification } from '@ringback/client';
import { notificationNames, notifications } from '@ringback/client/texts/en';
import type { Messages } from '../messages/en.ts';
import type { ReaderMessages } from '../messages/messages.ts';
import { lookUp } from '../platform/lookUp.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/**
 * The catalogue's text, else the English one; the stored one for a type that neither knows. Times are as
 * clocks in `timeZone` show them.
 */
export function notificationText(
  messages: Pick<ReaderMessages, 'locale' | 'notifications'>,
  notification: Notification,
  timeZone: string,
): NotificationText {
  const { other_name, listing_title, data } = notification;
  const kind = kindOf(notification) ?? notification.notification_type;
  const write = lookUp(messages.notifications ?? {}, kind) ?? lookUp(notifications, kind);
  const { title, message } =
    write?.({
      ...eventDetails(data, { locale: messages.locale, timeZone }),
      ...{ name: other_name ?? '', listing: listing_title ?? '' },
    }) ?? notification;
  return { title, message };
}

/** What a type of notification is called in settings: the catalogue's word, else the English one, else the type. */
export function notificationName(messages: Pick<Messages, 'notificationNames'>, type: string): string {
  return lookUp(messages.notificationNames ?? {}, type) ?? lookUp(notificationNames, type) ?? type;
}
