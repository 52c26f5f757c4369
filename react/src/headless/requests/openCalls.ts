/**
 * The calls whose outcome the seller has not told yet. Kept in the storage, because the telephone may push the app out
 * of memory: the question is still there when the seller comes back.
 */
import { perKey } from '../platform/perKey.ts';
import { type Memory, readStored, writeStored } from '../platform/storage.ts';

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

export interface OpenCalls {
  has(requestId: string): boolean;
  start(requestId: string): void;
  end(requestId: string): void;
  /** Told of every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** The open calls of a user. */
export const openCallsOf = perKey(createOpenCalls);

function createOpenCalls({ storage, userId }: Memory): OpenCalls {
  const key = `ringback:calls:${userId ?? ''}`;
  const listeners = new Set<() => void>();
  let ids: ReadonlySet<string> = new Set();
  let isRead = false;

  function change(next: ReadonlySet<string>) {
    ids = next;
    for (const listener of listeners) listener();
  }
  async function read() {
    const stored = await readStored(storage, key, MAX_AGE_MS);
    if (Array.isArray(stored) && stored.length > 0) change(new Set([...stored.map(String), ...ids]));
  }
  function save(next: Set<string>) {
    change(next);
    void writeStored(storage, key, next.size > 0 ? [...next] : undefined);
  }

  return {
    has: (requestId) => ids.has(requestId),
    start: (requestId) => save(new Set([...ids, requestId])),
    end: (requestId) => save(new Set([...ids].filter((id) => id !== requestId))),
    subscribe(listener) {
      listeners.add(listener);
      if (!isRead) {
        isRead = true;
        void read();
      }
      return () => listeners.delete(listener);
    },
  };
}
