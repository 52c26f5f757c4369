/** What operators give and read about people's rights and clean-up. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import { Count, Instant, MarketplaceId } from '../scalars.ts';
import { lines } from '../text.ts';

export const PersonParams = z.strictObject({ id: MarketplaceId });

const Reason = lines(MAX_LENGTH.reason).check(
  z.minLength(1),
  z.describe('Why; only operators read it, in the audit. Name nobody in it.'),
);

export const ExportPerson = z.strictObject({ reason: Reason }).register(z.globalRegistry, {
  id: 'ExportPerson',
  description: 'Why the data is exported.',
  examples: [{ reason: 'They asked for a copy, ticket 4711.' }],
});
export type ExportPerson = z.input<typeof ExportPerson>;

export const ErasePerson = z
  .strictObject({
    reason: Reason,
    preview: z._default(z.boolean().check(z.describe('Count only.')), false),
  })
  .register(z.globalRegistry, {
    id: 'ErasePerson',
    description: 'Why everything about a person is erased.',
    examples: [{ reason: 'They asked for it, ticket 4712.', preview: true }],
  });
export type ErasePerson = z.input<typeof ErasePerson>;

export const HoldPerson = z
  .strictObject({
    reason: Reason,
    ends_at: Instant.check(z.describe('In the future, at most ten years.')),
  })
  .register(z.globalRegistry, {
    id: 'HoldPerson',
    description: 'A legal hold: nothing about the person is erased before it ends.',
    examples: [{ reason: 'Court order 12 O 345/26.', ends_at: '2027-06-30T00:00:00Z' }],
  });
export type HoldPerson = z.input<typeof HoldPerson>;

export const HoldList = z
  .object({
    items: z.array(
      z.object({ person_id: MarketplaceId, reason: z.string(), placed_at: Instant, ends_at: Instant }),
    ),
  })
  .register(z.globalRegistry, { id: 'HoldList', description: 'The legal holds in force.' });
export type HoldList = z.output<typeof HoldList>;
export type Hold = HoldList['items'][number];

const RetentionRule = z.object({
  name: z.string(),
  meaning: z.string(),
  table: z.string(),
  setting: z.nullable(z.string().check(z.describe('The setting that decides; null where it is fixed.'))),
  kept_for: z.string().check(z.describe('A duration in ISO 8601, such as P30D.')),
  due: Count.check(z.describe('Rows that are past it now, counted up to 10,000.')),
  is_more_due: z.boolean().check(z.describe('Whether there are more than were counted.')),
  last_run_at: z.nullable(Instant),
  last_rows: Count.check(z.describe('Rows on the last day that any were due.')),
  last_day: z.nullable(z.iso.date()),
});

export const Retention = z
  .object({ rules: z.array(RetentionRule), holds: Count.check(z.describe('Legal holds in force.')) })
  .register(z.globalRegistry, {
    id: 'Retention',
    description: 'What is kept for how long, what clean-up would delete now, and what it deleted.',
  });
export type Retention = z.output<typeof Retention>;
