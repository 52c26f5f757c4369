/** Thirty days of a small marketplace, today, and a mail server that fails. */
import type { Alert, Overview, System } from '@ringback/client';

const DAYS = 30;

export const OVERVIEW: Overview = {
  days: DAYS,
  time_zone: 'Africa/Accra',
  received: 1284,
  by_status: { pending: 96, acknowledged: 141, completed: 802, cancelled: 133, expired: 112 },
  per_day: Array.from({ length: DAYS }, (_, index) => ({
    day: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
    received: 30 + ((index * 7) % 23),
  })),
  response_rate: 84.2,
  completion_rate: 71.5,
  median_minutes_to_acknowledgement: 42,
  sellers: 212,
  buyers: 941,
  contradicted: 3,
  open_overdue: 0,
  unread_notifications: 318,
  settings: {
    expires_after_hours: 72,
    requests_per_user_per_day: 10,
    requests_per_phone_per_day: 5,
    requests_per_seller_per_day: 50,
    allowed_phone_regions: null,
  },
};

export const TODAY: Overview = {
  ...OVERVIEW,
  ...{ days: 1, received: 34, buyers: 31, per_day: [{ day: '2026-11-30', received: 34 }] },
  by_status: { pending: 21, acknowledged: 6, completed: 5, cancelled: 2, expired: 0 },
};

export const SYSTEM: System = {
  at: '2026-11-30T12:00:00Z',
  time_zone: 'Africa/Accra',
  database: { version: '18.1', size_bytes: 1_000_000 },
  schema: { migration: null, migrations: 0 },
  processes: [],
  queues: [],
  maintenance: { last_run_at: '2026-11-30T11:59:30Z', overdue_requests: 0 },
  findings: [
    {
      ...{ code: 'channel_failing', subject: 'email', severity: 'error' },
      ...{ message: 'Most mails of the last 15 minutes failed.', cure: 'Check SMTP_URL.' },
    },
  ],
};

export const ALERT: Alert = {
  ...{ id: '0198c000-0000-7000-8000-00000000000a', kind: 'channel_failing', subject: 'email' },
  figure: { failures: 12, sent: 1 },
  ...{ raised_at: '2026-11-30T11:40:00Z', last_true_at: '2026-11-30T11:59:00Z', recovered_at: null },
  recipients: 1,
};
