/**
 * Whether this process cannot keep up: its event loop is late, or its heap is nearly full. Asked of V8 and the event loop alone, because
 * whatever reads /proc fails when descriptors have run out, and a timer that throws ends the process.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { CallbackError } from '@ringback/client';
import type { App } from './types.ts';

const LOOK_EVERY_MS = 1_000;
const RESOLUTION_MS = 10;
const FULL_HEAP = 0.9;

/** Refuses every request of the scope with 503 while it is so. */
export function refuseUnderPressure(app: App, maxEventLoopDelayMs: number): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let cannotKeepUp = false;
  let lookedAtMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    // Without any sample the loop stood still the whole time.
    const delayMs = delays.count > 0 ? delays.mean / 1e6 - RESOLUTION_MS : nowMs - lookedAtMs;
    cannotKeepUp = delayMs > maxEventLoopDelayMs || isHeapFull();
    delays.reset();
    lookedAtMs = nowMs;
  }, LOOK_EVERY_MS).unref();
  app.addHook('onRequest', async () => {
    if (cannotKeepUp) throw busy();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    delays.disable();
  });
}

function isHeapFull(): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return used_heap_size > FULL_HEAP * heap_size_limit;
}

function busy(): CallbackError {
  return new CallbackError('overloaded', 'The service is busy; try again in a few seconds.', {
    retryAfterSeconds: 5,
  });
}
