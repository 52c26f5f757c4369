/** May the caller ask for a call about a listing? The button asks before it is pressed. */
import { Eligibility, EligibilityParams, EligibilityQuery } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { App } from '../app.ts';
import { errorAnswers, success } from '../openapi.ts';

export function addListingRoutes(app: App, database: Database): void {
  app.route({
    method: 'GET',
    url: '/listings/:id/eligibility',
    schema: {
      operationId: 'getEligibility',
      summary: 'Whether the caller may ask for a call about a listing',
      tags: ['Requests'],
      params: EligibilityParams,
      querystring: EligibilityQuery,
      response: { 200: success('Whether, or why not.', Eligibility), ...errorAnswers() },
    },
    async handler({ userId, params, query }) {
      return database.value<Eligibility>(
        (sql) => sql`select public.can_request_callback(${params.id}, ${query.seller_id ?? null}, ${userId})`,
      );
    },
  });
}
