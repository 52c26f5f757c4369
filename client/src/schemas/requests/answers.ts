/** What the answers hold of callback requests. */
import * as z from 'zod/mini';
import { ERROR_CODES } from '../../errors.ts';
import {
  ACTORS,
  CALL_OUTCOMES,
  CALLBACK_REASONS,
  CANCELLED_BY,
  CONFIRMATION_ANSWERS,
  HISTORY_EVENTS,
  PRIORITIES,
  WEEKDAYS,
} from '../../vocabulary.ts';
import { EventData } from '../events.ts';
import { Count, Id, Instant, MarketplaceId, openWord, Status } from '../scalars.ts';
import { UsualResponseMinutes } from '../stats.ts';

const attemptFields = {
  outcome: openWord(CALL_OUTCOMES),
  attempted_at: Instant,
  next_attempt_at: z.nullable(Instant.check(z.describe('When the seller plans to try again.'))),
};

const requestFields = {
  id: Id,
  status: Status,
  is_being_checked: z
    .boolean()
    .check(
      z.describe(
        'For the buyer: whether the marketplace checks the request, which its seller can’t see meanwhile.',
      ),
    ),
  is_waiting_for_code: z
    .boolean()
    .check(
      z.describe(
        'For the buyer: whether the number must be confirmed by the code that was texted to it, before the request is sent.',
      ),
    ),
  phone_code: z.nullable(
    z
      .object({
        expires_at: Instant,
        tries_left: Count,
        resend_at: z.nullable(
          Instant.check(z.describe('When another code can be requested; null after the third.')),
        ),
        confirm_until: Instant.check(z.describe('When the request ends unless the number is confirmed.')),
      })
      .check(z.describe('The latest code, while the request waits for it.')),
  ),
  priority: openWord(PRIORITIES),
  requester_id: z.nullable(MarketplaceId.check(z.describe('Null once the buyer is erased.'))),
  seller_id: z.nullable(MarketplaceId.check(z.describe('Null once the seller is erased.'))),
  listing_id: z.nullable(MarketplaceId.check(z.describe('Null once the listing is gone.'))),
  requester_name: z.nullable(z.string().check(z.describe('Null once the buyer is erased.'))),
  requester_phone: z.nullable(
    z
      .string()
      .check(
        z.describe('For the buyer; for the seller only while the request is open and it is not masked.'),
      ),
  ),
  requester_phone_masked: z.nullable(
    z
      .string()
      .check(
        z.describe(
          'For the seller of an open request, where the marketplace masks numbers, such as "+44 •••• ••0123": ask for the number when you call.',
        ),
      ),
  ),
  preferred_time: z.nullable(z.string()),
  preferred_days: z.nullable(z.array(z.enum(WEEKDAYS))),
  time_zone: z.nullable(
    z.string().check(z.describe('The zone (IANA) in which preferred days and time are meant.')),
  ),
  preferred_ranges: z
    .array(z.object({ start: Instant, end: Instant }))
    .check(
      z.describe('The preferred times of an open request in the next seven days; empty if any time suits.'),
    ),
  is_preferred_now: z
    .boolean()
    .check(z.describe('Whether one of its preferred times is now; false if any time suits.')),
  message: z.nullable(z.string()),
  callback_reason: z.nullable(openWord(CALLBACK_REASONS)),
  requested_at: Instant,
  acknowledged_at: z.nullable(Instant),
  completed_at: z.nullable(Instant),
  cancelled_at: z.nullable(Instant),
  cancelled_by: z.nullable(openWord(CANCELLED_BY)),
  cancel_reason: z.nullable(z.string()),
  attempts_count: Count,
  last_attempt: z.nullable(z.object(attemptFields)),
  paused_at: z.nullable(
    Instant.check(z.describe('When the last attempt found a wrong number that has not been edited since.')),
  ),
  edited_at: z.nullable(Instant),
  undo_until: z.nullable(
    Instant.check(z.describe('For the seller: until when the acknowledgement can be undone.')),
  ),
  seller_note: z.nullable(z.string().check(z.describe('For the seller: their own note.'))),
  snoozed_until: z.nullable(
    Instant.check(
      z.describe(
        'For the seller of an open request: when they want to see it again; past until the next call attempt.',
      ),
    ),
  ),
  can_extend: z.boolean().check(z.describe('For the buyer: whether the request can be extended.')),
  may_request_again_at: z.nullable(
    Instant.check(
      z.describe(
        'For the buyer of an ended request: from when they may request another callback about the listing.',
      ),
    ),
  ),
  expires_at: Instant,
  updated_at: Instant,
  confirmation: z.nullable(
    z
      .object({
        answer: openWord(CONFIRMATION_ANSWERS),
        rating: z.nullable(z.number()),
        answered_at: Instant,
      })
      .check(z.describe('What the buyer answered about the completion.')),
  ),
  can_confirm_until: z.nullable(
    Instant.check(z.describe('For the buyer: until when they may answer or change the answer.')),
  ),
  requester: z.object({
    id: z.nullable(MarketplaceId),
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    avatar_url: z.nullable(z.string()),
    is_verified: z.boolean().check(z.describe('The marketplace has verified the buyer.')),
  }),
  seller: z.object({
    id: z.nullable(MarketplaceId),
    name: z.nullable(z.string()),
    avatar_url: z.nullable(z.string()),
  }),
  listing: z.object({
    id: z.nullable(MarketplaceId),
    title: z.nullable(z.string()),
    price: z.nullable(z.number()),
    currency: z.nullable(z.string()),
    image: z.nullable(z.string()),
  }),
};

export const CallbackRequest = z
  .object(requestFields)
  .register(z.globalRegistry, { id: 'CallbackRequest', description: 'A callback request.' });
export type CallbackRequest = z.output<typeof CallbackRequest>;

export const CallbackAttempt = z
  .object({ id: Id, ...attemptFields })
  .register(z.globalRegistry, { id: 'CallbackAttempt', description: 'A call attempt of the seller.' });
export type CallbackAttempt = z.output<typeof CallbackAttempt>;

const HistoryEntry = z.object({
  at: Instant,
  actor: openWord(ACTORS),
  event_type: openWord(HISTORY_EVENTS),
  from_status: z.nullable(Status),
  to_status: Status,
  data: EventData,
});
export type HistoryEntry = z.output<typeof HistoryEntry>;

export const CallbackRequestDetail = z
  .object({
    ...requestFields,
    history: z.array(HistoryEntry),
    attempts: z.array(CallbackAttempt).check(z.describe('The seller’s call attempts, oldest first.')),
  })
  .register(z.globalRegistry, {
    id: 'CallbackRequestDetail',
    description: 'A callback request with its history and the call attempts, oldest first.',
  });
export type CallbackRequestDetail = z.output<typeof CallbackRequestDetail>;

export const RequestPage = z
  .object({ items: z.array(CallbackRequest), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'RequestPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type RequestPage = z.output<typeof RequestPage>;

export const Eligibility = z
  .object({
    can_request: z.boolean(),
    reason: z.nullable(
      z.enum(ERROR_CODES).check(z.describe('The error that creating a request would return.')),
    ),
    message: z.nullable(z.string()),
    notice: z.nullable(
      z.string().check(z.describe('The operator’s text for buyers where `callbacks_off` is the reason.')),
    ),
    limit: z.nullable(z.string().check(z.describe('The limit that is reached.'))),
    retry_at: z.nullable(Instant.check(z.describe('When a request is possible again, at the latest.'))),
    can_ask_for_review: z
      .boolean()
      .check(
        z.describe('The limit is the caller’s own, and a request with `asks_for_review` goes beyond it.'),
      ),
    urgent_left: z.nullable(
      Count.check(z.describe('How many more urgent requests the caller may have open; null: no limit.')),
    ),
    urgent_needs_trust: z
      .boolean()
      .check(z.describe('Urgent requests are for trusted buyers only here, and the caller is none.')),
    existing_request: z.nullable(CallbackRequest),
    seller: z.nullable(
      z
        .object({
          name: z.nullable(z.string()),
          avatar_url: z.nullable(z.string()),
          is_verified: z.boolean(),
          usual_response_minutes: UsualResponseMinutes,
        })
        .check(z.describe('The listing’s seller; null if there is none.')),
    ),
    listing: z.nullable(
      z.object({
        title: z.nullable(z.string()),
        image: z.nullable(z.string()),
        price: z.nullable(z.number()),
        currency: z.nullable(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Eligibility',
    description: 'Whether the caller may request a callback about a listing.',
  });
export type Eligibility = z.output<typeof Eligibility>;

export const RevealedPhone = z
  .object({ id: Id, requester_phone: z.string() })
  .register(z.globalRegistry, { id: 'RevealedPhone', description: 'The buyer’s number of a request.' });
export type RevealedPhone = z.output<typeof RevealedPhone>;

export const SellerReport = z
  .object({
    id: Id,
    reason: z.nullable(openWord(['fake_number', 'spam'])),
    is_blocked: z.boolean().check(z.describe('Whether the seller blocked the buyer here.')),
  })
  .register(z.globalRegistry, {
    id: 'SellerReport',
    description: 'What the seller says of a request and its buyer; nobody else reads it.',
  });
export type SellerReport = z.output<typeof SellerReport>;
