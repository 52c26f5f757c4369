/** A person's own numbers, and how soon a seller answers. */
import { PersonParams } from '../schemas/scalars.ts';
import { type OwnFigureRange, OwnFigures, OwnFiguresQuery, ResponseTime, Stats } from '../schemas/stats.ts';
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

  /** The caller’s figures as a seller in a range of days, the last 30 by default, beside as many days before. */
  getOwnFigures: method({
    summary: 'The caller’s figures as a seller over a range of days',
    access: 'user',
    method: 'GET',
    path: '/stats/seller',
    input: (query?: OwnFigureRange) => ({ query: { ...query } }),
    query: OwnFiguresQuery,
    answer: OwnFigures,
    repeat: 'read',
    sql: { function: 'get_callback_own_figures', arguments: { p_from: 'query.from', p_to: 'query.to' } },
  }),

  /** How soon a seller usually answers; the seller also learns from how many requests that is known. */
  getResponseTime: method({
    summary: 'How soon a seller usually answers',
    access: 'user',
    method: 'GET',
    path: '/sellers/:id/response-time',
    input: (sellerId: string) => ({ params: { id: sellerId } }),
    params: PersonParams,
    answer: ResponseTime,
    repeat: 'read',
    sql: { function: 'get_callback_response_time', arguments: { p_seller_id: 'params.id' } },
  }),
});
