/** What operators see of deliveries and do with them: the queue of each channel, dead letters, retries, pauses. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import { Count, Cursor, Id, Instant, Limit, openWord } from '../scalars.ts';
import { line } from '../text.ts';

/** How messages leave: the four that people get, and webhooks. */
export const DELIVERY_CHANNELS = ['email', 'sms', 'expo_push', 'web_push', 'webhook'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** A delivery's states, from the beginning to its ends. */
export const DELIVERY_STATES = [
  'pending',
  'sending',
  'parked',
  'sent',
  'delivered',
  'failed',
  'suppressed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const Channel = z.enum(DELIVERY_CHANNELS);
const State = z.enum(DELIVERY_STATES);
const Reason = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9_.:-]{1,64}$/, 'must be an error code such as smtp_552'),
    z.describe('The error code: why it failed, was suppressed or is being retried.'),
  );
const From = Instant.check(z.describe('Written at this time or later.'));
const To = Instant.check(z.describe('Written before this time.'));

const ChannelOverview = z
  .object({
    channel: openWord(DELIVERY_CHANNELS),
    is_used: z.boolean().check(z.describe('Whether deliveries are being written for it.')),
    waiting: Count.check(z.describe('Pending or being sent; counted up to 10,000.')),
    retrying: Count.check(z.describe('Of those, the ones that failed at least once.')),
    parked: Count.check(z.describe('SMS that may or may not have left; counted up to 10,000.')),
    oldest_due_at: z.nullable(
      Instant.check(z.describe('Since when the delivery that waits longest could have been sent.')),
    ),
    last_24_hours: z
      .object({ sent: Count, delivered: Count, failed: Count, suppressed: Count })
      .check(z.describe('Of the deliveries written in the last 24 hours; each counted up to 1,000.')),
    last_sent_at: z.nullable(Instant),
    paused: z.nullable(
      z.object({
        since: Instant,
        by: z.nullable(z.string()).check(z.describe('The operator’s name.')),
        reason: z.nullable(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'ChannelOverview', description: 'The queue of one channel.' });

const DeadLetterGroup = z
  .object({
    channel: openWord(DELIVERY_CHANNELS),
    reason: z.nullable(z.string()),
    count: Count,
    retryable: Count.check(z.describe('Those that surely did not arrive; a retry takes them.')),
    uncertain: Count.check(z.describe('Those that may have arrived.')),
    first_at: Instant.check(z.describe('When the oldest was written.')),
    last_at: Instant.check(z.describe('When the newest was written.')),
  })
  .register(z.globalRegistry, {
    id: 'DeadLetterGroup',
    description: 'Deliveries of a channel that were given up for the same reason.',
  });

export const DeliveryOverview = z
  .object({
    channels: z.array(ChannelOverview),
    dead_letters: z
      .array(DeadLetterGroup)
      .check(z.describe('Of the newest 10,000 in the last 30 days, the largest group first.')),
    is_complete: z.boolean().check(z.describe('False when there are more dead letters than that.')),
  })
  .register(z.globalRegistry, {
    id: 'DeliveryOverview',
    description: 'Every channel’s queue, and what was given up, by reason.',
  });
export type DeliveryOverview = z.output<typeof DeliveryOverview>;

const filters = {
  channel: z.optional(Channel),
  state: z.optional(State),
  reason: z.optional(Reason),
  from: z.optional(From),
  to: z.optional(To),
};

/** Which deliveries are listed. */
export interface ListOperatorDeliveries {
  channel?: DeliveryChannel | undefined;
  state?: DeliveryState | undefined;
  reason?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Only those about this request. */
  requestId?: string | undefined;
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  cursor?: string | undefined;
}

export const ListOperatorDeliveriesQuery = z.strictObject({
  ...filters,
  request_id: z.optional(Id.check(z.describe('Only those about this request.'))),
  limit: Limit,
  cursor: z.optional(Cursor),
});

const deliveryFields = {
  id: Id,
  subject_kind: openWord(['notification', 'alert']),
  notification_id: z.nullable(Id),
  notification_type: z.nullable(z.string()),
  callback_request_id: z.nullable(Id),
  alert_id: z.nullable(Id),
  recipient_id: z.nullable(z.string()).check(z.describe('The person; null for an alert.')),
  recipient_name: z.nullable(z.string()),
  recipient_side: z.nullable(openWord(['buyer', 'seller'])),
  provider: z
    .nullable(z.string())
    .check(z.describe('Of a mail: the recipient’s well-known mail service, such as Gmail.')),
  channel: openWord(DELIVERY_CHANNELS),
  state: openWord(DELIVERY_STATES),
  reason: z.nullable(Reason),
  attempts: Count,
  is_retryable: z.boolean().check(z.describe('Failed, and surely did not arrive.')),
  may_have_arrived: z.boolean().check(z.describe('Failed or parked, and nobody knows whether it arrived.')),
  created_at: Instant,
  next_attempt_at: z.nullable(Instant),
  sent_at: z.nullable(Instant),
  delivered_at: z.nullable(Instant),
  updated_at: Instant,
};

export const OperatorDelivery = z
  .object(deliveryFields)
  .register(z.globalRegistry, { id: 'OperatorDelivery', description: 'One message to one address.' });
export type OperatorDelivery = z.output<typeof OperatorDelivery>;

export const OperatorDeliveryPage = z
  .object({ items: z.array(OperatorDelivery), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'OperatorDeliveryPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type OperatorDeliveryPage = z.output<typeof OperatorDeliveryPage>;

export const SentText = z
  .object({
    subject: z.nullable(z.string()),
    body: z.string(),
    sent_at: Instant,
    is_shortened: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'SentText',
    description:
      'The text that left, as it left, with numbers and mail addresses masked and without its unsubscribe link.',
  });
export type SentText = z.output<typeof SentText>;

export const OperatorDeliveryDetail = z
  .object({
    ...deliveryFields,
    first_attempt_at: z.nullable(Instant),
    provider_id: z.nullable(z.string()).check(z.describe('What the provider calls the message.')),
    resends: Count.check(z.describe('How often an operator had it sent again.')),
    text: z.nullable(SentText),
  })
  .register(z.globalRegistry, {
    id: 'OperatorDeliveryDetail',
    description: 'One delivery with the text that was sent.',
  });
export type OperatorDeliveryDetail = z.output<typeof OperatorDeliveryDetail>;

export const RetryDeliveries = z
  .strictObject({
    ids: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(1000))),
    ...{ channel: filters.channel, reason: filters.reason, from: filters.from, to: filters.to },
    include_uncertain: z._default(
      z
        .boolean()
        .check(
          z.describe('Also mails and push messages that may have arrived, which can then arrive twice.'),
        ),
      false,
    ),
    preview: z._default(z.boolean().check(z.describe('Counts only.')), false),
  })
  .check(
    z.refine(({ ids, channel }) => (ids === undefined) !== (channel === undefined), {
      error: 'must be given, or a channel in its place',
      path: ['ids'],
    }),
    z.refine(({ ids, reason, from, to }) => ids === undefined || [reason, from, to].every(isMissing), {
      error: 'must stand alone, without reason, from or to',
      path: ['ids'],
    }),
  )
  .register(z.globalRegistry, {
    id: 'RetryDeliveries',
    description:
      'Which dead letters are sent again: by ids, or those of a channel, perhaps with one reason and written between two times.',
    examples: [{ channel: 'email', reason: 'ECONNREFUSED', preview: true }],
  });
export type RetryDeliveries = z.input<typeof RetryDeliveries>;

const isMissing = (value: unknown) => value === undefined;

export const RetryResult = z
  .object({
    matched: Count.check(z.describe('Dead letters that match and can be retried; counted up to 10,000.')),
    retried: Count.check(z.describe('Made due by this call: 1,000 at most. Call again until it is 0.')),
    uncertain: Count.check(
      z.describe('Matching ones that were left out because they may have arrived; counted up to 10,000.'),
    ),
  })
  .register(z.globalRegistry, { id: 'RetryResult', description: 'What a retry found and did.' });
export type RetryResult = z.output<typeof RetryResult>;

export const ResendNotification = z
  .strictObject({
    channel: Channel,
    even_if_sent: z._default(
      z
        .boolean()
        .check(z.describe('Also when it was sent, or may have been. Without it, such a resend is refused.')),
      false,
    ),
  })
  .register(z.globalRegistry, {
    id: 'ResendNotification',
    description: 'The channel by which a notification is sent again.',
    examples: [{ channel: 'email', even_if_sent: true }],
  });
export type ResendNotification = z.input<typeof ResendNotification>;

export const ResendResult = z
  .object({ resent: Count.check(z.describe('Deliveries made due: one, or one for each device.')) })
  .register(z.globalRegistry, { id: 'ResendResult', description: 'What a resend did.' });
export type ResendResult = z.output<typeof ResendResult>;

export const ChannelParams = z.strictObject({ channel: Channel });

export const PauseChannel = z
  .strictObject({
    paused: z.boolean(),
    reason: z.nullish(line(MAX_LENGTH.channel_pauses_reason).check(z.describe('Why; for other operators.'))),
  })
  .register(z.globalRegistry, {
    id: 'PauseChannel',
    description: 'Pauses a channel, or resumes it.',
    examples: [{ paused: true, reason: 'The mail server is being replaced.' }],
  });
export type PauseChannel = z.input<typeof PauseChannel>;

export const ChannelPause = z
  .object({
    channel: openWord(DELIVERY_CHANNELS),
    paused: z.boolean(),
    since: z.nullable(Instant),
    reason: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'ChannelPause', description: 'Whether a channel is paused.' });
export type ChannelPause = z.output<typeof ChannelPause>;
