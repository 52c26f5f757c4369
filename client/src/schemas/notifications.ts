/** The in-app inbox: a person's notifications about their requests. */
import * as z from 'zod/mini';
import { CANCELLED_BY, CONFIRMATION_ANSWERS, NOTIFICATION_TYPES } from '../vocabulary.ts';
import { EventData } from './events.ts';
import { Cursor, Id, Instant, Limit, openWord } from './scalars.ts';

/** Which notifications are listed, as a caller of the clients gives it. */
export interface ListNotifications {
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
  unreadOnly?: boolean | undefined;
}

export const ListNotificationsQuery = z.strictObject({
  limit: Limit,
  cursor: z.optional(Cursor),
  unread_only: z._default(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((value) => value === 'true'),
    ),
    false,
  ),
});

export const Notification = z
  .object({
    id: Id,
    callback_request_id: Id,
    notification_type: openWord(NOTIFICATION_TYPES),
    as: z.enum(['seller', 'buyer']),
    other_name: z.nullable(z.string()),
    listing_title: z.nullable(z.string()),
    cancelled_by: z.nullable(
      openWord(CANCELLED_BY).check(z.describe('Who cancelled the request, if it is cancelled.')),
    ),
    confirmation: z.nullable(
      openWord(CONFIRMATION_ANSWERS).check(z.describe('The buyer’s current answer about the completion.')),
    ),
    title: z.string(),
    message: z.string(),
    data: EventData,
    status: z.string(),
    created_at: Instant,
    read_at: z.nullable(Instant),
  })
  .register(z.globalRegistry, {
    id: 'Notification',
    description:
      'One notice to the caller about one request: `as` is the side they are on, `other_name` the other side. `title` and `message` say it in English.',
  });
export type Notification = z.output<typeof Notification>;

export const NotificationPage = z
  .object({ items: z.array(Notification), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'NotificationPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type NotificationPage = z.output<typeof NotificationPage>;

export const UnreadCount = z.object({ unread: z.int().check(z.gte(0)) }).register(z.globalRegistry, {
  id: 'UnreadCount',
  description: 'How many notifications the caller has not read.',
});
export type UnreadCount = z.output<typeof UnreadCount>;

export const ReadAll = z.object({ marked: z.int().check(z.gte(0)) }).register(z.globalRegistry, {
  id: 'ReadAll',
  description: 'How many notifications have just been marked as read.',
});
export type ReadAll = z.output<typeof ReadAll>;
