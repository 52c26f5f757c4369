/** Workers of a test: in this process, on a test database, with channels of the test's choice. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '@ringback/testing/database/index.ts';
import { onTestFinished } from 'vitest';
import type { Channel } from '../../src/delivery/channels/channel.ts';
import { startWorker, type Worker, type WorkerParts } from '../../src/delivery/worker.ts';
import { createDatabase, type Database } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';

export const LINKS = {
  publicUrl: 'https://callbacks.example.com',
  requestUrl: 'https://shop.example.com/callbacks/{id}',
};

/** Starts a worker that is stopped when the test ends. */
export async function testWorker(
  database: TestDatabase,
  channels: Channel[],
  lines: string[] = [],
  more: Partial<WorkerParts> = {},
): Promise<Worker> {
  const worker = await startWorker({
    ...more,
    ...{ databaseUrl: database.apiUrl, channels, links: LINKS },
    metrics: createMetrics(createDatabase(database.api, 100)),
    logger: createLogger('debug', { write: (line) => void lines.push(line) }),
  });
  onTestFinished(() => worker.stop());
  return worker;
}

export const databaseOf = ({ api }: Pick<TestDatabase, 'api'>): Database => createDatabase(api, 100);

export interface DeliveryRow {
  channel: string;
  status: string;
  attempts: number;
  error_code: string | null;
  provider_id: string | null;
}

export async function deliveriesOf({ sql }: Pick<TestDatabase, 'sql'>): Promise<DeliveryRow[]> {
  return [
    ...(await sql<DeliveryRow[]>`
      select channel, status, attempts, error_code, provider_id from callback_private.deliveries order by created_at, id`),
  ];
}

/** Waits until every delivery has one of these statuses. */
export async function settled(
  database: Pick<TestDatabase, 'sql'>,
  statuses = ['sent', 'delivered', 'failed', 'suppressed', 'parked'],
  timeoutMs = 15_000,
): Promise<DeliveryRow[]> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const rows = await deliveriesOf(database);
    if (rows.length > 0 && rows.every(({ status }) => statuses.includes(status))) return rows;
    if (performance.now() > until) throw new Error(`Not settled: ${JSON.stringify(rows.slice(0, 5))}`);
    await sleep(20);
  }
}

/** Waits until a delivery is to be tried again, then makes it due at once. */
export async function hurry(database: Pick<TestDatabase, 'sql'>, worker: Worker): Promise<void> {
  for (;;) {
    const waiting = await database.sql`
      update callback_private.deliveries set next_attempt_at = now()
      where status = 'pending' and attempts > 0 and next_attempt_at > now() returning id`;
    if (waiting.length > 0) break;
    await sleep(20);
  }
  worker.wake();
}
