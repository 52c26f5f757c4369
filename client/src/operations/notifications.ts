/** The in-app inbox: the user's notifications, and which of them they have read. */
import {
  type ListNotifications,
  ListNotificationsQuery,
  NotificationPage,
  ReadAll,
  UnreadCount,
} from '../schemas/notifications.ts';
import { IdParams } from '../schemas/scalars.ts';
import type { MethodMaker } from './method.ts';

export const notifications = (method: MethodMaker) => ({
  /** One page of the user's notifications, newest first. */
  listNotifications: method({
    summary: 'List notifications, newest first',
    access: 'user',
    method: 'GET',
    path: '/notifications',
    input: (query?: ListNotifications) => ({
      query: { limit: query?.limit, cursor: query?.cursor, unread_only: String(query?.unreadOnly ?? false) },
    }),
    query: ListNotificationsQuery,
    answer: NotificationPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_notifications',
      arguments: { p_limit: 'query.limit', p_cursor: 'query.cursor', p_unread_only: 'query.unread_only' },
    },
  }),

  /** How many notifications the user has not read. */
  getUnreadCount: method({
    summary: 'Count unread notifications',
    access: 'user',
    method: 'GET',
    path: '/notifications/unread-count',
    input: () => ({}),
    answer: UnreadCount,
    member: 'unread',
    repeat: 'read',
    sql: { function: 'get_unread_callback_notification_count' },
  }),

  /** Marks one notification as read. */
  markNotificationRead: method({
    summary: 'Mark a notification as read',
    access: 'user',
    method: 'POST',
    path: '/notifications/:id/read',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    repeat: 'nature',
    errors: ['not_found'],
    sql: { function: 'mark_callback_notification_read', arguments: { p_notification_id: 'params.id' } },
  }),

  /** Marks all notifications as read; returns how many were marked. */
  markAllNotificationsRead: method({
    summary: 'Mark all notifications as read',
    access: 'user',
    method: 'POST',
    path: '/notifications/read-all',
    input: () => ({}),
    answer: ReadAll,
    member: 'marked',
    repeat: 'nature',
    sql: { function: 'mark_all_callback_notifications_read' },
  }),
});
