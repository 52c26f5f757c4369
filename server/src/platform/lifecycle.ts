/**
 * From start to stop of a process that keeps running: what was started is stopped in reverse order, on SIGINT and SIGTERM, also when
 * they come while it is still starting. A second Ctrl-C does not wait.
 */

import { setTimeout as sleep } from 'node:timers/promises';

/** An error for the person at the terminal: its message is shown, its stack is not. */
export class CommandError extends Error {}

export interface Lifecycle {
  /**
   * Takes over something that was just started. `stop` ends it in order; `abandon` is for the second Ctrl-C and must not wait.
   * When stopping has begun meanwhile, stops it at once and throws.
   */
  add(stop: () => Promise<unknown>, abandon?: () => void): Promise<void>;
}

/** npm passes on a Ctrl-C that the terminal has already sent to all its processes; that echo is not a second one. */
const ECHO_MS = 700;

/** How long a start that was interrupted may take to notice. */
const GIVE_UP_STARTING_MS = 5_000;

/** Runs `start`, waits for a signal, stops everything. Rejects when `start` does. */
export async function runUntilSignal(
  start: (lifecycle: Lifecycle) => Promise<void>,
  print: (text: string) => void,
): Promise<void> {
  const stops = new AsyncDisposableStack();
  const abandons: (() => void)[] = [];
  let isStopping = false;
  const signalled = onSignals(() => {
    for (const abandon of abandons) abandon();
    process.exit(130);
  });
  const started = start({
    async add(stop, abandon) {
      if (isStopping) {
        await stop();
        throw new CommandError('Stopped.');
      }
      stops.defer(async () => void (await stop()));
      if (abandon) abandons.push(abandon);
    },
  });
  try {
    await Promise.race([signalled, started.then(() => signalled)]);
    print('Stopping …');
    // What is still starting loses its database in the middle; whatever that breaks is of no interest any more.
    process.on('uncaughtException', () => {});
  } finally {
    isStopping = true;
    await stops.disposeAsync();
    await Promise.race([started.catch(() => {}), sleep(GIVE_UP_STARTING_MS)]);
  }
}

/** Resolves at the first SIGINT or SIGTERM; a later one calls `again`. */
function onSignals(again: () => void): Promise<void> {
  return new Promise((resolve) => {
    let firstAtMs: number | undefined;
    const receive = () => {
      if (firstAtMs !== undefined && performance.now() - firstAtMs > ECHO_MS) again();
      firstAtMs ??= performance.now();
      resolve();
    };
    process.on('SIGINT', receive);
    process.on('SIGTERM', receive);
  });
}
