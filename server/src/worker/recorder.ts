/**
 * Records results, many in one statement: while one is on its way, those that come meanwhile wait for the next. Nothing waits for a
 * timer, so a single result is written at once. What cannot be written is tried again as long as its lease lasts; after that, others
 * have taken over.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../database.ts';
import { LEASE_SECONDS, type Recorded, recordDeliveries } from './deliveries.ts';

const BATCH = 200;
const PAUSE_MS = 500;

export interface Recorder {
  /** Resolves when the result is written, or given up. */
  record(result: Recorded): Promise<void>;
}

interface Waiting {
  result: Recorded;
  since: number;
  done: () => void;
}

export function createRecorder(database: Database, logger: Logger): Recorder {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        await recordDeliveries(
          database,
          batch.map(({ result }) => result),
        );
        for (const { done } of batch) done();
      } catch (error) {
        logger.warn({ err: error }, 'results of deliveries could not be recorded; tried again');
        waiting = [...stillWorth(batch), ...waiting];
        await sleep(PAUSE_MS);
      }
    }
    isWriting = false;
  }

  return {
    record(result) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ result, since: performance.now(), done: resolve });
      if (!isWriting) {
        isWriting = true;
        // What ends in the same turn is written together.
        setImmediate(writeAll);
      }
      return promise;
    },
  };
}

function stillWorth(batch: Waiting[]): Waiting[] {
  return batch.filter(({ since, done }) => {
    const isWorth = performance.now() - since < LEASE_SECONDS * 1000;
    if (!isWorth) done();
    return isWorth;
  });
}
