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
export const SIDES = ['seller', 'buyer'] as const;
export const ACTORS = [...SIDES, 'system'] as const;
/** How a call that the seller made went. */
export const CALL_OUTCOMES = ['reached', 'no_answer', 'voicemail', 'busy', 'wrong_number'] as const;
/** What the buyer may edit while a request is open. */
export const EDITABLE_FIELDS = [
  'requester_phone',
  'requester_name',
  'message',
  'preferred_time',
  'preferred_days',
  'time_zone',
] as const;
/** What a request's history tells; calls are told in its attempts. */
export const HISTORY_EVENTS = ['request_created', 'status_changed', 'request_edited'] as const;
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
  search: 100,
  time_zone: 64,
  cursor: 500,
  idempotency_key: 255,
} as const;

export const PAGE_LIMIT = { min: 1, max: 100, default: 20 } as const;

type CodePointRange = readonly [first: number, last: number];

/** Refused in every text: controls, marks that reorder or hide text, lone surrogates. */
export const FORBIDDEN_CODE_POINTS: readonly CodePointRange[] = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];
/** Tab and newline: allowed in texts of several lines. */
export const LINE_CODE_POINTS: readonly CodePointRange[] = [[0x09, 0x0a]];
/** Nothing to be seen: a text of these alone is refused. */
export const BLANK_CODE_POINTS: readonly CodePointRange[] = [
  ...LINE_CODE_POINTS,
  [0x0020, 0x0020],
  [0x00a0, 0x00a0],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x2000, 0x200d],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
];
/** Marks that stand on the character before them; more than three on one would cover other lines. */
export const COMBINING_CODE_POINTS: readonly CodePointRange[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x1ab0, 0x1aff],
  [0x20d0, 0x20ff],
];
export const MAX_STACKED_MARKS = 3;
