/** Finds out which channels have something to deliver: one question for all of them, once a second and at every write here. */
import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { Metrics } from '../platform/metrics.ts';
import { createSignal } from '../platform/signal.ts';
import type { ChannelName } from './channels/channel.ts';
import { listDueChannels } from './deliveries.ts';

/** How soon work is seen that another process has made. */
const POLL_MS = 1_000;

export interface WatchParts {
  database: Database;
  channels: ChannelName[];
  /** Called for each channel that has something to deliver. */
  onDue(channel: ChannelName): void;
  metrics: Pick<Metrics, 'claimFailures'>;
  logger: Logger;
}

export interface Watch {
  /** Looks at once. */
  wake(): void;
  /** Resolves when the last look has ended. */
  stop(): Promise<void>;
}

export function startWatch({ database, channels, onDue, metrics, logger }: WatchParts): Watch {
  const signal = createSignal();
  let isStopping = false;

  async function run(): Promise<void> {
    while (!isStopping) {
      try {
        for (const channel of await listDueChannels(database, channels)) onDue(channel);
      } catch (error) {
        metrics.claimFailures.inc();
        logger.warn({ err: error }, 'deliveries cannot be looked for; tried again');
      }
      // Not all workers at the same moment.
      await signal.wait(POLL_MS * (0.8 + Math.random() * 0.4));
    }
  }

  const running = run();
  return {
    wake: signal.wake,
    stop() {
      isStopping = true;
      signal.wake();
      return running;
    },
  };
}
