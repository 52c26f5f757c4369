/** The caller's numbers, as the seller of some requests and the buyer of others. */
import * as z from 'zod/mini';
import { Count, Percent } from './scalars.ts';

export const Stats = z
  .object({
    as_seller: z.object({
      total_received: Count,
      pending: Count,
      acknowledged: Count,
      completed: Count,
      cancelled: Count,
      expired: Count,
      response_rate: Percent.check(z.describe('Percent acknowledged or completed, one decimal.')),
      answer_rate: z.nullable(
        Percent.check(
          z.describe('Percent answered of those that could be, in the last 90 days; null below five.'),
        ),
      ),
      contact_rate: z.nullable(
        Percent.check(z.describe('Percent completed and not contradicted, of the same; null below five.')),
      ),
      median_response_minutes: z.nullable(
        z.number().check(z.gte(0), z.describe('Minutes to the first answer; null below five answers.')),
      ),
    }),
    as_requester: z.object({
      total_sent: Count,
      pending_sent: Count,
      acknowledged_sent: Count,
      completed_sent: Count,
      cancelled_sent: Count,
      expired_sent: Count,
      success_rate: Percent.check(z.describe('Percent completed, one decimal.')),
    }),
  })
  .register(z.globalRegistry, { id: 'Stats', description: "The caller's numbers, seen from both sides." });
export type Stats = z.output<typeof Stats>;

/** Of a seller, wherever it is shown. */
export const UsualResponseMinutes = z.nullable(
  z
    .number()
    .check(
      z.gte(0),
      z.describe(
        'Minutes within which three out of four requests of the last 90 days got an answer, newer ones weighing more; null below five, or if fewer were answered.',
      ),
    ),
);

export const ResponseTime = z
  .object({
    usual_response_minutes: UsualResponseMinutes,
    basis: z.nullable(
      z
        .object({ requests: Count, answered: Count })
        .check(
          z.describe('For the seller alone: the requests that it is made of, and how many were answered.'),
        ),
    ),
  })
  .register(z.globalRegistry, { id: 'ResponseTime', description: 'How soon a seller usually answers.' });
export type ResponseTime = z.output<typeof ResponseTime>;

const Day = z.iso.date({ error: 'must be a day such as 2026-11-30' });

export const OwnFiguresQuery = z.strictObject({
  from: z.optional(
    Day.check(z.describe('The first day, in the marketplace’s zone; 29 days before `to` by default.')),
  ),
  to: z.optional(Day.check(z.describe('The last day; today by default. At most 365 days after `from`.'))),
});

export interface OwnFigureRange {
  from?: string | undefined;
  to?: string | undefined;
}

const OwnRate = z.nullable(Percent.check(z.describe('Null below five requests.')));
const OwnPeriod = z
  .object({
    received: Count,
    answered: Count.check(z.describe('Acknowledged or declined.')),
    contacts: Count.check(z.describe('Completed and not contradicted.')),
    completed: Count,
    declined: Count,
    expired: Count,
    answer_rate: OwnRate,
    contact_rate: OwnRate,
    response_rate: OwnRate,
    completion_rate: OwnRate,
    median_response_seconds: z.nullable(
      z.number().check(z.gte(0), z.describe('To the first answer; null below five requests.')),
    ),
  })
  .register(z.globalRegistry, { id: 'OwnPeriod', description: 'A seller’s requests of a period.' });
export type OwnPeriod = z.output<typeof OwnPeriod>;

export const OwnFigures = z
  .object({
    from: Day,
    to: Day,
    is_incomplete: z.boolean().check(z.describe('Whether the range reaches to today.')),
    figures: OwnPeriod,
    before: z.object({ from: Day, to: Day, figures: OwnPeriod }),
  })
  .register(z.globalRegistry, {
    id: 'OwnFigures',
    description: 'The caller’s figures as a seller, beside those of as many days before.',
  });
export type OwnFigures = z.output<typeof OwnFigures>;
