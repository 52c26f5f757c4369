/** What a notification says in the reader's language. */
import type { Notification } from '@ringback/client';
import type { Messages } from './en.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/** The catalogue's sentence for its type; where there is none, as in English, the text that was stored, which names both sides. */
export function notificationText(messages: Messages, notification: Notification): NotificationText {
  const { notification_type, title, message } = notification;
  return messages.notifications?.[notification_type] ?? { title, message };
}
