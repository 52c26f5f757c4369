/** Everything stored about a person, and its erasure. */
import * as z from 'zod/mini';
import { Count, Instant, MarketplaceId } from './scalars.ts';

/** The word that a person types so that nobody erases by mistake. */
export const ERASE_WORD = 'erase';

export const ErasePersonalData = z
  .strictObject({ confirm: z.literal(ERASE_WORD, `must be the word ${ERASE_WORD}`) })
  .register(z.globalRegistry, {
    id: 'ErasePersonalData',
    description: 'The confirmation that erasing asks for.',
    examples: [{ confirm: ERASE_WORD }],
  });
export type ErasePersonalData = z.input<typeof ErasePersonalData>;

/** One thing that is stored: its fields by name, as the database has them. */
const Rows = z.array(z.record(z.string(), z.unknown()));

export const PersonalData = z
  .object({
    person_id: MarketplaceId,
    exported_at: Instant,
    locale: z.string().check(z.describe('The language that a page for this person is in.')),
    marketplace: z.nullable(z.string()),
    profile: z.nullable(z.record(z.string(), z.unknown()).check(z.describe('As the marketplace gives it.'))),
    requests_made: Rows.check(
      z.describe('With the call attempts, the history and the confirmation; held ones too.'),
    ),
    requests_received: Rows.check(z.describe('The same; the buyer’s number and name are not in it.')),
    notifications: Rows.check(z.describe('With the deliveries of each.')),
    preferences: z.nullable(z.record(z.string(), z.unknown())),
    devices: Rows,
    request_facts: Rows.check(z.describe('What was known at the moment of each request.')),
    refusals: Rows.check(z.describe('Limits that were reached.')),
    confirmed_phones: Rows.check(z.describe('Numbers that this person confirmed by a code.')),
    blocked_buyers: Rows.check(z.describe('Buyers whom this person blocked as a seller.')),
    reports_made: Rows.check(z.describe('Requests that this person reported as a seller.')),
    idempotency_keys: Rows.check(z.describe('Repeatable writes of the last day.')),
    statistics: z.record(z.string(), z.unknown()),
    staff_actions: Rows.check(z.describe('What the marketplace’s staff did about this person.')),
  })
  .register(z.globalRegistry, {
    id: 'PersonalData',
    description: 'Everything stored about a person.',
  });
export type PersonalData = z.output<typeof PersonalData>;

export const Erasure = z
  .object({
    person_id: MarketplaceId,
    erased_at: z.nullable(Instant.check(z.describe('Null in a preview.'))),
    held_until: z.nullable(Instant.check(z.describe('A legal hold that keeps the data until then.'))),
    requests_made: Count,
    requests_received: Count,
    held_requests: Count.check(z.describe('Made or received, but never sent.')),
    open_requests: Count.check(z.describe('Of both; they are closed, and their other sides are notified.')),
    notifications: Count,
    deliveries: Count,
    devices: Count,
  })
  .register(z.globalRegistry, {
    id: 'Erasure',
    description: 'What was erased, or would be.',
  });
export type Erasure = z.output<typeof Erasure>;
