/** Callback requests as an operator finds, reads and helps them; apart, so that the apps' bundles do not carry it. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import {
  ACTORS,
  CANCELLED_BY,
  HISTORY_EVENTS,
  NOTIFICATION_TYPES,
  PRIORITIES,
  SIDES,
  STATUSES,
} from '../../vocabulary.ts';
import { KeptConsent } from '../consent.ts';
import { EventData } from '../events.ts';
import { CallbackRequestDetail, PhoneRegion, TypedPhone } from '../requests.ts';
import { Count, Cursor, Id, Instant, Limit, MarketplaceId, openWord } from '../scalars.ts';
import { line, lines } from '../text.ts';
import { DELIVERY_CHANNELS, DELIVERY_STATES, OperatorDelivery, SentText } from './delivery.ts';

/** What the search's text turned out to be. */
export const REQUEST_MATCHES = [
  'request_id',
  'phone',
  'phone_ending',
  'listing_id',
  'person_id',
  'email',
  'name',
  'listing_title',
] as const;

/** Lifts the bound of a search; in a query it is text. */
export const SearchAll = z._default(
  z.pipe(
    z.enum(['true', 'false']).check(z.describe('Search without a bound; it may take long.')),
    z.transform((value) => value === 'true'),
  ),
  false,
);

/** Which requests are searched, as a caller of the clients gives it. */
export interface SearchOperatorRequests {
  /**
   * A request's id or its first eight hexadecimal digits, a phone number in any form or its last four digits, the id of a listing or a person, a
   * mail address, the beginning of a name or of a listing's title. The first of these that finds something counts.
   */
  search?: string | undefined;
  /** Search without a bound. */
  all?: boolean | undefined;
  status?: (typeof STATUSES)[number] | undefined;
  /** Requested at or after this time. */
  from?: string | undefined;
  /** Requested before this time. */
  to?: string | undefined;
  /** Country (ISO 3166-1 alpha-2) of the buyer's number. */
  country?: string | undefined;
  /** Only those with a delivery by this channel. */
  channel?: (typeof DELIVERY_CHANNELS)[number] | undefined;
  /** Only those with a delivery in this state. */
  channel_state?: (typeof DELIVERY_STATES)[number] | undefined;
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}

export const SearchOperatorRequestsQuery = z.strictObject({
  search: z.optional(
    line(MAX_LENGTH.search, 1).check(
      z.describe(
        'A request’s id or its first eight digits, a phone number or its last four digits, the id of a listing or a person, a mail address, the beginning of a name or of a listing’s title.',
      ),
    ),
  ),
  all: SearchAll,
  status: z.optional(z.enum(STATUSES)),
  from: z.optional(Instant.check(z.describe('Requested at or after this time.'))),
  to: z.optional(Instant.check(z.describe('Requested before this time.'))),
  country: z.optional(PhoneRegion.check(z.describe('Country of the buyer’s number.'))),
  channel: z.optional(z.enum(DELIVERY_CHANNELS).check(z.describe('Only those with a delivery by it.'))),
  channel_state: z.optional(z.enum(DELIVERY_STATES).check(z.describe('Only those with such a delivery.'))),
  limit: Limit,
  cursor: z.optional(Cursor.check(z.describe('`next_cursor` of the page before.'))),
});

const Name = z.nullable(z.string());

/** `•••• ••0123` and the like; null for the role viewer. */
const MaskedPhone = z.nullable(
  z
    .string()
    .check(z.describe('All digits but the country code and the last four are masked; null for viewers.')),
);

const OrErased = z.nullable(MarketplaceId.check(z.describe('Null once it is erased.')));

const requestFields = {
  id: Id,
  status: z.enum(STATUSES),
  priority: openWord(PRIORITIES),
  cancelled_by: z.nullable(openWord(CANCELLED_BY)),
  requested_at: Instant,
  expires_at: Instant,
  updated_at: Instant,
  buyer: z.object({ id: OrErased, name: Name }),
  seller: z.object({ id: OrErased, name: Name }),
  listing: z.object({ id: OrErased, title: z.nullable(z.string()) }),
  phone_masked: MaskedPhone,
  country: z.nullable(z.string().check(z.describe('Country of the buyer’s number.'))),
  attempts_count: Count,
  last_attempt_at: z.nullable(Instant),
  deliveries: z
    .array(z.object({ channel: openWord(DELIVERY_CHANNELS), state: openWord(DELIVERY_STATES), count: Count }))
    .check(z.describe('How many messages about it are in which state, per channel.')),
};

export const OperatorRequest = z.object(requestFields).register(z.globalRegistry, {
  id: 'OperatorRequest',
  description: 'A callback request in an operator’s list.',
});
export type OperatorRequest = z.output<typeof OperatorRequest>;

export const OperatorRequestPage = z
  .object({
    items: z.array(OperatorRequest),
    matched_by: z.nullable(
      openWord(REQUEST_MATCHES).check(
        z.describe('What the search’s text turned out to be; null for nothing.'),
      ),
    ),
    partial: z
      .boolean()
      .check(z.describe('Whether a bound ended the search: `next_cursor` continues, `all` lifts the bound.')),
    next_cursor: z.nullable(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'OperatorRequestPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type OperatorRequestPage = z.output<typeof OperatorRequestPage>;

const OperatorName = z.object({ id: Id, name: Name });

export const OperatorHistoryEntry = z.object({
  at: Instant,
  actor: openWord(ACTORS),
  operator: z.nullable(OperatorName),
  event_type: openWord(HISTORY_EVENTS),
  from_status: z.nullable(z.enum(STATUSES)),
  to_status: z.nullable(z.enum(STATUSES)),
  data: EventData,
});
export type OperatorHistoryEntry = z.output<typeof OperatorHistoryEntry>;

export const OperatorNote = z.object({
  id: Id,
  operator: OperatorName,
  note: z.string(),
  created_at: Instant,
});
export type OperatorNote = z.output<typeof OperatorNote>;

export const OperatorNotification = z.object({
  id: Id,
  callback_request_id: Id,
  notification_type: openWord(NOTIFICATION_TYPES),
  as: z.enum(SIDES).check(z.describe('The side that it is for.')),
  title: z.string(),
  message: z.string(),
  status: z.string(),
  created_at: Instant,
  read_at: z.nullable(Instant),
  deliveries: z.array(z.extend(OperatorDelivery, { text: z.nullable(SentText) })),
});
export type OperatorNotification = z.output<typeof OperatorNotification>;

const Seen = z.nullable(CallbackRequestDetail.check(z.describe('Null once that side is erased.')));

export const OperatorRequestDetail = z
  .object({
    ...requestFields,
    request: CallbackRequestDetail.check(z.describe('What it holds now, for neither side alone.')),
    buyer_sees: Seen,
    seller_sees: Seen,
    consent: z.nullable(KeptConsent.check(z.describe('What the buyer agreed to.'))),
    history: z.array(OperatorHistoryEntry),
    notes: z.array(OperatorNote).check(z.describe('Of operators, for each other; oldest first.')),
    notifications: z.array(OperatorNotification).check(z.describe('Oldest first.')),
  })
  .register(z.globalRegistry, {
    id: 'OperatorRequestDetail',
    description:
      'A callback request with all that happened, and what each side reads of it now. Phone numbers and mail addresses are masked, in texts too.',
  });
export type OperatorRequestDetail = z.output<typeof OperatorRequestDetail>;

export const CloseCallbackRequest = z
  .strictObject({
    reason: z.nullish(lines(MAX_LENGTH.reason).check(z.describe('Why it is closed; both sides read it.'))),
  })
  .register(z.globalRegistry, {
    id: 'CloseCallbackRequest',
    description: 'The operator closes an open request.',
    examples: [{ reason: 'The listing broke our rules.' }],
  });
export type CloseCallbackRequest = z.input<typeof CloseCallbackRequest>;

export const RevealOperatorPhone = z
  .strictObject({
    reason: line(MAX_LENGTH.reason, 1).check(z.describe('Why the number is needed; kept in the audit.')),
  })
  .register(z.globalRegistry, {
    id: 'RevealOperatorPhone',
    description: 'Why an operator looks at a buyer’s number.',
    examples: [{ reason: 'The buyer asked us to check the number.' }],
  });
export type RevealOperatorPhone = z.input<typeof RevealOperatorPhone>;

export const EditOperatorPhone = z
  .strictObject({
    requester_phone: TypedPhone,
    phone_region: z.nullish(PhoneRegion),
    consent: z.literal(true).check(z.describe('The buyer agreed to the change.')),
  })
  .register(z.globalRegistry, {
    id: 'EditOperatorPhone',
    description: 'The operator corrects the number of an open request for its buyer.',
    examples: [{ requester_phone: '020 7946 0019', phone_region: 'GB', consent: true }],
  });
export type EditOperatorPhone = z.input<typeof EditOperatorPhone>;

export const AddOperatorNote = z
  .strictObject({ note: lines(MAX_LENGTH.operator_notes_note) })
  .register(z.globalRegistry, {
    id: 'AddOperatorNote',
    description: 'What an operator notes about a request; only operators read it.',
    examples: [{ note: 'The buyer called: nobody rang yesterday. Asked the seller to try again.' }],
  });
export type AddOperatorNote = z.input<typeof AddOperatorNote>;
