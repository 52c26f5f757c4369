/** What waits to be delivered, asked of the database when the metrics are read; every process of a database tells the same. */
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

/** Adds the gauges, by channel. While the database cannot be asked they have no value, rather than an old one. */
export function addBacklogMetrics(registry: Registry, sql: Sql): void {
  let unanswered: Promise<ChannelBacklog[]> | undefined;
  /** One question at a time, for all gauges and however often they are read: a database that is stuck is not asked again. */
  const ask = () => {
    unanswered ??= backlogOf(sql)
      .catch(() => [])
      .finally(() => {
        unanswered = undefined;
      });
    return within(ANSWER_WITHIN_MS, unanswered);
  };
  for (const [key, [name, help]] of Object.entries(GAUGES)) {
    new Gauge({
      ...{ name, help, labelNames: ['channel'], registers: [registry] },
      async collect() {
        const backlog = await ask();
        this.reset();
        for (const each of backlog) this.set({ channel: each.channel }, each[key as keyof typeof GAUGES]);
      },
    });
  }
}

async function backlogOf(sql: Sql): Promise<ChannelBacklog[]> {
  const rows = await sql<{ backlog: ChannelBacklog[] }[]>`
    select callback_private.get_delivery_backlog() as backlog`;
  return rows.flatMap((row) => row?.backlog ?? []);
}

async function within(timeoutMs: number, answer: Promise<ChannelBacklog[]>): Promise<ChannelBacklog[]> {
  const { promise, resolve } = Promise.withResolvers<ChannelBacklog[]>();
  const timer = setTimeout(resolve, timeoutMs, []);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
