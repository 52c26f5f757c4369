/** The text of a notification in the reader's language. */
import type { Notification } from '@ringback/client';
import type { Messages } from '../messages/en.ts';
import { lookUp } from '../platform/lookUp.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/**
 * The catalogue's text; the stored one where it has none, as in English and for types that it does not know.
 */
export function notificationText(messages: Messages, notification: Notification): NotificationText {
  const { title, message, other_name, listing_title } = notification;
  const write = lookUp(messages.notifications ?? {}, kindOf(notification));
  return write?.({ name: other_name ?? '', listing: listing_title ?? '' }) ?? { title, message };
}

/** Cancellations differ by who cancelled, expiries by the side that reads. */
function kindOf({ notification_type, as, cancelled_by }: Notification): string {
  if (notification_type === 'request_cancelled') return cancellationBy(cancelled_by);
  if (notification_type === 'request_expired')
    return as === 'seller' ? 'expired_for_seller' : 'expired_for_buyer';
  return notification_type;
}

function cancellationBy(actor: Notification['cancelled_by']): string {
  if (actor === 'seller') return 'declined';
  return actor === 'buyer' ? 'withdrawn' : 'closed';
}
