/** The caller's own numbers, as seller and as buyer. */
import { Stats } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

export function addStatsRoutes(app: App, database: Database): void {
  app.route({
    method: 'GET',
    url: '/stats',
    schema: {
      operationId: 'getStats',
      summary: 'The caller’s counts and rates',
      tags: ['Stats'],
      response: { 200: success('The numbers.', Stats), ...errorAnswers() },
    },
    async handler({ userId }) {
      return database.value<Stats>((sql) => sql`select public.get_callback_request_stats(${userId})`);
    },
  });
}
