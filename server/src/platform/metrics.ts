/** What the operator can watch, in Prometheus's format. Labels are drawn from short fixed lists and never from what a caller sent. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
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
  jobRuns: Counter<'job' | 'outcome'>;
  openStreams: Gauge;
  streamLag: Histogram;
}

/** Makes the metrics of one process. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'ringback_statements_in_flight',
    help: 'Database statements that wait for a connection or run.',
    registers,
    collect() {
      this.set(database.inFlight);
    },
  });
  return {
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
      help: 'Callback requests that this process’s job has set to expired.',
      registers,
    }),
    remindedSellers: new Counter({
      name: 'ringback_reminded_sellers_total',
      help: 'Sellers whom this process’s job has reminded of a request.',
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
    jobRuns: new Counter({
      name: 'ringback_job_runs_total',
      help: 'Runs of the regular jobs; skipped means that another process was at it.',
      labelNames: ['job', 'outcome'],
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
}
