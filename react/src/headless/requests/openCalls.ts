/**
 * The calls whose outcome the seller has not logged yet. Kept in the storage, because the phone may push the
 * app out of memory: the question is still there when the seller comes back.
 */
import { type CallbackRequest, newIdempotencyKey } from '@ringback/client';
import { perKey } from '../platform/perKey.ts';
import { type Memory, readStored, writeStored } from '../platform/storage.ts';

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;

export interface OpenCall {
  /** How many attempts were logged before: once there are more, another window or device has logged this one. */
  attempts: number;
  /** The Idempotency-Key of its outcome: however often that is sent, the call is logged once. */
  key: string;
}

export interface OpenCalls {
  /** The same object for as long as it is the same call. */
  get(requestId: string): OpenCall | undefined;
  /** After `attempts` earlier ones. */
  start(requestId: string, attempts: number): void;
  /** Given a call, that one alone: the seller may have called again meanwhile. */
  end(requestId: string, call?: OpenCall): void;
  /** `listener` runs at every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** The open calls of a user. */
export const openCallsOf = perKey(createOpenCalls);

/** Whether the call has still to be logged. */
export function isUnlogged(call: OpenCall | undefined, request: CallbackRequest): boolean {
  return call !== undefined && request.attempts_count <= call.attempts;
}

function createOpenCalls({ storage, userId }: Memory): OpenCalls {
  const key = `ringback:calls:${userId ?? ''}`;
  const listeners = new Set<() => void>();
  let calls: ReadonlyMap<string, OpenCall> = new Map();
  let isRead = false;

  function change(next: ReadonlyMap<string, OpenCall>) {
    calls = next;
    for (const listener of listeners) listener();
  }
  async function read() {
    const stored = await readStored(storage, key, MAX_AGE_MS);
    if (Array.isArray(stored) && stored.length > 0) change(new Map([...stored.filter(isEntry), ...calls]));
  }
  function save(next: ReadonlyMap<string, OpenCall>) {
    change(next);
    void writeStored(storage, key, next.size > 0 ? [...next] : undefined);
  }

  return {
    get: (requestId) => calls.get(requestId),
    start: (requestId, attempts) =>
      save(new Map([...calls, [requestId, { attempts, key: newIdempotencyKey() }]])),
    end(requestId, call = calls.get(requestId)) {
      if (call === calls.get(requestId)) save(new Map([...calls].filter(([id]) => id !== requestId)));
    },
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

function isEntry(stored: unknown): stored is [string, OpenCall] {
  return Array.isArray(stored) && typeof stored[1]?.key === 'string';
}
