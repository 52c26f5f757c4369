/** The operator's first page: the marketplace's numbers, without personal data. */
import * as z from 'zod/mini';
import { Count, Percent, Status } from './scalars.ts';

export const OverviewQuery = z.strictObject({
  days: z._default(
    z.coerce.number().check(z.int(), z.gte(1), z.lte(90), z.describe('How many days back, today included.')),
    30,
  ),
});

export const Overview = z
  .object({
    days: Count,
    time_zone: z.string().check(z.describe('The zone (IANA) whose days are counted.')),
    received: Count.check(z.describe('Requests made in these days.')),
    by_status: z.record(Status, Count).check(z.describe('Their status now.')),
    per_day: z
      .array(z.object({ day: z.iso.date(), received: Count }))
      .check(z.describe('Oldest first; every day is there.')),
    response_rate: Percent.check(z.describe('Percent acknowledged or completed, one decimal.')),
    completion_rate: Percent.check(
      z.describe('Percent of the acknowledged that were completed, one decimal.'),
    ),
    median_minutes_to_acknowledgement: z.nullable(z.number().check(z.gte(0))),
    sellers: Count.check(z.describe('Sellers who received a request.')),
    buyers: Count.check(z.describe('Buyers who made a request.')),
    contradicted: Count.check(z.describe('Completed, but the buyer says they didn’t talk.')),
    open_overdue: Count.check(
      z.describe('Open requests past their expiry that maintenance has not closed yet.'),
    ),
    unread_notifications: Count.check(z.describe('Of those made in these days.')),
    settings: z.object({
      expires_after_hours: z.number(),
      requests_per_user_per_day: Count,
      requests_per_phone_per_day: Count,
      requests_per_seller_per_day: Count,
      allowed_phone_regions: z.nullable(z.array(z.string())),
    }),
  })
  .register(z.globalRegistry, {
    id: 'Overview',
    description: 'Callback requests of the whole marketplace.',
  });
export type Overview = z.output<typeof Overview>;
