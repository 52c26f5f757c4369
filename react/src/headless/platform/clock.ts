/** The time for everything that is shown: one timer for all, once a minute. */
import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = new Date();

function tick() {
  now = new Date();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Nobody kept it while nothing was shown, and browsers halt timers in hidden pages.
function currentMinute() {
  if (Math.abs(Date.now() - now.getTime()) >= MINUTE_MS) now = new Date();
  return now;
}

/**
 * The time, to the minute. Undefined on the server and in the first rendering in the browser, which must equal the
 * server's: write absolute times then.
 */
export function useNow(): Date | undefined {
  return useSyncExternalStore(subscribe, currentMinute, () => undefined);
}
