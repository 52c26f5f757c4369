/** The marketplace's figures over a range of days; docs/metrics.md defines each. */
import * as z from 'zod/mini';
import { Count, Limit, MarketplaceId, openWord, Percent, TimeZone } from '../scalars.ts';
import { DELIVERY_CHANNELS, type DeliveryChannel } from './delivery.ts';

export const FIGURE_INTERVALS = ['hour', 'day', 'week', 'month'] as const;
export type FigureInterval = (typeof FIGURE_INTERVALS)[number];
export const SELLER_SORTS = ['requests', 'answer_rate', 'contact_rate', 'median'] as const;

const Day = z.iso.date({ error: 'must be a day such as 2026-11-30' });
const Value = z.string().check(z.minLength(1), z.maxLength(100));

const range = {
  from: z.optional(
    Day.check(z.describe('The first day, in the marketplace’s zone; 29 days before `to` by default.')),
  ),
  to: z.optional(Day.check(z.describe('The last day; today by default.'))),
};

export const FiguresQuery = z.strictObject({
  ...range,
  interval: z.optional(
    z
      .enum(FIGURE_INTERVALS)
      .check(z.describe('Length of each period; chosen by the length of the range by default.')),
  ),
  category: z.optional(Value.check(z.describe('Only listings of that category; `none`: those without one.'))),
  country: z.optional(Value.check(z.describe('Only listings in that country; `none`: those without one.'))),
});

export interface FigureRange {
  from?: string | undefined;
  to?: string | undefined;
  interval?: FigureInterval | undefined;
  category?: string | undefined;
  country?: string | undefined;
}

export const SellerFiguresQuery = z.strictObject({
  ...range,
  sort: z.optional(
    z
      .enum([...SELLER_SORTS, ...SELLER_SORTS.map((name) => `-${name}` as const)])
      .check(z.describe('With a minus in front: descending. `-requests` by default.')),
  ),
  limit: Limit,
});

export interface SellerFigureRange {
  from?: string | undefined;
  to?: string | undefined;
  sort?: z.output<typeof SellerFiguresQuery>['sort'];
  limit?: number | undefined;
}

const Rate = z.nullable(Percent);
const Seconds = z.nullable(z.number().check(z.gte(0)));
const LengthsOfTime = z.object({ average: Seconds, median: Seconds, p90: Seconds });

export const PeriodFigures = z
  .object({
    received: Count,
    repeats: Count.check(z.describe('Of a buyer who had requested a call from the same seller before.')),
    held: Count.check(z.describe('Held for an operator before they were sent, if they were.')),
    code_asked: Count.check(z.describe('Had to be confirmed by a code.')),
    refused: Count.check(z.describe('Refused by a limit, by risk, or for their number.')),
    closed: Count.check(z.describe('Closed by an operator or the system; counts in no rate.')),
    waiting: Count.check(z.describe('Neither answered nor expired yet; too recent to judge.')),
    acknowledged: Count,
    answered: Count.check(z.describe('Acknowledged or declined.')),
    attempted: Count.check(z.describe('With a call attempt, or completed.')),
    attempts: Count.check(z.describe('Call attempts.')),
    completed: Count,
    contradicted: Count.check(z.describe('Completed, but the buyer says they didn’t talk.')),
    contacts: Count.check(z.describe('Completed and not contradicted.')),
    declined: Count,
    withdrawn: Count,
    expired: Count,
    repeat_rate: Rate,
    answer_rate: Rate,
    contact_rate: Rate,
    response_rate: Rate,
    completion_rate: Rate,
    expiry_rate: Rate,
    decline_rate: Rate,
    withdrawal_rate: Rate,
    acknowledgement_seconds: z.object({ average: Seconds }),
    response_seconds: LengthsOfTime,
    completion_seconds: LengthsOfTime,
  })
  .register(z.globalRegistry, {
    id: 'PeriodFigures',
    description: 'Requests made in a period, by how they ended. A rate is null where nothing counts in it.',
  });
export type PeriodFigures = z.output<typeof PeriodFigures>;

const Shares = z.record(z.string(), Count);
const Week = z.array(z.array(Count));
const TimeBuckets = z.array(z.object({ from_seconds: z.number(), to_seconds: z.number(), requests: Count }));

export const Figures = z
  .object({
    time_zone: z.string().check(z.describe('The zone (IANA) whose days and hours are counted.')),
    from: Day,
    to: Day,
    interval: z.enum(FIGURE_INTERVALS),
    is_incomplete: z.boolean().check(z.describe('Whether the range reaches to today.')),
    figures: PeriodFigures,
    before: z.object({ from: Day, to: Day, figures: PeriodFigures }),
    periods: z.array(
      z.object({
        from: Day,
        to: Day,
        hour: z.optional(z.int().check(z.gte(0), z.lte(23))),
        is_incomplete: z.boolean().check(z.describe('Whether the period has not ended yet.')),
        figures: z.object({ ...z.partial(PeriodFigures).shape, received: Count }),
      }),
    ),
    shares: z.object({
      state: Shares,
      priority: Shares,
      reason: Shares,
      outcome: Shares.check(z.describe('Of call attempts.')),
      reached_after: Shares.check(z.describe('How many attempts it took to reach the buyer.')),
      held: Shares.check(z.describe('By reason; a request counts under each of its reasons.')),
      code_asked: Shares.check(z.describe('The same.')),
      refused: Shares.check(z.describe('By the limit, by `phone_not_allowed`, or by the signals of risk.')),
    }),
    response_times: TimeBuckets,
    completion_times: TimeBuckets,
    hours: z.object({ requested: Week, preferred: Week, called: Week }),
  })
  .register(z.globalRegistry, {
    id: 'Figures',
    description: 'The marketplace’s figures over a range of days.',
  });
export type Figures = z.output<typeof Figures>;

const compared = {
  name: z.nullable(z.string()),
  received: Count,
  answered: Count,
  contacts: Count,
  completed: Count,
  declined: Count,
  expired: Count,
  answer_rate: Rate,
  answer_rate_low: Rate,
  answer_rate_high: Rate,
  contact_rate: Rate,
  contact_rate_low: Rate,
  contact_rate_high: Rate,
  response_rate: Rate,
  completion_rate: Rate,
  median_response_seconds: Seconds,
};
const SellerFigure = z.object({ id: MarketplaceId, ...compared });
export type SellerFigure = z.output<typeof SellerFigure>;

export const SellerFigures = z
  .object({
    from: Day,
    to: Day,
    sellers: Count.check(z.describe('How many have five requests or more.')),
    items: z.array(SellerFigure),
  })
  .register(z.globalRegistry, {
    id: 'SellerFigures',
    description: 'Sellers compared, with 95 % bounds of their rates.',
  });
export type SellerFigures = z.output<typeof SellerFigures>;

export const DeliveryFiguresQuery = z.strictObject({
  ...range,
  interval: FiguresQuery.shape.interval,
  channel: z.optional(
    z.enum(DELIVERY_CHANNELS).check(z.describe('Periods of that channel alone; of all by default.')),
  ),
});

export interface DeliveryFigureRange {
  from?: string | undefined;
  to?: string | undefined;
  interval?: FigureInterval | undefined;
  channel?: DeliveryChannel | undefined;
}

const DeliveryCounts = z
  .object({
    sent: Count.check(z.describe('Taken by the provider.')),
    delivered: Count.check(z.describe('Of those whose provider says so: arrived.')),
    dead_letters: Count.check(z.describe('Given up.')),
    failed_attempts: Count.check(z.describe('Attempts that failed, those that were tried again included.')),
    suppressed: Count.check(z.describe('Not sent, because by then it was pointless or not allowed.')),
    success_rate: Rate.check(z.describe('`sent` of `sent` and `dead_letters`.')),
    latency_seconds: z.object({ median: Seconds, p90: Seconds, p99: Seconds }),
  })
  .register(z.globalRegistry, {
    id: 'DeliveryCounts',
    description: 'What happened to deliveries in a period, when it happened.',
  });
export type DeliveryCounts = z.output<typeof DeliveryCounts>;

export const DeliveryFigures = z
  .object({
    time_zone: z.string().check(z.describe('The zone (IANA) whose days and hours are counted.')),
    from: Day,
    to: Day,
    interval: z.enum(FIGURE_INTERVALS),
    is_incomplete: z.boolean().check(z.describe('Whether the range reaches to today.')),
    before: z.object({ from: Day, to: Day }),
    channels: z.array(
      z.object({ channel: openWord(DELIVERY_CHANNELS), figures: DeliveryCounts, before: DeliveryCounts }),
    ),
    periods: z.array(
      z.object({
        from: Day,
        to: Day,
        hour: z.optional(z.int().check(z.gte(0), z.lte(23))),
        is_incomplete: z.boolean(),
        figures: DeliveryCounts,
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'DeliveryFigures', description: 'Delivery over a range of days.' });
export type DeliveryFigures = z.output<typeof DeliveryFigures>;

export const TimesQuery = z.strictObject({
  ...range,
  time_zone: z.optional(
    TimeZone.check(z.describe('In whose clock (IANA) calls are shown; the marketplace’s by default.')),
  ),
  category: FiguresQuery.shape.category,
  country: FiguresQuery.shape.country,
});

export interface TimesRange {
  from?: string | undefined;
  to?: string | undefined;
  time_zone?: string | undefined;
  category?: string | undefined;
  country?: string | undefined;
}

export const Times = z
  .object({
    from: Day,
    to: Day,
    is_incomplete: z.boolean().check(z.describe('Whether the range reaches to today.')),
    time_zone: z.string().check(z.describe('The zone (IANA) in whose clock calls are shown.')),
    hours: z.object({
      preferred: Week.check(z.describe('On the clock that each buyer named them by.')),
      called: Week.check(z.describe('Call attempts.')),
      reached: Week.check(z.describe('Those that reached the buyer.')),
    }),
    by_hour: z.array(
      z.object({
        hour: z.int().check(z.gte(0), z.lte(23)),
        calls: Count,
        reached: Count,
        reach_rate: Rate,
        reach_rate_low: Rate,
        reach_rate_high: Rate,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Times',
    description: 'Hours of the week at which people want to be called, are called and are reached.',
  });
export type Times = z.output<typeof Times>;

export const LISTING_COMPARISONS = ['listing', 'category'] as const;

export const ListingFiguresQuery = z.strictObject({
  ...range,
  by: z.optional(z.enum(LISTING_COMPARISONS).check(z.describe('`listing` by default.'))),
  sort: SellerFiguresQuery.shape.sort,
  category: z.optional(
    Value.check(z.describe('Only listings that were in that category when the request was made.')),
  ),
  limit: Limit,
});

export interface ListingFigureRange {
  by?: (typeof LISTING_COMPARISONS)[number] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort?: z.output<typeof SellerFiguresQuery>['sort'];
  category?: string | undefined;
  limit?: number | undefined;
}

const ListingFigure = z.object({
  id: z.string().check(z.describe('Of the listing, or the category; `none`: listings without one.')),
  category: z.nullable(z.string()),
  ...compared,
});
export type ListingFigure = z.output<typeof ListingFigure>;

export const ListingFigures = z
  .object({
    by: z.enum(LISTING_COMPARISONS),
    from: Day,
    to: Day,
    count: Count.check(z.describe('How many have five requests or more.')),
    items: z.array(ListingFigure),
  })
  .register(z.globalRegistry, {
    id: 'ListingFigures',
    description: 'Listings or categories compared, with 95 % bounds of their rates.',
  });
export type ListingFigures = z.output<typeof ListingFigures>;
