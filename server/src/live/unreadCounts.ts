/** Sends listeners how many notifications they have not read, whenever that may have changed. */
import type { Database } from '../platform/database.ts';
import { countUnread } from './events.ts';
import type { Registry } from './registry.ts';

export interface UnreadCounts {
  /** This person's count may have changed. */
  mark(userId: string): void;
  /** Counts for those who were marked and sends them the counts. Who could not be counted stays marked. */
  send(): Promise<void>;
}

export function createUnreadCounts(database: Database, registry: Registry): UnreadCounts {
  const marked = new Set<string>();
  return {
    mark(userId) {
      if (registry.has(userId)) marked.add(userId);
    },
    async send() {
      if (marked.size === 0) return;
      const userIds = [...marked];
      // Who is marked from now on is counted the next time.
      marked.clear();
      const counts = await countUnread(database, userIds).catch((error) => {
        for (const userId of userIds) marked.add(userId);
        throw error;
      });
      for (const [userId, unread] of Object.entries(counts)) {
        for (const stream of registry.of(userId)) stream.sendUnread(unread);
      }
    },
  };
}
