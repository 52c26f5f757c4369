/** Waiting that an abort ends. */

/** Resolves after `ms`, or as soon as the signal aborts. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

export interface Deadline {
  /** Aborts when the time is over, or the outer signal does. */
  signal: AbortSignal;
  /** Ends in so many milliseconds from now. */
  extend(ms: number): void;
  /** Releases its timer and listener. */
  clear(): void;
}

/** A deadline that can be extended. */
export function createDeadline(outer: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, ms);
  outer.addEventListener('abort', abort);
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    extend(extendedMs) {
      clearTimeout(timer);
      timer = setTimeout(abort, extendedMs);
    },
    clear() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}
