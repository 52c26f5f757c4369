/**
 * The worker: delivers what the outbox holds, by the channels that it has. Any number may run; the database hands each delivery to one of
 * them, and takes it back when that one is gone.
 */
import { connect } from '@ringback/database';
import type { Logger } from 'pino';
import { createDatabase, type Database } from '../platform/database.ts';
import { startChannelLoop, type WorkerMetrics } from './channelLoop.ts';
import type { Channel } from './channels/channel.ts';
import { startChecks } from './checks.ts';
import { type Delivery, serveChannels } from './deliveries.ts';
import { renderDelivery } from './kinds.ts';
import type { Links } from './message.ts';
import { createRecorder } from './recorder.ts';
import { startWatch } from './watch.ts';

const STATEMENT_TIMEOUT_MS = 4_000;
const STATEMENTS_AT_ONCE = 1_000;
const FINISH_WITHIN_MS = 35_000;
const ANNOUNCE_AGAIN_MS = 1_000;

export interface WorkerParts {
  databaseUrl: string;
  channels: Channel[];
  links: Links;
  metrics: WorkerMetrics;
  logger: Logger;
  /** Another limit of an attempt than its own, for tests. */
  attemptMs?: number;
}

export interface Worker {
  /** There may be something to deliver: look at once. */
  wake(): void;
  /** Whether deliveries are written for its channels; false as long as the database was away since the start. */
  readonly isAnnounced: boolean;
  /** Finishes what is under way and takes nothing new. */
  stop(): Promise<void>;
}

/** Starts delivering. Announces its channels to the database first, so that deliveries are written for them. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { channels, links, metrics, logger, attemptMs } = parts;
  const pool = openPool(parts);
  const database = createDatabase(pool.sql, STATEMENTS_AT_ONCE, pool.reopen);
  const announcement = await startAnnouncing(channels, database, logger);
  const recorder = createRecorder(database, logger);
  const render = (delivery: Delivery) => renderDelivery(delivery, links);
  const loops = new Map(
    channels.map((channel) => [
      channel.name,
      startChannelLoop({ channel, database, recorder, render, metrics, logger, attemptMs }),
    ]),
  );
  const watch = startWatch({
    ...{ database, metrics, logger },
    channels: [...loops.keys()],
    onDue: (name) => loops.get(name)?.wake(),
  });
  const checks = startChecks(channels, database, logger);
  return {
    wake: watch.wake,
    get isAnnounced() {
      return announcement.isDone;
    },
    async stop() {
      announcement.stop();
      const running = [watch, checks, ...loops.values()];
      const finished = Promise.all(running.map((each) => each.stop()));
      const timer = Promise.withResolvers<void>();
      const timeout = setTimeout(timer.resolve, FINISH_WITHIN_MS);
      await Promise.race([finished, timer.promise]);
      clearTimeout(timeout);
      for (const channel of channels) channel.close?.();
      await pool.close();
    },
  };
}

/** Says which channels there are; while the database is away, again and again, and the worker starts all the same. */
async function startAnnouncing(channels: Channel[], database: Database, logger: Logger) {
  let timer: NodeJS.Timeout | undefined;
  let isDone = false;
  async function announce(): Promise<void> {
    try {
      await serveChannels(
        database,
        // Webhooks are for the marketplace: no notification leaves by them.
        channels.map(({ name }) => name).filter((name) => name !== 'webhook'),
      );
      isDone = true;
    } catch (error) {
      logger.warn({ err: error }, 'channels could not be announced; tried again');
      timer = setTimeout(announce, ANNOUNCE_AGAIN_MS);
    }
  }
  await announce();
  return {
    get isDone() {
      return isDone;
    },
    stop: () => clearTimeout(timer),
  };
}

function openPool({ databaseUrl, channels }: WorkerParts) {
  const open = () =>
    connect(databaseUrl, {
      max: channels.length + 2,
      applicationName: 'ringback worker',
      arrays: false,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      lockTimeoutMs: STATEMENT_TIMEOUT_MS - 1_000,
      connectTimeoutMs: STATEMENT_TIMEOUT_MS,
    });
  let sql = open();
  return {
    sql,
    reopen() {
      void sql.end({ timeout: 5 });
      sql = open();
      return sql;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
