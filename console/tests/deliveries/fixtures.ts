/** A mail server that refuses, an SMS channel that is paused, and deliveries in every state. */
import type {
  DeliveryCounts,
  DeliveryFigures,
  DeliveryOverview,
  OperatorDelivery,
  OperatorDeliveryDetail,
} from '@ringback/client';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const id = (number: number) => `0198c000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const OVERVIEW: DeliveryOverview = {
  channels: [
    {
      ...{ channel: 'email', is_used: true, waiting: 42, retrying: 40, parked: 0, oldest_due_at: at(12) },
      last_24_hours: { sent: 1000, delivered: 0, failed: 61, suppressed: 18 },
      ...{ last_sent_at: at(55), paused: null },
    },
    {
      ...{ channel: 'sms', is_used: true, waiting: 7, retrying: 0, parked: 2, oldest_due_at: null },
      last_24_hours: { sent: 3, delivered: 31, failed: 1, suppressed: 4 },
      last_sent_at: at(90),
      paused: { since: at(30), by: 'Ama Boateng', reason: 'Someone orders SMS to numbers in a row.' },
    },
    {
      ...{ channel: 'web_push', is_used: true, waiting: 0, retrying: 0, parked: 0, oldest_due_at: null },
      last_24_hours: { sent: 212, delivered: 0, failed: 0, suppressed: 3 },
      ...{ last_sent_at: at(1), paused: null },
    },
  ],
  dead_letters: [
    {
      ...{ channel: 'email', reason: 'ECONNREFUSED', count: 58, retryable: 55, uncertain: 3 },
      ...{ first_at: at(70), last_at: at(10) },
    },
    {
      ...{ channel: 'email', reason: 'smtp_552_5.2.2', count: 3, retryable: 3, uncertain: 0 },
      ...{ first_at: at(7_000), last_at: at(200) },
    },
  ],
  is_complete: true,
};

export const DELIVERY: OperatorDelivery = {
  ...{ id: id(1), subject_kind: 'notification', notification_id: id(2), notification_type: 'new_request' },
  ...{ callback_request_id: id(3), alert_id: null, recipient_id: '77', recipient_name: 'Kwame Addo' },
  ...{ recipient_side: 'seller', provider: 'Gmail', channel: 'email', state: 'failed' },
  ...{ reason: 'smtp_552_5.2.2', attempts: 1, is_retryable: true, may_have_arrived: false },
  ...{ created_at: at(200), next_attempt_at: null, sent_at: null, delivered_at: null, updated_at: at(199) },
};

export const DELIVERIES: OperatorDelivery[] = [
  DELIVERY,
  { ...DELIVERY, ...{ id: id(4), state: 'sent', reason: null, sent_at: at(3), is_retryable: false } },
  { ...DELIVERY, ...{ id: id(5), state: 'pending', reason: 'timeout', attempts: 3, is_retryable: false } },
  {
    ...{ ...DELIVERY, id: id(6), channel: 'sms', state: 'parked', reason: 'timeout', is_retryable: false },
    ...{ provider: null, may_have_arrived: true, recipient_name: 'Ada Okafor', recipient_side: 'buyer' },
  },
  { ...DELIVERY, ...{ id: id(7), state: 'suppressed', reason: 'already_read', is_retryable: false } },
  {
    ...{ ...DELIVERY, id: id(8), subject_kind: 'alert', alert_id: id(9), channel: 'webhook', state: 'sent' },
    ...{ notification_id: null, notification_type: null, callback_request_id: null, recipient_id: null },
    ...{ recipient_name: null, recipient_side: null, provider: null, reason: null, is_retryable: false },
  },
];

export const detailOf = (delivery: OperatorDelivery): OperatorDeliveryDetail => ({
  ...delivery,
  ...{ first_attempt_at: delivery.created_at, provider_id: null, resends: 0, text: null },
});

export const SENT: OperatorDeliveryDetail = {
  ...detailOf(DELIVERIES[1] ?? DELIVERY),
  text: {
    subject: 'New callback request',
    body: 'Hello Kwame,\n\nAda would like you to call about Road bike, 56 cm.\n\nPhone: •••',
    ...{ sent_at: at(3), is_shortened: false },
  },
};

const COUNTS: DeliveryCounts = {
  ...{ sent: 1280, delivered: 0, dead_letters: 61, failed_attempts: 102, suppressed: 18, success_rate: 95.5 },
  latency_seconds: { median: 4, p90: 31, p99: 820 },
};
const NONE: DeliveryCounts = {
  ...{ sent: 0, delivered: 0, dead_letters: 0, failed_attempts: 0, suppressed: 0, success_rate: null },
  latency_seconds: { median: null, p90: null, p99: null },
};

export const FIGURES: DeliveryFigures = {
  ...{
    time_zone: 'Africa/Accra',
    from: '2026-11-01',
    to: '2026-11-30',
    interval: 'day',
    is_incomplete: true,
  },
  before: { from: '2026-10-02', to: '2026-10-31' },
  channels: [
    { channel: 'email', figures: COUNTS, before: { ...COUNTS, sent: 1100, success_rate: 99.1 } },
    { channel: 'sms', figures: { ...COUNTS, sent: 44, delivered: 40, dead_letters: 0 }, before: NONE },
  ],
  periods: Array.from({ length: 30 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10);
    return {
      ...{ from: day, to: day, is_incomplete: index === 29 },
      figures: { ...COUNTS, sent: 30 + ((index * 7) % 23), dead_letters: index % 5 },
    };
  }),
};
