/**
 * Metrics read from the database on each scrape, the same from every process: waiting deliveries, open
 * alerts and maintenance's last run.
 */
import type { Sql } from '@ringback/database';
import { Gauge, type Registry } from 'prom-client';

/** The other metrics come in time even when the database does not answer. */
const ANSWER_WITHIN_MS = 2_000;

interface ChannelBacklog {
  channel: string;
  waiting: number;
  parked: number;
  failed: number;
  capped: number;
  oldest_due_seconds: number;
}

interface Answer {
  backlog: ChannelBacklog[];
  open: { alerts: { kind: string; channel: string; alerts: number }[]; paused: string[] };
  /** Seconds since 1970; null before the first time. */
  last_run: number | null;
}

const NO_ANSWER: Answer = { backlog: [], open: { alerts: [], paused: [] }, last_run: null };

const GAUGES = {
  waiting: ['ringback_deliveries_waiting', 'Deliveries that wait or are being sent; counted up to 10,000.'],
  parked: ['ringback_deliveries_parked', 'SMS that may or may not have left; counted up to 10,000.'],
  failed: ['ringback_deliveries_failed', 'Deliveries given up in the last 24 hours; counted up to 10,000.'],
  capped: [
    'ringback_deliveries_capped',
    'SMS not sent in the last 24 hours because a cap was reached; counted up to 10,000.',
  ],
  oldest_due_seconds: [
    'ringback_deliveries_oldest_due_seconds',
    'For how long the oldest delivery that is due has been due; 0 when none is.',
  ],
} satisfies Record<Exclude<keyof ChannelBacklog, 'channel'>, [name: string, help: string]>;

/** Adds the gauges. While the database can't be reached they have no value rather than an old one. */
export function addDatabaseMetrics(registry: Registry, sql: Sql): void {
  let unanswered: Promise<Answer> | undefined;
  /** One question at a time, for all gauges and however often they are read: a database that is stuck is not asked again. */
  const ask = () => {
    unanswered ??= answerOf(sql)
      .catch(() => NO_ANSWER)
      .finally(() => {
        unanswered = undefined;
      });
    return within(ANSWER_WITHIN_MS, unanswered);
  };
  for (const [key, [name, help]] of Object.entries(GAUGES)) {
    new Gauge({
      ...{ name, help, labelNames: ['channel'], registers: [registry] },
      async collect() {
        const { backlog } = await ask();
        this.reset();
        for (const each of backlog) this.set({ channel: each.channel }, each[key as keyof typeof GAUGES]);
      },
    });
  }
  new Gauge({
    name: 'ringback_alerts_open',
    help: 'Alerts that have not recovered, by kind and the channel that they are about, empty where it is none.',
    labelNames: ['kind', 'channel'],
    registers: [registry],
    async collect() {
      const { open } = await ask();
      this.reset();
      for (const { kind, channel, alerts } of open.alerts) this.set({ kind, channel }, alerts);
    },
  });
  new Gauge({
    name: 'ringback_channel_paused',
    help: '1 while an operator has paused the channel, else 0.',
    labelNames: ['channel'],
    registers: [registry],
    async collect() {
      const { backlog, open } = await ask();
      this.reset();
      for (const { channel } of backlog) this.set({ channel }, 0);
      for (const channel of open.paused) this.set({ channel }, 1);
    },
  });
  new Gauge({
    name: 'ringback_maintenance_last_run_timestamp_seconds',
    help: 'When maintenance last completed, by the database’s clock, in any process.',
    registers: [registry],
    async collect() {
      const { last_run } = await ask();
      this.remove();
      if (last_run !== null) this.set(last_run);
    },
  });
}

async function answerOf(sql: Sql): Promise<Answer> {
  const [answer] = await sql<Answer[]>`
    select callback_private.get_delivery_backlog() as backlog, callback_private.list_open_alerts() as open,
      (select extract(epoch from r.last_run_at)::float8 from callback_private.maintenance_runs r) as last_run`;
  return answer ?? NO_ANSWER;
}

async function within(timeoutMs: number, answer: Promise<Answer>): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const timer = setTimeout(resolve, timeoutMs, NO_ANSWER);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
