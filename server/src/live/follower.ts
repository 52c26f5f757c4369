/** Reads the events of all people again and again, from where it stopped: one reader for all streams. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../platform/database.ts';
import { createSignal } from '../platform/signal.ts';
import { type EventPage, followEvents, isFull } from './events.ts';

const EVERY_MS = 250;

/** Wake-ups that come thicker than this are answered together. */
const AT_MOST_EVERY_MS = 10;

export interface Follower {
  /** Where the reading stands; who comes later misses nothing after it. */
  readonly cursor: string;
  /** Reads at once. */
  wake(): void;
  /** Resolves when the last read has ended. */
  stop(): Promise<void>;
}

export interface FollowerParts {
  database: Database;
  /** Passes on what was read; awaited before the next read. */
  onPage(page: EventPage): Promise<void>;
  /** A read or `onPage` failed; it is tried again. */
  onError(error: unknown): void;
}

/**
 * Starts to follow the events from now on.
 * @throws CallbackError when the database cannot say where now is.
 */
export async function startFollower({ database, onPage, onError }: FollowerParts): Promise<Follower> {
  const signal = createSignal();
  let { cursor } = await followEvents(database, null);
  let isStopped = false;

  async function step() {
    try {
      const page = await followEvents(database, cursor);
      // Streams that were opened since are fed by another follower.
      if (isStopped) return;
      cursor = page.cursor;
      await onPage(page);
      if (isFull(page)) signal.wake();
    } catch (error) {
      onError(error);
    }
  }

  async function run() {
    for (;;) {
      await signal.wait(EVERY_MS);
      if (isStopped) return;
      await step();
      await sleep(AT_MOST_EVERY_MS);
    }
  }
  const running = run();

  return {
    get cursor() {
      return cursor;
    },
    wake: signal.wake,
    stop() {
      isStopped = true;
      signal.wake();
      return running;
    },
  };
}
