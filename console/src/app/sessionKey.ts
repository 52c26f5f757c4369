/** The half of the session that the browser keeps for scripts; its other half is an HttpOnly cookie, and neither does anything alone. */
import { useSyncExternalStore } from 'react';
import { keep, onKept, readKept } from './kept.ts';

const NAME = 'session';
const listeners = new Set<() => void>();

export const readSessionKey = (): string | null => readKept(NAME);

/** Null signs out, in every window. */
export function keepSessionKey(key: string | null): void {
  keep(NAME, key);
  for (const listener of listeners) listener();
}

export const useSessionKey = (): string | null => useSyncExternalStore(subscribe, readSessionKey);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onKept(NAME, listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}
