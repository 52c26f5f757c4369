/** What a notification says in the reader's language. */
import type { Notification } from '@ringback/client';
import type { Messages, NotificationKind } from '../messages/en.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/** The catalogue's sentence; where there is none, as in English, the text that was stored. */
export function notificationText(messages: Messages, notification: Notification): NotificationText {
  const { title, message, other_name, listing_title } = notification;
  const say = messages.notifications?.[kindOf(notification)];
  return say?.({ name: other_name ?? '', listing: listing_title ?? '' }) ?? { title, message };
}

/** Which sentence: what is told differs by the side that it is told to. */
function kindOf({ notification_type, as }: Notification): NotificationKind {
  if (notification_type === 'request_cancelled') return as === 'seller' ? 'withdrawn' : 'declined';
  if (notification_type === 'request_expired')
    return as === 'seller' ? 'expired_for_seller' : 'expired_for_buyer';
  return notification_type;
}
