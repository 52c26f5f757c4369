/** What only the marketplace's operator may see: numbers of everybody together, no personal data. */
import { CallbackError, Overview, OverviewQuery } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

/** Adds the routes below /admin, for tokens with the role admin. */
export function addAdminRoutes(app: App, database: Database): void {
  app.addHook('onRequest', async ({ role }) => {
    if (role !== 'admin')
      throw new CallbackError('forbidden', 'Only the operator may see this; sign in as an admin.');
  });

  app.route({
    method: 'GET',
    url: '/overview',
    schema: {
      operationId: 'getOverview',
      summary: 'How callback requests go in the whole marketplace',
      tags: ['Operator'],
      querystring: OverviewQuery,
      response: { 200: success('The numbers.', Overview), ...errorAnswers() },
    },
    async handler({ query: { days } }) {
      return database.value<Overview>((sql) => sql`select public.get_callback_overview(${days})`);
    },
  });
}
