/** The words and bounds of Ringback's vocabulary. The database enforces the same; here they make types, checks and forms. */

export const STATUSES = ['pending', 'acknowledged', 'completed', 'cancelled', 'expired'] as const;
/** What a person may set; `pending` is the beginning and `expired` comes with time. */
export const SETTABLE_STATUSES = ['acknowledged', 'completed', 'cancelled'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const CALLBACK_REASONS = [
  'general_inquiry',
  'price_negotiation',
  'product_details',
  'availability_check',
  'meetup_arrangement',
  'other',
] as const;
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const SIDES = ['seller', 'requester'] as const;
export const ACTORS = [...SIDES, 'system'] as const;
export const NOTIFICATION_TYPES = [
  'new_request',
  'request_acknowledged',
  'request_completed',
  'request_cancelled',
  'request_reminder',
  'request_expired',
] as const;

/** Longest texts, in characters (Unicode code points, as PostgreSQL counts them). */
export const MAX_LENGTH = {
  requester_name: 100,
  requester_phone: 64,
  message: 1000,
  preferred_time: 60,
  reason: 500,
  cursor: 500,
  idempotency_key: 255,
} as const;

export const PAGE_LIMIT = { min: 1, max: 100, default: 20 } as const;

/** Code points refused in every text: controls, marks that reorder text, lone surrogates. */
export const FORBIDDEN_CODE_POINTS: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
];
/** Tab and newline: allowed in texts of several lines. */
export const LINE_CODE_POINTS: readonly number[] = [0x09, 0x0a];
