/**
 * (d) Deliveries drained per second to a channel that answers at once, against graphile-worker running empty jobs on the same database.
 * Ours claim, read all that a message says, render it, and record the result in the delivery and its notification. graphile-worker runs
 * as it is delivered, one job a statement, and with its local queue and batched completion.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sql, withConnection } from '@ringback/database';
import { makeWorkerUtils, run, Logger as WorkerLogger } from 'graphile-worker';
import { pino } from 'pino';
import type { Channel } from '../../server/src/delivery/channels/channel.ts';
import { startWorker } from '../../server/src/delivery/worker.ts';
import { createDatabase } from '../../server/src/platform/database.ts';
import { createMetrics } from '../../server/src/platform/metrics.ts';
import type { Environment, Say } from './environment.ts';
import { rateOf, ratioOf } from './figures.ts';
import type { Options } from './options.ts';
import { openPool } from './writes.ts';

const GOAL = 1;
/** Jobs under way at once, the same for everybody. */
const CONCURRENCY = 100;

interface Side {
  name: string;
  fill(owner: Sql, jobs: number): Promise<void>;
  /** Starts a worker, and stops it when it has done so many. Resolves when they are recorded too. */
  drain(jobs: number, owner: Sql): Promise<void>;
}

export async function measureDeliveries(environment: Environment, options: Options, say: Say) {
  const { deliveries, rounds } = options;
  const database = await environment.database('deliveries', options.rowsBeforeWrites, 1);
  const { ownerUrl, apiUrl } = database;
  await installGraphileWorker(ownerUrl);
  const api = openPool(apiUrl, options);
  try {
    const sides = [
      ringback(apiUrl, api),
      graphile('graphile-worker', ownerUrl, {}),
      graphile('graphile-worker, batches', ownerUrl, BATCHES),
    ];
    const rates = await withConnection(ownerUrl, (owner) =>
      inTurns(sides, owner, { deliveries, rounds }, say),
    );
    const [ours = [], plain = [], batches = []] = rates;
    return {
      goal: GOAL,
      jobs: deliveries,
      concurrency: CONCURRENCY,
      ratio: ratioOf(ours, plain),
      ratioToBatches: ratioOf(ours, batches),
      sides: Object.fromEntries(
        sides.map(({ name }, index) => [name, { perSecond: rateOf(rates[index] ?? []) }]),
      ),
    };
  } finally {
    await api.end({ timeout: 5 });
  }
}

/** Each side's rates, a round without count first. */
async function inTurns(
  sides: Side[],
  owner: Sql,
  { deliveries, rounds }: Pick<Options, 'deliveries' | 'rounds'>,
  say: Say,
): Promise<number[][]> {
  const rates = sides.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'Warming up' : `Round ${round} of ${rounds}`);
    for (const [index, side] of sides.entries()) {
      await side.fill(owner, deliveries);
      await owner`checkpoint`;
      const startMs = performance.now();
      await side.drain(deliveries, owner);
      if (round > 0) rates[index]?.push(deliveries / ((performance.now() - startMs) / 1000));
    }
  }
  return rates;
}

function ringback(apiUrl: string, api: Sql): Side {
  return {
    name: 'ringback',
    fill: queueDeliveries,
    async drain(jobs, owner) {
      const { done, count } = countdown(jobs);
      const channel: Channel = {
        name: 'email',
        concurrency: CONCURRENCY,
        async send({ id }) {
          count();
          return { outcome: 'sent', providerId: id };
        },
      };
      const worker = await startWorker({
        ...{ databaseUrl: apiUrl, channels: [channel], links: { publicUrl: 'http://localhost' } },
        metrics: createMetrics(createDatabase(api, 100)),
        logger: pino({ level: 'silent' }),
      });
      await done;
      await worker.stop();
      await requireAllSent(owner);
    },
  };
}

/** The newest notifications are made unread again and sent by mail, the same ones each time. */
async function queueDeliveries(owner: Sql, jobs: number): Promise<void> {
  await owner`truncate callback_private.deliveries`;
  const queued = await owner`
    with chosen as (
      select id from callback_request_notifications where notification_type = 'request_completed' order by created_at desc limit ${jobs}
    ), told as (
      update callback_request_notifications n set
        read_at = null, status = 'pending', email_sent = false, sent_at = null, delivered_at = null
      from chosen where n.id = chosen.id returning n.*
    )
    insert into callback_private.deliveries (subject_kind, notification_id, recipient_kind, person_id, seller_id, channel)
    select 'notification', id, 'person', recipient_id, seller_id, 'email' from told returning id`;
  await owner`analyze callback_private.deliveries`;
  if (queued.length !== jobs) throw new Error(`There are only ${queued.length} notifications, not ${jobs}.`);
}

async function requireAllSent(owner: Sql): Promise<void> {
  const [row] = await owner<{ others: number }[]>`
    select count(*)::int as others from callback_private.deliveries d join callback_request_notifications n on n.id = d.notification_id
    where d.status <> 'sent' or not n.email_sent`;
  if (row?.others !== 0) throw new Error(`${row?.others} deliveries were not sent.`);
}

type Worker = GraphileConfig.WorkerOptions;

const BATCHES: Worker = {
  localQueue: { size: CONCURRENCY },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
};
const silent = new WorkerLogger(() => () => {});

async function installGraphileWorker(connectionString: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, logger: silent });
  await utils.migrate();
  await utils.release();
}

function graphile(name: string, connectionString: string, more: Worker): Side {
  return {
    name,
    async fill(owner, jobs) {
      await owner`select graphile_worker.add_job('empty') from generate_series(1, ${jobs}::int)`;
      await owner`analyze graphile_worker._private_jobs`;
    },
    async drain(jobs, owner) {
      const { done, count } = countdown(jobs);
      const runner = await run({
        preset: { worker: { connectionString, concurrentJobs: CONCURRENCY, maxPoolSize: 20, ...more } },
        taskList: { empty: async () => {} },
        events: new EventEmitter().on('job:complete', count),
        logger: silent,
        noHandleSignals: true,
      });
      await done;
      // Stopped at once it would give back jobs that are done and not recorded.
      while ((await owner`select from graphile_worker._private_jobs limit 1`).length > 0) await sleep(1);
      await runner.stop();
    },
  };
}

/** `done` resolves with the last of so many calls of `count`. */
function countdown(from: number): { done: Promise<void>; count(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = from;
  return {
    done: promise,
    count() {
      left -= 1;
      if (left === 0) resolve();
    },
  };
}
