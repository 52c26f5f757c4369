/**
 * What keeps one caller, or too many, from taking the service away from the others: sizes, times, requests per address, and a refusal
 * at once when there is more to do than can be done.
 */
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { CallbackError } from '@ringback/client';
import type { HttpConfig } from '../platform/config.ts';
import { type Database, overloaded } from '../platform/database.ts';
import type { App } from './types.ts';

/** A client that sends slowly, or nothing, loses its connection after these times. */
export const CONNECTION_LIMITS = {
  bodyLimit: 65_536,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  forceCloseConnections: 'idle' as const,
  // A browser's push subscription is an address of up to 1,000 characters, and it is in a path.
  routerOptions: { maxParamLength: 1_500 },
  http: { maxHeaderSize: 16_384, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
};

const ADDRESSES_REMEMBERED = 20_000;

/** Counts requests per address; all of an IPv6 network (/64) count as one. */
export async function addLimits(app: App, config: HttpConfig): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: config.rateLimitPerMinute,
    timeWindow: 60_000,
    cache: ADDRESSES_REMEMBERED,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => tooManyFromOneAddress(ttl / 1000),
  });
  const count = app.rateLimit();
  app.addHook('onRequest', async function (request, reply) {
    if (!request.routeOptions.config.unlimited) await count.call(this, request, reply);
  });
}

/** Refuses before a token or a body is looked at while the database has enough to do or this process cannot keep up. */
export async function shedLoad(
  app: App,
  database: Database,
  { maxEventLoopDelayMs }: HttpConfig,
): Promise<void> {
  app.addHook('onRequest', async (request) => {
    if (database.isFull) throw overloaded();
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      throw new CallbackError(
        'unsupported_media_type',
        'Send the body uncompressed; leave Content-Encoding out.',
      );
    }
  });
  await app.register(underPressure, { maxEventLoopDelay: maxEventLoopDelayMs, retryAfter: 5 });
}

function tooManyFromOneAddress(retryAfterSeconds: number): CallbackError {
  return new CallbackError(
    'rate_limited',
    `Too many requests from this address; try again in ${Math.ceil(retryAfterSeconds)} seconds.`,
    {
      limit: 'requests_per_address_per_minute',
      retryAfterSeconds: Math.ceil(retryAfterSeconds),
    },
  );
}
