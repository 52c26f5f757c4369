/** The half of the session that the browser keeps for scripts; its other half is an HttpOnly cookie, and neither does anything alone. */
import { useSyncExternalStore } from 'react';
import { keep, onKept, readKept } from './kept.ts';

const NAME = 'session';
const listeners = new Set<() => void>();
let isDeliberate = false;

export const readSessionKey = (): string | null => readKept(NAME);

/** Null signs out, in every window. */
export function keepSessionKey(key: string | null): void {
  isDeliberate = false;
  keep(NAME, key);
  notify();
}

/** Forgets the session because the operator asks for it. */
export function signOutHere(): void {
  isDeliberate = true;
  keep(NAME, null);
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

/** Whether there is no session because the operator asked for that. */
export const hasSignedOut = (): boolean => isDeliberate;

export const useSessionKey = (): string | null => useSyncExternalStore(subscribe, readSessionKey);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onKept(NAME, listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}
