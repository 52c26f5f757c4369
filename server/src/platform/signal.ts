/** Waits until it is woken, or for a time. */

export interface Signal {
  /** Resolves at the next `wake`, at once when there was one since the last wait, or after `ms` where that is given. */
  wait(ms?: number): Promise<void>;
  wake(): void;
}

export function createSignal(): Signal {
  let isRaised = false;
  let resolveWait: (() => void) | undefined;
  return {
    async wait(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      resolveWait = resolve;
      const timeoutMs = isRaised ? 0 : ms;
      const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
      await promise;
      clearTimeout(timer);
      resolveWait = undefined;
      isRaised = false;
    },
    wake() {
      isRaised = true;
      resolveWait?.();
    },
  };
}
