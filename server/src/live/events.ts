/** The events of live updates, as the database gives them. */
import type { RequestEvent } from '@ringback/client';
import type { Database } from '../platform/database.ts';

/** So many messages to one reader still fit into what may wait for it, also with long cursors. */
export const MOST_EVENTS = 100;

/** An event as the database gives it; the reader's side is added here. */
export interface StoredEvent extends Omit<RequestEvent, 'as'> {
  /** From where to go on after this event. */
  cursor: string;
  /** Null once they are erased. */
  seller_id: string | null;
  requester_id: string | null;
  /** The sides that may learn of it. */
  audience: ('buyer' | 'seller' | 'operator')[];
}

/** The people an event is for. */
export function audienceOf({ audience, seller_id, requester_id }: StoredEvent): string[] {
  return [
    ...(audience.includes('seller') && seller_id !== null ? [seller_id] : []),
    ...(audience.includes('buyer') && requester_id !== null ? [requester_id] : []),
  ];
}

export interface EventPage {
  events: StoredEvent[];
  /** From where to go on. */
  cursor: string;
  /** The cursor that was asked about leads nowhere, or too far back. */
  is_lost: boolean;
  /** By the database's clock, as all times are. */
  read_at: string;
}

/** The next events of all people. Without a cursor: none, and the cursor of now. */
export function followEvents(database: Database, after: string | null): Promise<EventPage> {
  return database.value<EventPage>(
    (sql) => sql`select callback_private.follow_callback_events(${after}, ${MOST_EVENTS})`,
  );
}

/** One person's events since a cursor, and how many notifications they have not read. */
export function resumeEvents(
  database: Database,
  userId: string,
  after: string | null,
): Promise<EventPage & { unread: number }> {
  return database.value<EventPage & { unread: number }>(
    (sql) => sql`select callback_private.resume_callback_events(
      callback_private.person_of(${userId}), ${after}, ${MOST_EVENTS})`,
  );
}

/** Unread notifications of each of these people. */
export function countUnread(database: Database, userIds: string[]): Promise<Record<string, number>> {
  return database.value<Record<string, number>>(
    (sql) => sql`select callback_private.count_unread_notifications(${JSON.stringify(userIds)}::text::jsonb)`,
  );
}

/** Whether there may be more events at once. */
export function isFull(page: EventPage): boolean {
  return page.events.length === MOST_EVENTS;
}
