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
