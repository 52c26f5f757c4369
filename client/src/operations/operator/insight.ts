/** The whole marketplace's numbers, for the operator. */
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
});
