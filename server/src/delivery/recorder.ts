/**
 * Records results, many in one statement: while one is on its way, those that come meanwhile wait for the next. Nothing waits for a
 * timer, so a single result is written at once. While the database is away, results are tried again as long as their leases last; after
 * that, others have taken over. When it is there and fails, the results are written one by one, and only the one that fails is dropped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackError } from '@ringback/client';
import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import { LEASE_SECONDS, type Recorded, recordDeliveries } from './deliveries.ts';

const BATCH = 200;
const PAUSE_MS = 500;
/** What the database is told again unchanged. */
const PASSING = new Set(['database_unavailable', 'overloaded']);

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
  const waiting: Waiting[] = [];
  let isWriting = false;
  /** How many of the first are written one by one, because together they failed. */
  let alone = 0;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, alone > 0 ? 1 : BATCH);
      alone = Math.max(0, alone - 1);
      try {
        await recordDeliveries(
          database,
          batch.map(({ result }) => result),
        );
        for (const { done } of batch) done();
      } catch (error) {
        await handle(batch, error as CallbackError);
      }
    }
    isWriting = false;
  }

  async function handle(batch: Waiting[], error: CallbackError): Promise<void> {
    const isPassing = PASSING.has(error.code);
    const [first] = batch;
    if (!isPassing && first && batch.length === 1) {
      logger.error({ err: error, delivery: first.result.id }, 'a result cannot be recorded; dropped');
      first.done();
      return;
    }
    logger.warn({ err: error }, 'results of deliveries could not be recorded; tried again');
    const again = stillWorth(batch);
    waiting.unshift(...again);
    alone = isPassing ? 0 : again.length;
    if (isPassing) await sleep(PAUSE_MS);
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
