/** The whole marketplace's numbers, for the operator. */
import {
  type DeliveryFigureRange,
  DeliveryFigures,
  DeliveryFiguresQuery,
  type FigureRange,
  Figures,
  FiguresQuery,
  type ListingFigureRange,
  ListingFigures,
  ListingFiguresQuery,
  type SellerFigureRange,
  SellerFigures,
  SellerFiguresQuery,
  Times,
  TimesQuery,
  type TimesRange,
} from '../../schemas/operator/figures.ts';
import { Storage } from '../../schemas/operator/storage.ts';
import { Overview, OverviewQuery } from '../../schemas/overview.ts';
import type { MethodMaker } from '../method.ts';

export const operatorInsight = (method: MethodMaker) => ({
  /** The marketplace's numbers over the last `days` (1 to 90, 30 by default), today included. */
  getOverview: method({
    summary: 'Callback requests of the whole marketplace',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/overview',
    input: (query?: { days?: number | undefined }) => ({ query: { ...query } }),
    query: OverviewQuery,
    answer: Overview,
    repeat: 'read',
    sql: { function: 'get_callback_overview', arguments: { p_days: 'query.days' } },
  }),

  /** The marketplace's figures over a range of days, by period, beside those of as many days before. */
  getFigures: method({
    summary: 'The marketplace’s figures over a range of days',
    description:
      'By period, with shares, response times and hours of the week, beside the figures of as many days before. docs/metrics.md defines each.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/figures',
    input: (query?: FigureRange) => ({ query: { ...query } }),
    query: FiguresQuery,
    answer: Figures,
    repeat: 'read',
    sql: {
      function: 'get_callback_figures',
      arguments: {
        p_from: 'query.from',
        p_to: 'query.to',
        p_interval: 'query.interval',
        p_category: 'query.category',
        p_country: 'query.country',
      },
    },
  }),

  /** What was sent, arrived or failed over a range of days, by channel and period, and how long it took. */
  getDeliveryFigures: method({
    summary: 'Delivery over a range of days',
    description:
      'By channel, beside as many days before, and by period: sent, failed, dead letters, and how long it took. docs/metrics.md defines each.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/figures/deliveries',
    input: (query?: DeliveryFigureRange) => ({ query: { ...query } }),
    query: DeliveryFiguresQuery,
    answer: DeliveryFigures,
    repeat: 'read',
    sql: {
      function: 'get_callback_delivery_figures',
      arguments: {
        p_from: 'query.from',
        p_to: 'query.to',
        p_interval: 'query.interval',
        p_channel: 'query.channel',
      },
    },
  }),

  /** The hours of the week at which people want to be called, are called and are reached, in the clock of a zone. */
  getTimes: method({
    summary: 'When people want to be called, are called and are reached',
    description:
      'By weekday and hour, calls in the clock of `time_zone`. Of requests made on these days. docs/metrics.md defines each.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/figures/times',
    input: (query?: TimesRange) => ({ query: { ...query } }),
    query: TimesQuery,
    answer: Times,
    repeat: 'read',
    sql: {
      function: 'get_callback_times',
      arguments: {
        p_from: 'query.from',
        p_to: 'query.to',
        p_time_zone: 'query.time_zone',
        p_category: 'query.category',
        p_country: 'query.country',
      },
    },
  }),

  /** The listings, or the categories, with five requests or more in a range of days, compared. */
  getListingFigures: method({
    summary: 'Listings or categories compared over a range of days',
    description:
      'Those with five requests or more. Rates are ordered by the lower bound of their confidence interval, so that few requests do not win.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/figures/listings',
    input: (query?: ListingFigureRange) => ({ query: { ...query } }),
    query: ListingFiguresQuery,
    answer: ListingFigures,
    repeat: 'read',
    sql: {
      function: 'get_callback_listing_figures',
      arguments: {
        p_by: 'query.by',
        p_from: 'query.from',
        p_to: 'query.to',
        p_sort: 'query.sort',
        p_category: 'query.category',
        p_limit: 'query.limit',
      },
    },
  }),

  /** How large the tables are, and which statements take the most time. */
  getStorage: method({
    summary: 'Table sizes and slow statements',
    description: '`statements` is null where PostgreSQL’s extension pg_stat_statements is not loaded.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/system/storage',
    input: () => ({}),
    answer: Storage,
    repeat: 'read',
    sql: { function: 'get_callback_storage' },
  }),

  /** The sellers with five requests or more in a range of days, compared. */
  getSellerFigures: method({
    summary: 'Sellers compared over a range of days',
    description:
      'Those with five requests or more. Rates are ordered by the lower bound of their confidence interval, so that few requests do not win.',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/figures/sellers',
    input: (query?: SellerFigureRange) => ({ query: { ...query } }),
    query: SellerFiguresQuery,
    answer: SellerFigures,
    repeat: 'read',
    sql: {
      function: 'get_callback_seller_figures',
      arguments: {
        p_from: 'query.from',
        p_to: 'query.to',
        p_sort: 'query.sort',
        p_limit: 'query.limit',
      },
    },
  }),
});
