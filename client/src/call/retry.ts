/** Runs an attempt until it succeeds, cannot succeed, or its time is over. Both clients call through here. */
import { CallbackError, isCallbackError } from '../errors.ts';

export interface RetryPolicy {
  /** Time for one attempt, in milliseconds. The whole call takes at most three times as long. */
  timeoutMs: number;
  /** How many attempts may follow the first. */
  maxRetries: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { timeoutMs: 10_000, maxRetries: 3 };

const TOTAL_TIMEOUTS = 3;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/**
 * Repeats `attempt` after errors that say they are retryable, waiting a random time that doubles its range at every
 * failure, or as long as Retry-After asks when that fits. The caller makes sure that a repeat does no harm.
 */
export async function withRetries<Result>(
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
  attempt: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = performance.now() + TOTAL_TIMEOUTS * policy.timeoutMs;
  for (let failures = 0; ; failures++) {
    try {
      const remainingMs = Math.max(0, deadline - performance.now());
      return await limited(attempt, Math.min(policy.timeoutMs, remainingMs), signal);
    } catch (error) {
      if (!isCallbackError(error) || !error.retryable || failures >= policy.maxRetries) throw error;
      const waitMs = delayAfter(error, failures);
      if (performance.now() + waitMs >= deadline) throw error;
      await limited(() => sleep(waitMs), Number.POSITIVE_INFINITY, signal);
    }
  }
}

function delayAfter(error: CallbackError, failures: number): number {
  const jitteredMs = Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
  return (error.retryAfterSeconds ?? 0) * 1000 + jitteredMs;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The work's result, unless its time ends or the caller aborts first; the work sees its signal abort. */
async function limited<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const controller = new AbortController();
  let cleanUp = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const stop = (error: CallbackError) => {
      reject(error);
      controller.abort();
    };
    const onAbort = () => stop(abortedError(signal));
    const timer = Number.isFinite(timeoutMs)
      ? setTimeout(() => stop(timeoutError(timeoutMs)), timeoutMs)
      : undefined;
    signal?.addEventListener('abort', onAbort);
    cleanUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) onAbort();
  });
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    cleanUp();
  }
}

function timeoutError(timeoutMs: number): CallbackError {
  const seconds = Math.round(timeoutMs / 100) / 10;
  return new CallbackError('timeout', `No answer within ${seconds} s. Check the connection and try again.`);
}

function abortedError(signal: AbortSignal | undefined): CallbackError {
  return new CallbackError('aborted', 'The call was aborted before its answer came.', {
    cause: signal?.reason,
  });
}
