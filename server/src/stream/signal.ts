/** Waits for a time, or until it is woken. */

export interface Signal {
  /** Resolves after `ms`, at the next `wake`, or at once when there was one since the last wait. */
  wait(ms: number): Promise<void>;
  wake(): void;
}

export function createSignal(): Signal {
  let isRaised = false;
  let resolveWait: (() => void) | undefined;
  return {
    async wait(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      resolveWait = resolve;
      const timer = setTimeout(resolve, isRaised ? 0 : ms);
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
