/**
 * What keeps one caller, or too many, from taking the service away from the others: sizes, times, requests per address, and a refusal
 * at once when there is more to do than can be done.
 */

import { isIP } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import { CallbackError } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import { addressList, networkOf, plainAddress } from '../platform/addresses.ts';
import type { HttpConfig } from '../platform/config.ts';
import { type Database, overloaded } from '../platform/database.ts';
import { refuseUnderPressure } from './pressure.ts';
import type { App } from './types.ts';

/** A client that sends slowly, or nothing, loses its connection after these times. */
export const CONNECTION_LIMITS = {
  bodyLimit: 65_536,
  requestTimeout: 15_000,
  // Without a byte either way; streams send one every 15 seconds. Also ends a connection whose client does not read.
  connectionTimeout: 120_000,
  keepAliveTimeout: 65_000,
  forceCloseConnections: 'idle' as const,
  // A browser's push subscription is an address of up to 1,000 characters, and it is in a path.
  routerOptions: { maxParamLength: 1_500 },
  http: { maxHeaderSize: 16_384, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
};

const ADDRESSES_REMEMBERED = 20_000;

/** Counts requests per address; all of an IPv6 network (/64) count as one, exempt addresses as none. */
export async function addLimits(app: App, config: HttpConfig): Promise<void> {
  const isExempt = addressList(config.exemptAddresses);
  await app.register(rateLimit, {
    global: false,
    max: config.rateLimitPerMinute,
    timeWindow: 60_000,
    cache: ADDRESSES_REMEMBERED,
    keyGenerator: callerOf,
    allowList: (request) => isExempt(request.ip),
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => tooManyFromOneAddress(ttl / 1000),
  });
  const count = app.rateLimit();
  const countSignIn = app.createRateLimit({ max: config.signInsPerMinute });
  app.addHook('onRequest', async function (request, reply) {
    const { unlimited, operation } = request.routeOptions.config;
    if (!unlimited) await count.call(this, request, reply);
    if (operation?.signsIn) refuseExceeded(await countSignIn(request));
  });
}

function refuseExceeded(
  counted: { isAllowed: true } | { isAllowed: false; isExceeded: boolean; ttl: number },
) {
  if (!counted.isAllowed && counted.isExceeded)
    throw tooManyFromOneAddress(counted.ttl / 1000, 'operator_sign_ins_per_address_per_minute');
}

/** Whose request it is: what a trusted proxy says, as far as it is an address. */
export function callerOf({ ip, socket }: FastifyRequest): string {
  return networkOf(isIP(plainAddress(ip)) ? ip : (socket.remoteAddress ?? ''));
}

/** Refuses before a token or a body is looked at while the database has enough to do or this process cannot keep up. */
export function shedLoad(app: App, database: Database, { maxEventLoopDelayMs }: HttpConfig): void {
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
  refuseUnderPressure(app, maxEventLoopDelayMs);
}

function tooManyFromOneAddress(
  retryAfterSeconds: number,
  limit = 'requests_per_address_per_minute',
): CallbackError {
  return new CallbackError(
    'rate_limited',
    `Too many requests from this address; try again in ${Math.ceil(retryAfterSeconds)} seconds.`,
    {
      limit,
      retryAfterSeconds: Math.ceil(retryAfterSeconds),
    },
  );
}
