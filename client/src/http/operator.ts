/** What the marketplace's operator asks of the HTTP API; the token must have the role admin. */

import { parseInput } from '../call/validate.ts';
import type { CallOptions } from '../client.ts';
import { Overview, OverviewQuery } from '../schemas/index.ts';
import { createCaller, type HttpClientOptions } from './call.ts';
import { queryString } from './queryString.ts';

export interface OperatorClient {
  /** The marketplace's numbers over the last `days` (1 to 90, 30 by default), today included. */
  getOverview(query?: { days?: number | undefined }, options?: CallOptions): Promise<Overview>;
}

/** A client for the operator's desk. Nothing is sent until a function is called. */
export function createOperatorClient(options: HttpClientOptions): OperatorClient {
  const call = createCaller(options);
  return {
    async getOverview(query = {}, { signal } = {}) {
      const path = `/v1/admin/overview${queryString(parseInput(OverviewQuery, query))}`;
      return call(Overview, { method: 'GET', path, signal });
    },
  };
}
