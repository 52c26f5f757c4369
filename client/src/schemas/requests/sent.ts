/** What people send about callback requests: what creates, changes and lists them. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import {
  CALL_OUTCOMES,
  CALLBACK_REASONS,
  CONFIRMATION_ANSWERS,
  LIST_ORDERS,
  PRIORITIES,
  SETTABLE_STATUSES,
  SIDES,
  type STATUSES,
  WEEKDAYS,
} from '../../vocabulary.ts';
import { GivenConsent } from '../consent.ts';
import { Cursor, Instant, Limit, MarketplaceId, Status, TimeZone } from '../scalars.ts';
import { line, lines } from '../text.ts';

const Priority = z.enum(PRIORITIES);
const Reason = z.enum(CALLBACK_REASONS);
const Weekdays = z.array(z.enum(WEEKDAYS)).check(
  z.minLength(1),
  z.maxLength(WEEKDAYS.length),
  z.refine((days) => new Set(days).size === days.length, 'must name each day once'),
  z.meta({ uniqueItems: true }),
);

export const TypedPhone = z
  .string()
  .check(
    z.maxLength(MAX_LENGTH.requester_phone),
    z.describe('The number to call, as people write it; kept as E.164.'),
  );
export const PhoneRegion = z
  .string()
  .check(
    z.toUpperCase(),
    z.regex(/^[A-Z]{2}$/, 'must be a country code of two letters'),
    z.describe('Country (ISO 3166-1 alpha-2) of a number written without its country code.'),
  );
const RequesterName = line(MAX_LENGTH.requester_name, 1);
/** What may be left out, also in an edit. A new optional field is a line here, and one in `requestFields` (`answers.ts`). */
const optionalFields = {
  callback_reason: z.nullish(Reason),
  message: z.nullish(lines(MAX_LENGTH.message)),
  preferred_time: z.nullish(line(MAX_LENGTH.preferred_time)),
  preferred_days: z.nullish(Weekdays),
  time_zone: z.nullish(TimeZone),
};

export const CreateCallbackRequest = z
  .strictObject({
    listing_id: MarketplaceId,
    seller_id: MarketplaceId.check(z.describe("The listing's seller.")),
    requester_phone: TypedPhone,
    phone_region: z.nullish(PhoneRegion),
    requester_name: RequesterName,
    ...optionalFields,
    priority: z._default(Priority, 'normal'),
    consent: z.nullish(GivenConsent),
    asks_for_review: z.optional(
      z
        .boolean()
        .check(
          z.describe(
            'After a refusal with `can_ask_for_review`: it waits for an operator (`is_being_checked`) instead. Once a day.',
          ),
        ),
    ),
  })
  .register(z.globalRegistry, {
    id: 'CreateCallbackRequest',
    description: 'A callback request about a listing.',
    examples: [
      {
        listing_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
        seller_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12',
        requester_phone: '020 7946 0018',
        phone_region: 'GB',
        requester_name: 'Ama Mensah',
        message: 'Is the bicycle still there?',
        callback_reason: 'availability_check',
        preferred_time: 'evening',
        preferred_days: ['Monday', 'Tuesday'],
        time_zone: 'Europe/London',
      },
    ],
  });
export type CreateCallbackRequest = z.input<typeof CreateCallbackRequest>;

export const UpdateCallbackRequest = z
  .strictObject({
    status: z.enum(SETTABLE_STATUSES),
    reason: z.nullish(
      lines(MAX_LENGTH.reason).check(z.describe('Why it is cancelled; the other side reads it.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'UpdateCallbackRequest',
    description: 'The seller acknowledges, completes or cancels; the buyer may cancel.',
    examples: [{ status: 'acknowledged' }, { status: 'cancelled', reason: 'It is sold.' }],
  });
export type UpdateCallbackRequest = z.input<typeof UpdateCallbackRequest>;

export const EditCallbackRequest = z
  .strictObject({
    requester_phone: z.optional(TypedPhone),
    phone_region: z.nullish(PhoneRegion),
    requester_name: z.optional(RequesterName),
    ...optionalFields,
    priority: z.optional(Priority),
  })
  .register(z.globalRegistry, {
    id: 'EditCallbackRequest',
    description: 'What the buyer edits: a field that is left out stays, null clears it.',
    examples: [{ requester_phone: '+442079460019' }, { preferred_time: 'morning', preferred_days: null }],
  });
export type EditCallbackRequest = z.input<typeof EditCallbackRequest>;

export const LogCallbackAttempt = z
  .strictObject({
    outcome: z
      .enum(CALL_OUTCOMES)
      .check(z.describe('`reached` completes the request; any other acknowledges a pending one.')),
    next_attempt_at: z.nullish(
      Instant.check(
        z.describe('When the seller plans to try again, before the request expires. The buyer sees it.'),
      ),
    ),
  })
  .register(z.globalRegistry, {
    id: 'LogCallbackAttempt',
    description: 'The outcome of a call attempt of the seller.',
    examples: [{ outcome: 'no_answer' }, { outcome: 'busy', next_attempt_at: '2026-12-01T18:00:00Z' }],
  });
export type LogCallbackAttempt = z.input<typeof LogCallbackAttempt>;

export const ConfirmCallbackRequest = z
  .strictObject({
    answer: z.enum(CONFIRMATION_ANSWERS),
    rating: z.nullish(
      z.int().check(z.gte(1), z.lte(5), z.describe('How the call was, 1 to 5; only with `talked`.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ConfirmCallbackRequest',
    description: 'The buyer’s answer: whether the call of a completed request took place.',
    examples: [{ answer: 'talked', rating: 5 }, { answer: 'not_called' }],
  });
export type ConfirmCallbackRequest = z.input<typeof ConfirmCallbackRequest>;

export const SetSellerNote = z
  .strictObject({
    note: z.nullable(
      lines(MAX_LENGTH.seller_notes_note).check(z.describe('Only the seller reads it; null clears it.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'SetSellerNote',
    description: 'The seller’s own note about a request.',
    examples: [{ note: 'Offered 80. Wants delivery.' }, { note: null }],
  });
export type SetSellerNote = z.input<typeof SetSellerNote>;

export const SnoozeCallbackRequest = z
  .strictObject({
    until: z.nullable(
      Instant.check(z.describe('In the future, before the request expires; null ends the snooze.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'SnoozeCallbackRequest',
    description: 'When the seller wants to see an open request again.',
    examples: [{ until: '2026-12-01T18:00:00Z' }, { until: null }],
  });
export type SnoozeCallbackRequest = z.input<typeof SnoozeCallbackRequest>;

export const IdempotencyHeaders = z.looseObject({
  'idempotency-key': z.optional(
    z
      .string()
      .check(
        z.regex(
          new RegExp(`^[\\x20-\\x7e]{1,${MAX_LENGTH.idempotency_key}}$`),
          `must be 1 to ${MAX_LENGTH.idempotency_key} printable ASCII characters`,
        ),
        z.describe('The same key with the same content gives the first answer again, for at least 24 hours.'),
      ),
  ),
});

/** Which requests are listed, as a caller of the clients gives it. */
export interface ListCallbackRequests {
  /** Requests received as `seller`, or sent as `buyer`. */
  as: (typeof SIDES)[number];
  status?: (typeof STATUSES)[number] | undefined;
  /** Only those about this listing. */
  listing_id?: string | undefined;
  /**
   * Words that the other side's name, the message, the listing's title or, for the seller of an open request, its phone
   * number contain, each in any of them. A page then may hold fewer items than `limit`, even none; `next_cursor`
   * says whether there may be more.
   */
  search?: string | undefined;
  /**
   * `newest` by default; for a seller also `needs_action`: open requests first, the most urgent on top, snoozed ones
   * last; then ended ones, newest first. A request that changes between two pages may come twice.
   */
  order?: (typeof LIST_ORDERS)[number] | undefined;
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}

export const ListCallbackRequestsQuery = z.strictObject({
  as: z.enum(SIDES).check(z.describe('Requests received as seller, or sent as buyer.')),
  status: z.optional(Status),
  listing_id: z.optional(MarketplaceId.check(z.describe('Only those about this listing.'))),
  search: z.optional(
    line(MAX_LENGTH.search, 1).check(
      z.describe(
        "Words, each in the other side's name, the message, the listing's title or, for the seller of an open request, its number.",
      ),
    ),
  ),
  order: z.optional(
    z
      .enum(LIST_ORDERS)
      .check(
        z.describe(
          '`needs_action`: a seller’s open requests come first, the most urgent on top, then ended ones, newest first.',
        ),
      ),
  ),
  limit: Limit,
  cursor: z.optional(Cursor.check(z.describe('`next_cursor` of the page before.'))),
});

export const ConfirmCode = z
  .strictObject({
    code: z.string().check(
      z.overwrite((code) => code.replace(/[\s-]/g, '')),
      z.regex(/^\d{6}$/, 'must be six digits'),
      z.describe('The six digits of the SMS; spaces and hyphens do not count.'),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ConfirmCode',
    description: 'The code that confirms the number of a request.',
    examples: [{ code: '482913' }],
  });
export type ConfirmCode = z.input<typeof ConfirmCode>;

export const EligibilityQuery = z.strictObject({ seller_id: z.optional(MarketplaceId) });

export const REPORT_REASONS = ['fake_number', 'spam'] as const;

export const ReportCallbackRequest = z
  .strictObject({
    reason: z.optional(z.nullable(z.enum(REPORT_REASONS)).check(z.describe('Null takes a report back.'))),
    block: z.optional(z.boolean().check(z.describe('Blocks the buyer, or lifts the block.'))),
  })
  .register(z.globalRegistry, {
    id: 'ReportCallbackRequest',
    description: 'What a seller says of a request and its buyer; what is left out stays.',
    examples: [{ reason: 'spam', block: true }],
  });
export type ReportCallbackRequest = z.input<typeof ReportCallbackRequest>;
