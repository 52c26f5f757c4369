/** The notifications as a list to be drawn: newest first, each leading to its request. */
import type { Notification } from '@ringback/client';
import { useFormat } from '../format/useFormat.ts';
import { notificationListWords } from '../messages/en/notificationList.ts';
import { useWords } from '../messages/useWords.ts';
import { useNow } from '../platform/clock.ts';
import { useCallbackContext } from '../platform/context.ts';
import { type ListState, useListState } from '../ui/listState.ts';
import type { Action } from '../ui/parts.ts';
import { useAction } from '../ui/useAction.ts';
import { notificationText } from './notificationText.ts';
import type { CallbackNotificationListProps } from './props.ts';
import { useCallbackNotifications } from './useCallbackNotifications.ts';

export interface NotificationItem {
  id: string;
  title: string;
  message: string;
  /** "today at 14:05". */
  when: string;
  /** The instant of `when`. */
  createdAt: string;
  /** "New", while it is unread. */
  mark: string | undefined;
  /** Where the app shows the request; undefined where it has no page for it. */
  href: string | undefined;
  /** Marks it as read and opens the request; undefined where there is nothing to do. */
  press: (() => void) | undefined;
}

export interface NotificationListModel {
  title: string;
  state: ListState;
  items: NotificationItem[];
  /** While something is unread. */
  readAll: Action | undefined;
  /** Leads to the app's page with the notification settings, where it has one. */
  settings: { label: string; href: string } | undefined;
}

export function useNotificationList(options: CallbackNotificationListProps = {}): NotificationListModel {
  const { limit, onOpen } = options;
  const { notificationList: words } = useWords(notificationListWords);
  const { preferences } = useCallbackContext().links;
  const list = useCallbackNotifications({ limit });
  const { notifications, markRead, markAllRead } = list;
  const readAll = useAction(words.readAll, markAllRead);
  const itemOf = useItem(markRead, onOpen);
  return {
    title: words.title,
    state: useListState({ ...list, count: notifications.length }, words.none),
    items: notifications.map(itemOf),
    readAll: notifications.some(({ read_at }) => read_at === null) ? readAll : undefined,
    settings: preferences === undefined ? undefined : { label: words.settings, href: preferences },
  };
}

function useItem(
  markRead: (id: string) => Promise<void>,
  onOpen: CallbackNotificationListProps['onOpen'],
): (notification: Notification) => NotificationItem {
  const words = useWords(notificationListWords);
  const { links } = useCallbackContext();
  const { when, timeZone } = useFormat();
  const now = useNow();
  return (notification) => {
    const { id, callback_request_id: requestId, created_at: createdAt, read_at } = notification;
    const isUnread = read_at === null;
    const href = links.request?.(requestId);
    const press = () => {
      if (isUnread) void markRead(id).catch(() => {}); // the list has the error
      onOpen?.(requestId);
    };
    return {
      ...{ id, createdAt, href, ...notificationText(words, notification, timeZone) },
      when: when(createdAt, now),
      mark: isUnread ? words.notificationList.isNew : undefined,
      press: isUnread || href || onOpen ? press : undefined,
    };
  };
}
