/** What operators see of the installation: its processes, its state, what is wrong and how to fix it, alerts. */
import * as z from 'zod/mini';
import { Count, Cursor, Id, Instant, Limit, openWord } from '../scalars.ts';
import { DELIVERY_CHANNELS } from './delivery.ts';

/** Kinds of processes that report themselves. */
export const PROCESS_KINDS = ['api', 'worker', 'start'] as const;
/** `error`: something does not work. `warning`: something soon won't, or is not as it should be. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** What alerts are about. */
export const ALERT_KINDS = [
  'channel_failing',
  'queue_old',
  'flood',
  'maintenance_late',
  'code_pumping',
  'sellers_silent',
  'responses_slow',
  'calls_contradicted',
] as const;

const Process = z
  .object({
    id: Id,
    kind: openWord(PROCESS_KINDS),
    version: z.string(),
    host: z.string().check(z.describe('The machine’s name up to its first dot.')),
    channels: z.array(z.string()).check(z.describe('The channels by which it delivers.')),
    zone_data: z.nullable(z.string()).check(z.describe('The release of its time zone data, such as 2026a.')),
    started_at: Instant,
    seen_at: Instant,
    is_live: z.boolean().check(z.describe('Seen within the last 90 seconds.')),
  })
  .register(z.globalRegistry, { id: 'Process', description: 'A process that has reported itself.' });

const Finding = z
  .object({
    code: z.string().check(z.describe('Stable: docs/troubleshooting.md lists them.')),
    subject: z.nullable(z.string()).check(z.describe('The channel or setting that it is about.')),
    severity: openWord(SEVERITIES),
    message: z.string(),
    cure: z.string(),
    since: z.nullable(Instant).check(z.describe('Null where that is not known.')),
  })
  .register(z.globalRegistry, { id: 'Finding', description: 'Something that is wrong, and how to fix it.' });
export type Finding = z.output<typeof Finding>;

export const System = z
  .object({
    at: Instant.check(z.describe('The database’s clock.')),
    time_zone: z.string().check(z.describe('The marketplace’s own.')),
    database: z.object({ version: z.string(), size_bytes: z.int() }),
    schema: z.object({ migration: z.nullable(z.string()), migrations: Count }),
    processes: z.array(Process).check(z.describe('Seen within the last day, the newest first.')),
    queues: z.array(
      z.object({
        channel: openWord(DELIVERY_CHANNELS),
        waiting: Count,
        oldest_due_seconds: z.number(),
        is_paused: z.boolean(),
      }),
    ),
    maintenance: z.object({
      last_run_at: z.nullable(Instant),
      overdue_requests: Count.check(z.describe('Open requests past their expiry; counted up to 10,000.')),
    }),
    findings: z.array(Finding).check(z.describe('The most severe first; empty when nothing is wrong.')),
  })
  .register(z.globalRegistry, { id: 'System', description: 'The installation, and what is wrong with it.' });
export type System = z.output<typeof System>;

/** Which alerts are listed. */
export interface ListAlerts {
  /** Only those that have not recovered. */
  openOnly?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export const ListAlertsQuery = z.strictObject({
  open_only: z._default(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((value) => value === 'true'),
    ),
    false,
  ),
  limit: Limit,
  cursor: z.optional(Cursor),
});

const AlertFigure = z.object({
  failures: z.optional(Count),
  sent: z.optional(Count),
  reason: z.optional(z.nullable(z.string())),
  waiting: z.optional(Count),
  seconds: z.optional(z.number()),
  requests: z.optional(Count),
  usual: z.optional(z.number()),
  codes: z.optional(Count),
  accounts: z.optional(Count),
  silent: z.optional(Count),
  answered: z.optional(Count),
  usual_seconds: z.optional(z.number()),
  sellers: z.optional(Count),
  contradicted: z.optional(Count),
  completed: z.optional(Count),
  since: z.optional(Instant),
});

export const Alert = z
  .object({
    id: Id,
    kind: openWord(ALERT_KINDS),
    subject: z.nullable(z.string()).check(z.describe('The channel, or what the numbers begin with.')),
    figure: AlertFigure.check(z.describe('What was measured when it was last true.')),
    raised_at: Instant,
    last_true_at: Instant,
    recovered_at: z.nullable(Instant),
    recipients: Count.check(z.describe('How many addresses were notified; 0: only this list shows it.')),
  })
  .register(z.globalRegistry, {
    id: 'Alert',
    description: 'Something that was wrong for a while, or still is.',
  });
export type Alert = z.output<typeof Alert>;

export const AlertPage = z
  .object({ items: z.array(Alert), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'AlertPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type AlertPage = z.output<typeof AlertPage>;
