/** Numbers: a person's own, and the whole marketplace's for the operator. */
import { Overview, OverviewQuery } from '../schemas/overview.ts';
import { Stats } from '../schemas/stats.ts';
import type { MethodMaker } from './method.ts';

export const insight = (method: MethodMaker) => ({
  /** The user's counts and rates, as seller and as buyer. */
  getStats: method({
    summary: 'The caller’s counts and rates',
    access: 'user',
    method: 'GET',
    path: '/stats',
    input: () => ({}),
    answer: Stats,
    repeat: 'read',
    sql: { function: 'get_callback_request_stats' },
  }),
});

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
});
