/** The in-app inbox: what the caller was told, and what of it they have read. */
import {
  ListNotificationsQuery,
  NotificationPage,
  NotificationParams,
  ReadAll,
  UnreadCount,
} from '@ringback/client';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

export function addNotificationRoutes(app: App, database: Database): void {
  app.route({
    method: 'GET',
    url: '/notifications',
    schema: {
      operationId: 'listNotifications',
      summary: 'List notifications, newest first',
      tags: ['Notifications'],
      querystring: ListNotificationsQuery,
      response: { 200: success('A page of notifications.', NotificationPage), ...errorAnswers() },
    },
    async handler({ userId, query: { limit, cursor, unread_only } }) {
      return database.value<NotificationPage>(
        (sql) =>
          sql`select public.list_callback_notifications(${limit}, ${cursor ?? null}, ${unread_only}, ${userId})`,
      );
    },
  });

  app.route({
    method: 'GET',
    url: '/notifications/unread-count',
    schema: {
      operationId: 'getUnreadCount',
      summary: 'Count unread notifications',
      tags: ['Notifications'],
      response: { 200: success('The number.', UnreadCount), ...errorAnswers() },
    },
    async handler({ userId }) {
      const unread = await database.value<number>(
        (sql) => sql`select public.get_unread_callback_notification_count(${userId})`,
      );
      return { unread };
    },
  });

  app.route({
    method: 'POST',
    url: '/notifications/:id/read',
    schema: {
      operationId: 'markNotificationRead',
      summary: 'Mark a notification as read',
      tags: ['Notifications'],
      params: NotificationParams,
      response: { 204: z.null(), ...errorAnswers('not_found') },
    },
    async handler({ userId, params }, reply) {
      await database.value<boolean>(
        (sql) => sql`select public.mark_callback_notification_read(${params.id}, ${userId})`,
      );
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'POST',
    url: '/notifications/read-all',
    schema: {
      operationId: 'markAllNotificationsRead',
      summary: 'Mark all notifications as read',
      tags: ['Notifications'],
      response: { 200: success('How many were marked.', ReadAll), ...errorAnswers() },
    },
    async handler({ userId }) {
      const marked = await database.value<number>(
        (sql) => sql`select public.mark_all_callback_notifications_read(${userId})`,
      );
      return { marked };
    },
  });
}
