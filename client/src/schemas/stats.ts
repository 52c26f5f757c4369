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
