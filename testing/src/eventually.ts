/** Waits for what comes by itself: as long as a busy machine may take, where `vi.waitFor` gives up after a second. */
import { vi } from 'vitest';

const PATIENCE_MS = 15_000;

/** Calls `check` until it no longer throws. */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: PATIENCE_MS });
