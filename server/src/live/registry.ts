/** The open streams of this process, and how many there may be. */
import { CallbackError } from '@ringback/client';
import { isUuid } from '../platform/uuid.ts';
import type { Stream } from './stream.ts';

/** A person's tabs and devices; only visible pages hold a stream. */
export const STREAMS_PER_USER = 6;

export interface Registry {
  readonly size: number;
  /** @throws CallbackError when the person, or this process, has as many as may be. */
  add(stream: Stream): void;
  remove(stream: Stream): void;
  has(userId: string): boolean;
  of(userId: string): Iterable<Stream>;
  all(): Iterable<Stream>;
}

/** A token may write a UUID in capitals; events do not. */
const keyOf = (userId: string) => (isUuid(userId) ? userId.toLowerCase() : userId);

export function createRegistry(maximum: number): Registry {
  const byUser = new Map<string, Set<Stream>>();
  let size = 0;

  return {
    get size() {
      return size;
    },
    add(stream) {
      if (size >= maximum) throw tooManyStreams();
      const own = byUser.get(keyOf(stream.userId)) ?? new Set();
      if (own.size >= STREAMS_PER_USER) throw tooManyOfOnePerson();
      byUser.set(keyOf(stream.userId), own.add(stream));
      size += 1;
    },
    remove(stream) {
      const own = byUser.get(keyOf(stream.userId));
      if (!own?.delete(stream)) return;
      size -= 1;
      if (own.size === 0) byUser.delete(keyOf(stream.userId));
    },
    has: (userId) => byUser.has(keyOf(userId)),
    of: (userId) => byUser.get(keyOf(userId)) ?? [],
    *all() {
      for (const own of byUser.values()) yield* own;
    },
  };
}

function tooManyStreams(): CallbackError {
  return new CallbackError('overloaded', 'Too many live connections; poll instead.', {
    limit: 'streams',
    retryAfterSeconds: 30,
  });
}

function tooManyOfOnePerson(): CallbackError {
  return new CallbackError(
    'rate_limited',
    `You have ${STREAMS_PER_USER} live connections open already; close one of them first.`,
    { limit: 'streams_per_user', retryAfterSeconds: 30 },
  );
}
