/** A person's own numbers. */
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
