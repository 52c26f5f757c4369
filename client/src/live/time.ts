/** Waiting, for as long as somebody still wants it. */

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
  /** From now on so much time. */
  extend(ms: number): void;
  /** No further need for it. */
  clear(): void;
}

/** A time that can be put off. */
export function createDeadline(outer: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, ms);
  outer.addEventListener('abort', abort);
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    extend(later) {
      clearTimeout(timer);
      timer = setTimeout(abort, later);
    },
    clear() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}
