/** The review desk: requests with a risk, decisions about them, and the lists of who is blocked or allowed. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import { Count, Cursor, Id, Instant, Limit, MarketplaceId, openWord, Status } from '../scalars.ts';
import { lines } from '../text.ts';

/** What a page of reviews shows. */
export const REVIEW_LISTS = ['waiting', 'asked', 'decided', 'sent', 'refused'] as const;
export const REVIEW_STATES = [
  'waiting',
  'waiting_for_code',
  'approved',
  'confirmed',
  'rejected',
  'withdrawn',
  'lapsed',
  'refused',
  'sent',
] as const;
export const ASKED_ABOUT = ['risk', 'requests_per_user_per_day', 'requests_per_phone_per_day'] as const;
export const REVIEW_DECISIONS = ['approve', 'reject', 'reopen'] as const;
export const TRUST_LISTS = ['block', 'allow'] as const;

const Reason = lines(MAX_LENGTH.trust_entries_reason);
const NamedPerson = z.object({ id: MarketplaceId, name: z.nullable(z.string()) });
const Shared = z.nullable(z.string());

export const Signal = z
  .object({
    name: z.string(),
    points: z.int().check(z.describe('As the policy gives them now.')),
    meaning: z.string(),
  })
  .register(z.globalRegistry, { id: 'Signal', description: 'One reason for the risk score.' });
export type Signal = z.output<typeof Signal>;

export const Review = z
  .object({
    id: Id.check(z.describe('Of the request.')),
    state: openWord(REVIEW_STATES).check(
      z.describe(
        '`waiting` or the decision if it was held; `confirmed`: by its buyer’s code; `sent`: not held; `refused`: not created.',
      ),
    ),
    status: z.nullable(Status),
    at: Instant,
    score: Count,
    signals: z.array(Signal).check(z.describe('The strongest first.')),
    buyer: NamedPerson,
    account_age_days: z.nullable(z.int()),
    seller: z.object({
      id: z.nullable(MarketplaceId.check(z.describe('Null once it is erased.'))),
      name: z.nullable(z.string()),
    }),
    listing: z.object({ id: MarketplaceId, title: z.nullable(z.string()) }),
    message: z.nullable(z.string().check(z.describe('Without numbers and mail addresses.'))),
    phone_masked: z.nullable(z.string().check(z.describe('For support and admin.'))),
    shared: z
      .object({ phone: Shared, device: Shared, ip: Shared, text: Shared })
      .check(
        z.describe(
          'Equal marks stand for equal numbers, devices, addresses and texts; null once they are forgotten.',
        ),
      ),
    asked_at: z.nullable(Instant.check(z.describe('When its buyer asked for a review of a refusal.'))),
    asked_about: z
      .nullable(openWord(ASKED_ABOUT))
      .check(z.describe('What it had been refused for: its risk, or a daily limit.')),
    decided_at: z.nullable(Instant),
    operator_name: z.nullable(z.string()),
    person_list: z.nullable(openWord(TRUST_LISTS)).check(z.describe('The list that the buyer stands on.')),
  })
  .register(z.globalRegistry, { id: 'Review', description: 'A request with a risk.' });
export type Review = z.output<typeof Review>;

export const ReviewPage = z
  .object({
    items: z.array(Review),
    next_cursor: z.nullable(z.string()),
    waiting: Count.check(z.describe('How many wait for a decision; counted up to 1,000.')),
    asked: Count.check(z.describe('How many of them wait because their buyer asked for a review.')),
  })
  .register(z.globalRegistry, { id: 'ReviewPage', description: 'Requests with a risk, newest first.' });

export const ListReviewsQuery = z.strictObject({
  state: z.optional(z.enum(REVIEW_LISTS)),
  related_to: z.optional(
    Id.check(z.describe('What shares its buyer, number, device, address or text with this request.')),
  ),
  limit: Limit,
  cursor: z.optional(Cursor),
});
export interface ListReviews {
  state?: (typeof REVIEW_LISTS)[number];
  /** The id of a request; without it, `state` is required. */
  relatedTo?: string;
  limit?: number;
  cursor?: string;
}

export const DecideReviews = z
  .strictObject({
    ids: z.array(Id).check(z.minLength(1), z.maxLength(500)),
    decision: z.enum(REVIEW_DECISIONS),
    reason: z.optional(z.nullable(Reason).check(z.describe('The buyer reads it.'))),
    block: z.optional(
      z
        .nullable(z.enum(['person', 'phone', 'both']))
        .check(z.describe('With `reject`: blocks the senders, their numbers, or both. For admins.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'DecideReviews',
    description:
      'A decision about requests. `reject` also closes what was sent and is open; `reopen` takes a rejection back.',
    examples: [{ ids: ['0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11'], decision: 'reject', reason: 'Advertising' }],
  });
export type DecideReviews = z.input<typeof DecideReviews>;

export const ReviewDecisions = z
  .object({
    results: z.array(
      z.object({
        id: Id,
        outcome: openWord(['approved', 'rejected', 'reopened', 'closed', 'unchanged']).check(
          z.describe('Or the code of the error that it met.'),
        ),
      }),
    ),
    trust_entry_ids: z.array(Id).check(z.describe('Of the blocks that were entered.')),
  })
  .register(z.globalRegistry, { id: 'ReviewDecisions', description: 'The outcome of each request.' });
export type ReviewDecisions = z.output<typeof ReviewDecisions>;

export const TrustEntry = z
  .object({
    id: Id,
    list: openWord(TRUST_LISTS),
    person: z.nullable(NamedPerson),
    phone_masked: z.nullable(z.string()),
    reason: z.string(),
    created_at: Instant,
    ends_at: z.nullable(Instant),
    operator_name: z.nullable(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'TrustEntry',
    description: 'A person or a number that is blocked or allowed.',
  });
export type TrustEntry = z.output<typeof TrustEntry>;

export const TrustEntryPage = z
  .object({ items: z.array(TrustEntry), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, { id: 'TrustEntryPage', description: 'Entries, newest first.' });

export const ListTrustEntriesQuery = z.strictObject({
  list: z.optional(z.enum(TRUST_LISTS)),
  limit: Limit,
  cursor: z.optional(Cursor),
});
export type ListTrustEntries = z.input<typeof ListTrustEntriesQuery>;

export const AddTrustEntry = z
  .strictObject({
    list: z.enum(TRUST_LISTS),
    person_id: z.optional(MarketplaceId),
    phone: z.optional(z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, 'must be an international number'))),
    reason: Reason,
    ends_at: z.optional(
      z.nullable(Instant).check(z.describe('Without it the entry stays until it is removed.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'AddTrustEntry',
    description: 'Blocks or allows a person or a number, in place of an earlier entry.',
    examples: [{ list: 'block', phone: '+442079460018', reason: 'Given by 40 accounts' }],
  });
export type AddTrustEntry = z.input<typeof AddTrustEntry>;

export const RemoveTrustEntries = z
  .strictObject({ ids: z.array(Id).check(z.minLength(1), z.maxLength(500)) })
  .register(z.globalRegistry, {
    id: 'RemoveTrustEntries',
    description: 'Takes entries off the lists.',
    examples: [{ ids: ['0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11'] }],
  });

export const RemovedTrustEntries = z
  .object({ removed: Count })
  .register(z.globalRegistry, { id: 'RemovedTrustEntries', description: 'How many there were.' });

export const PreviewRisk = z
  .strictObject({
    risk_code_at: z.optional(z.nullable(z.int())),
    risk_hold_at: z.optional(z.int()),
    risk_refuse_at: z.optional(z.int()),
    risk_weights: z.optional(z.record(z.string(), z.number())),
  })
  .register(z.globalRegistry, {
    id: 'PreviewRisk',
    description: 'A policy to try.',
    examples: [{ risk_hold_at: 70, risk_weights: { link: 10 } }],
  });
export type PreviewRisk = z.input<typeof PreviewRisk>;

const Outcome = z.enum(['allow', 'code', 'hold', 'refuse']);
const Outcomes = z.object({ allow: Count, code: Count, hold: Count, refuse: Count });

export const RiskPreview = z
  .object({
    requests: Count,
    present: Outcomes.check(z.describe('By the policy of now.')),
    tried: Outcomes.check(z.describe('By the policy that was tried.')),
    completed_stopped: Count.check(z.describe('Completed requests that it would have stopped.')),
    examples: z
      .array(
        z.object({
          id: Id.check(z.describe('The newest request of this kind.')),
          present: Outcome,
          tried: Outcome,
          requests: Count.check(z.describe('How many have the same reasons.')),
          reasons: z.array(z.string()),
        }),
      )
      .check(z.describe('What would change, by its reasons: the ten most frequent kinds.')),
  })
  .register(z.globalRegistry, {
    id: 'RiskPreview',
    description: 'What a policy would have done in the last 30 days.',
  });
export type RiskPreview = z.output<typeof RiskPreview>;
