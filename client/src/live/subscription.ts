/** What both ways of subscribing share: nothing is told after the end, a status only when it has changed. */
import type { CallbackEvent, LiveStatus, SubscribeOptions } from '../client.ts';

export interface Subscription {
  /** Aborts when nobody listens any more. */
  signal: AbortSignal;
  tell(event: CallbackEvent): void;
  report(status: LiveStatus): void;
}

/** Starts `run` with a subscription; returns what ends it. */
export function subscribe(
  listener: (event: CallbackEvent) => void,
  { onStatus }: SubscribeOptions,
  run: (subscription: Subscription) => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let last: LiveStatus | undefined;
  run({
    signal,
    tell(event) {
      // On its own, so that a listener that throws breaks nothing here.
      queueMicrotask(() => signal.aborted || listener(event));
    },
    report(status) {
      if (signal.aborted || status === last) return;
      last = status;
      onStatus?.(status);
    },
  });
  return () => controller.abort();
}
