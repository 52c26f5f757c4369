/** Thirty days of a small marketplace, today, and a mail server that fails. */
import type { Figures, Overview, PeriodFigures, System } from '@ringback/client';

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
      message: '12 of 13 deliveries by email failed in the last 15 minutes.',
      cure: 'Fix the cause, then retry what was given up (`ringback retry`).',
      since: '2026-11-30T11:40:00Z',
    },
    {
      ...{ code: 'sellers_silent', subject: null, severity: 'warning' },
      message: 'Of 210 requests of a week, each at least a day old, 168 have no answer.',
      ...{ cure: 'See which sellers don’t answer and contact them.', since: '2026-11-22T00:00:00Z' },
    },
    {
      ...{ code: 'nobody_alerted', subject: 'alert_emails', severity: 'info', since: null },
      ...{ message: 'Nobody gets alerts.', cure: 'Set alert_emails or alert_webhook_url.' },
    },
  ],
};

export const PERIOD: PeriodFigures = {
  ...{
    received: 1284,
    ...{ repeats: 154, held: 14, code_asked: 22, refused: 31 },
    closed: 12,
    waiting: 96,
    acknowledged: 960,
    answered: 1020,
    attempted: 890,
    attempts: 1310,
  },
  ...{ completed: 802, contradicted: 3, contacts: 799, declined: 60, withdrawn: 61, expired: 112 },
  repeat_rate: 12,
  ...{ answer_rate: 90.1, contact_rate: 70.6, response_rate: 74.2, completion_rate: 83.5 },
  ...{ expiry_rate: 10.8, decline_rate: 5.8, withdrawal_rate: 5.9 },
  acknowledgement_seconds: { average: 5400 },
  response_seconds: { average: 5350, median: 2520, p90: 14_400 },
  completion_seconds: { average: 9000, median: 4000, p90: 30_000 },
};

const WEEK = Array.from({ length: 7 }, (_, day) =>
  Array.from({ length: 24 }, (__, hour) =>
    hour > 7 && hour < 22 ? (14 - Math.abs(14 - hour)) * (day > 4 ? 1 : 2) : 0,
  ),
);

export const FIGURES: Figures = {
  ...{
    time_zone: 'Africa/Accra',
    from: '2026-11-01',
    to: '2026-11-30',
    interval: 'day',
    is_incomplete: true,
  },
  figures: PERIOD,
  before: {
    ...{ from: '2026-10-02', to: '2026-10-31' },
    figures: {
      ...PERIOD,
      received: 1070,
      answer_rate: 92.4,
      response_seconds: { average: null, median: null, p90: null },
    },
  },
  periods: OVERVIEW.per_day.map(({ day, received }, index) => ({
    ...{ from: day, to: day, is_incomplete: index === DAYS - 1 },
    figures: { ...PERIOD, received, answer_rate: 85 + (index % 7) },
  })),
  shares: {
    state: {
      pending: 96,
      acknowledged: 141,
      completed: 802,
      declined: 60,
      withdrawn: 61,
      closed: 12,
      expired: 112,
    },
    priority: { low: 20, normal: 1100, high: 120, urgent: 44 },
    reason: { general_inquiry: 500, price_negotiation: 400, other: 184, none: 200 },
    outcome: { reached: 760, no_answer: 410, voicemail: 80, busy: 45, wrong_number: 15 },
    reached_after: { 1: 500, 2: 200, 3: 60 },
    held: { link: 9, new_account: 8, asked_for_review: 3 },
    code_asked: { young_account: 20, several_numbers: 4 },
    refused: { requests_per_user_per_day: 21, phone_not_allowed: 6, flood_of_requests: 4 },
  },
  response_times: [
    { from_seconds: 120, to_seconds: 132, requests: 220 },
    { from_seconds: 2400, to_seconds: 2640, requests: 600 },
    { from_seconds: 14_000, to_seconds: 15_400, requests: 200 },
  ],
  completion_times: [],
  hours: { requested: WEEK, preferred: WEEK, called: WEEK },
};
