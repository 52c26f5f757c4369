/**
 * Regular maintenance, once a minute: closes overdue requests, reminds sellers, warns both sides before an
 * expiry, rolls up statistics, raises alerts and deletes rows past their retention time. Any number of processes may run it;
 * the database lets one at a time do the work.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Sql } from '@ringback/database';
import type { Logger } from 'pino';
import type { Metrics } from '../platform/metrics.ts';

const EVERY_MS = 60_000;
const STATEMENT_TIMEOUT_MS = 55_000;

/** A statement that takes longer is left alone: what it has done by then is done, or is done again. */
const STOPS_WITHIN_MS = 5_000;

export interface Job {
  /** Its connections: apart from those of requests, so that what watches is answered when these are all busy. */
  sql: Sql;
  /** Lets the statement that is under way finish, within five seconds, and sends no other. */
  stop(): Promise<void>;
}

interface Maintenance {
  expired_requests: number;
  reminded_sellers: number;
  warned_of_expiry: number;
  lapsed_requests: number;
  given_up_deliveries: number;
  raised_alerts: number;
  counted_events: number;
  kept_days: number;
  forgotten_rows: number;
}

/** Runs the maintenance now and then every minute, on connections of its own. */
export function startMaintenance(databaseUrl: string, metrics: Metrics, logger: Logger): Job {
  const sql = connect(databaseUrl, {
    max: 2,
    applicationName: 'ringback job',
    arrays: false,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  function run() {
    // None waits behind another, whose connection may have gone silent.
    running ??= runAndReport(() => runMaintenance(sql, stopping.signal), metrics, logger)
      .then((isDone) => (isDone ? undefined : checkAlerts(sql, logger)))
      .finally(() => {
        running = undefined;
      });
  }
  run();
  const timer = setInterval(run, EVERY_MS);
  return {
    sql,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.race([running, sleep(STOPS_WITHIN_MS, undefined, { ref: false })]);
      await sql.end({ timeout: 1 });
    },
  };
}

/** False when it failed. */
async function runAndReport(
  runOnce: () => Promise<Maintenance | null>,
  metrics: Metrics,
  logger: Logger,
): Promise<boolean> {
  try {
    const maintenance = await runOnce();
    metrics.maintenanceRuns.inc({ outcome: maintenance === null ? 'skipped' : 'done' });
    if (maintenance === null) return true;
    metrics.expiredRequests.inc(maintenance.expired_requests);
    metrics.remindedSellers.inc(maintenance.reminded_sellers);
    logger.debug({ job: 'maintenance', ...maintenance }, 'maintenance done');
    return true;
  } catch (error) {
    metrics.maintenanceRuns.inc({ outcome: 'failed' });
    logger.warn({ job: 'maintenance', err: error }, 'maintenance failed; it is tried again in a minute');
    return false;
  }
}

/** Alerts are part of maintenance; when that fails, this alone still finds that it is late. */
async function checkAlerts(sql: Sql, logger: Logger): Promise<void> {
  await sql`select callback_private.check_alerts()`.catch((error) =>
    logger.debug({ err: error }, 'alerts could not be looked for; tried again in a minute'),
  );
}

/** Does all maintenance that is due, or what fits before `signal`. Returns null when another process is at it. */
export async function runMaintenance(sql: Sql, signal?: AbortSignal): Promise<Maintenance | null> {
  const total: Maintenance = {
    expired_requests: 0,
    reminded_sellers: 0,
    warned_of_expiry: 0,
    lapsed_requests: 0,
    given_up_deliveries: 0,
    raised_alerts: 0,
    counted_events: 0,
    kept_days: 0,
    forgotten_rows: 0,
  };
  for (;;) {
    const part = await runPart(sql);
    if (part === null) return null;
    for (const name of Object.keys(total) as (keyof Maintenance)[]) total[name] += part[name];
    if (!part.has_more || signal?.aborted) return total;
  }
}

/** One statement: `sql.begin` must not be used in a process that is to outlive its database (see connect()). */
async function runPart(sql: Sql): Promise<(Maintenance & { has_more: boolean }) | null> {
  const [row] = await sql`select public.run_callback_maintenance() as maintenance`;
  return (row?.maintenance ?? null) as (Maintenance & { has_more: boolean }) | null;
}
