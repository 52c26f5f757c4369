/** What both ways of subscribing share: no event after the end, a status only when it has changed. */
import type { CallbackEvent, LiveStatus, SubscribeOptions } from './types.ts';

export interface Subscription {
  /** Aborts when the listener is gone. */
  signal: AbortSignal;
  emit(event: CallbackEvent): void;
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
    emit(event) {
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
