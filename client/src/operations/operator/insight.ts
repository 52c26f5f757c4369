/** The whole marketplace's numbers, for the operator. */
import {
  type DeliveryFigureRange,
  DeliveryFigures,
  DeliveryFiguresQuery,
  type FigureRange,
  Figures,
  FiguresQuery,
  type SellerFigureRange,
  SellerFigures,
  SellerFiguresQuery,
} from '../../schemas/operator/figures.ts';
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
