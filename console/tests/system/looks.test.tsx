/** The system page as it looks, where something is wrong and where nothing is. */
import type { Alert, Storage, System } from '@ringback/client';
import { testLooks } from '../support/looks.ts';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const id = (number: number) => `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const API = {
  ...{ id: id(1), kind: 'api', version: '0.1.0', host: 'web-1', channels: [], zone_data: '2026a' },
  ...{ started_at: at(3_000), seen_at: at(0), is_live: true },
} as const;

const CALM: System = {
  ...{ at: at(0), time_zone: 'Africa/Accra' },
  database: { version: '18.4 (Debian 18.4-1)', size_bytes: 1_840_000_000 },
  schema: { migration: '20261201001720_create_processes_and_alerts.sql', migrations: 19 },
  processes: [
    { ...API, channels: [] },
    { ...API, id: id(2), kind: 'worker', host: 'worker-1', channels: ['email', 'sms', 'webhook'] },
  ],
  queues: [{ channel: 'email', waiting: 0, oldest_due_seconds: 0, is_paused: false }],
  maintenance: { last_run_at: at(0), overdue_requests: 0 },
  findings: [],
};

const WRONG: System = {
  ...CALM,
  processes: [
    { ...API, channels: [] },
    {
      ...API,
      id: id(2),
      kind: 'worker',
      host: 'worker-1',
      channels: ['email'],
      seen_at: at(9),
      is_live: false,
    },
  ],
  queues: [
    { channel: 'email', waiting: 412, oldest_due_seconds: 540, is_paused: false },
    { channel: 'sms', waiting: 3, oldest_due_seconds: 60, is_paused: true },
  ],
  maintenance: { last_run_at: at(0), overdue_requests: 2 },
  findings: [
    {
      ...{ code: 'no_worker', subject: null, severity: 'error', since: at(9) },
      message: 'No worker has been seen for 90 seconds, so nothing is delivered.',
      cure: 'Start `ringback worker` or `ringback start` with the settings of its channels.',
    },
    {
      ...{ code: 'channel_paused', subject: 'sms', severity: 'warning', message: 'sms is paused.' },
      since: at(60),
      cure: 'Resume it when its cause is fixed: `ringback resume sms`.',
    },
    {
      ...{ code: 'nobody_alerted', subject: 'alert_emails', severity: 'info', since: null },
      message: 'Nobody gets alerts; only the console and the metrics show them.',
      cure: 'Set alert_emails or alert_webhook_url.',
    },
  ],
};

const ALERTS: Alert[] = [
  {
    ...{ id: id(3), kind: 'queue_old', subject: 'email', figure: { waiting: 412, seconds: 540 } },
    ...{ raised_at: at(4), last_true_at: at(0), recovered_at: null, recipients: 0 },
  },
  {
    ...{ id: id(4), kind: 'channel_failing', subject: 'email', recipients: 2 },
    figure: { failures: 58, sent: 0, reason: 'ECONNREFUSED' },
    ...{ raised_at: at(3_000), last_true_at: at(2_950), recovered_at: at(2_940) },
  },
];

const STORAGE: Storage = {
  size_bytes: 1_840_000_000,
  tables: [
    { name: 'events', size_bytes: 640_000_000, index_bytes: 210_000_000, rows: 3_100_000, dead_rows: 12 },
    {
      ...{ name: 'callback_requests', size_bytes: 520_000_000, index_bytes: 260_000_000 },
      ...{ rows: 1_000_000, dead_rows: 4_021 },
    },
  ],
  statements: [
    {
      statement: 'select public.get_callback_figures($1, $2)',
      ...{ calls: 4_120, mean_ms: 18.4, max_ms: 212.5, total_ms: 75_808 },
    },
  ],
};

testLooks({
  ...{ name: 'system-wrong', path: '/system' },
  answers: {
    getSystem: () => WRONG,
    listAlerts: () => ({ items: ALERTS, next_cursor: null }),
    getStorage: () => STORAGE,
  },
  ready: 'Problem: No worker has been seen for 90 seconds, so nothing is delivered.',
});
testLooks({
  ...{ name: 'system', path: '/system' },
  answers: {
    getSystem: () => CALM,
    listAlerts: () => ({ items: [], next_cursor: null }),
    getStorage: () => ({ ...STORAGE, statements: null }),
  },
  ready: 'Nothing is wrong',
});
