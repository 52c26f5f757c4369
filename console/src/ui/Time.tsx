/** A moment as the distance from now; the exact one shows on hover and on focus, of itself or of its table row. */
import { useSyncExternalStore } from 'react';
import { format } from './format.ts';

const EVERY_MS = 30_000;
let nowMs = Date.now();

function subscribe(listener: () => void): () => void {
  const timer = setInterval(() => {
    nowMs = Date.now();
    listener();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

interface TimeProps {
  at: string | null | undefined;
  /** Outside of tables, whose rows show it when they have the focus. */
  isFocusable?: boolean;
}

export function Time({ at, isFocusable = false }: TimeProps) {
  useSyncExternalStore(subscribe, () => nowMs);
  if (!at) return <span className="quiet">–</span>;
  return (
    <time className="time" dateTime={at} data-exact={format.exact(at)} {...(isFocusable && { tabIndex: 0 })}>
      {format.relative(at)}
      <span className="visually-hidden">, {format.exact(at)}</span>
    </time>
  );
}
