/** An operator looks at the installation: what runs, what is wrong, which alerts there were. */
import { AlertPage, type ListAlerts, ListAlertsQuery, System } from '../../schemas/operator/system.ts';
import type { MethodMaker } from '../method.ts';

export const operatorSystem = (method: MethodMaker) => ({
  /** Processes, queues, maintenance, and what is wrong with a cure for each. */
  getSystem: method({
    summary: 'The installation, and what is wrong with it',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/system',
    input: () => ({}),
    answer: System,
    repeat: 'read',
    sql: { function: 'get_callback_system' },
  }),

  /** One page of alerts, newest first. */
  listAlerts: method({
    summary: 'List alerts',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/alerts',
    input: (query?: ListAlerts) => ({
      query: { open_only: String(query?.openOnly ?? false), limit: query?.limit, cursor: query?.cursor },
    }),
    query: ListAlertsQuery,
    answer: AlertPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_alerts',
      arguments: { p_open_only: 'query.open_only', p_limit: 'query.limit', p_cursor: 'query.cursor' },
    },
  }),
});
