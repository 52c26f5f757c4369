/** Tells people how many notifications they have not read, whenever that may have changed. */
import type { Database } from '../platform/database.ts';
import { countUnread } from './events.ts';
import type { Registry } from './registry.ts';

export interface UnreadTeller {
  /** This person's count may have changed. */
  note(userId: string): void;
  /** Counts anew for those who listen and tells them. Who could not be told stays noted. */
  tell(): Promise<void>;
}

export function createUnreadTeller(database: Database, registry: Registry): UnreadTeller {
  const noted = new Set<string>();
  return {
    note(userId) {
      if (registry.has(userId)) noted.add(userId);
    },
    async tell() {
      if (noted.size === 0) return;
      const userIds = [...noted];
      // Who is noted from now on is counted the next time.
      noted.clear();
      const counts = await countUnread(database, userIds).catch((error) => {
        for (const userId of userIds) noted.add(userId);
        throw error;
      });
      for (const [userId, unread] of Object.entries(counts)) {
        for (const stream of registry.of(userId)) stream.tellUnread(unread);
      }
    },
  };
}
