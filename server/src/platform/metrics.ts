/** What the operator can watch, in Prometheus's format. Labels are drawn from short fixed lists and never from what a caller sent. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import packageJson from '../../package.json' with { type: 'json' };
import type { Database } from './database.ts';

export interface Metrics {
  registry: Registry;
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  refusals: Counter<'code'>;
  expiredRequests: Counter;
  remindedSellers: Counter;
  deliveries: Counter<'channel' | 'outcome'>;
  sendSeconds: Histogram<'channel'>;
  claimFailures: Counter;
  maintenanceRuns: Counter<'outcome'>;
  openStreams: Gauge;
  streamLag: Histogram;
}

/** Present from the start: `increase()` does not see the first of a series that begins with it. */
const ALERTED_REFUSALS = ['overloaded', 'database_unavailable'];
const MAINTENANCE_OUTCOMES = ['done', 'skipped', 'failed'];
const DELIVERY_OUTCOMES = ['sent', 'retry', 'failed', 'parked', 'suppressed'];

/** Makes the metrics of one process. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'ringback_build_info',
    help: 'Always 1; the label says which version this process runs.',
    labelNames: ['version'],
    registers,
  }).set({ version: packageJson.version }, 1);
  new Gauge({
    name: 'ringback_statements_in_flight',
    help: 'Database statements that wait for a connection or run.',
    registers,
    collect() {
      this.set(database.inFlight);
    },
  });
  const metrics: Metrics = {
    registry,
    requestSeconds: new Histogram({
      name: 'ringback_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer; _count is the number of requests.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    refusals: new Counter({
      name: 'ringback_refusals_total',
      help: 'Answers that were an error, by its code.',
      labelNames: ['code'],
      registers,
    }),
    expiredRequests: new Counter({
      name: 'ringback_expired_requests_total',
      help: 'Callback requests that this process’s maintenance has set to expired.',
      registers,
    }),
    remindedSellers: new Counter({
      name: 'ringback_reminded_sellers_total',
      help: 'Sellers whom this process’s maintenance has reminded of a request.',
      registers,
    }),
    deliveries: new Counter({
      name: 'ringback_deliveries_total',
      help: 'Attempts to deliver a notification, by channel and how they went.',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'ringback_send_duration_seconds',
      help: 'How long a channel’s provider takes for a message, whatever it answers.',
      labelNames: ['channel'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 35],
      registers,
    }),
    claimFailures: new Counter({
      name: 'ringback_claim_failures_total',
      help: 'Times that this process could not take deliveries from the database; it tries again within a second.',
      registers,
    }),
    maintenanceRuns: new Counter({
      name: 'ringback_maintenance_runs_total',
      help: 'Runs of maintenance in this process; skipped means that another process was at it.',
      labelNames: ['outcome'],
      registers,
    }),
    openStreams: new Gauge({
      name: 'ringback_streams_open',
      help: 'Streams of live updates that are open.',
      registers,
    }),
    streamLag: new Histogram({
      name: 'ringback_stream_lag_seconds',
      help: 'Time from the beginning of an event’s transaction to when it was read for the streams.',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
      registers,
    }),
  };
  for (const code of ALERTED_REFUSALS) metrics.refusals.inc({ code }, 0);
  for (const outcome of MAINTENANCE_OUTCOMES) metrics.maintenanceRuns.inc({ outcome }, 0);
  return metrics;
}

/** Counts the attempts of a channel from zero, so that its first is seen and channels can be compared. */
export function expectDeliveries(deliveries: Metrics['deliveries'], channel: string): void {
  for (const outcome of DELIVERY_OUTCOMES) deliveries.inc({ channel, outcome }, 0);
}
