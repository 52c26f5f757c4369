/** The headers that every answer carries, whatever its route or outcome. */
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { HttpConfig } from '../platform/config.ts';
import type { MethodsOf } from './methods.ts';
import type { App } from './types.ts';

const ONE_YEAR_SECONDS = 31_536_000;
const DIRECTIVES = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What helmet makes of the above, for answers that it does not see. */
export const CONTENT_POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
export const HTTPS_ONLY = `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`;
const PREFLIGHT_SECONDS = 600;

/** Adds security headers, the request's id, no-store, and CORS for the exact origins that the settings name. */
export async function addHeaders(app: App, config: HttpConfig, methodsOf: MethodsOf): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') && { maxAge: ONE_YEAR_SECONDS },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    if (request.method !== 'OPTIONS') return;
    const methods = methodsOf(request.url);
    if (methods.length === 0) return reply.callNotFound();
    reply.header('allow', methods.join(', '));
  });
  await app.register(cors, {
    origin: config.corsOrigins,
    // For an operator's session, whose cookie does nothing without the key that the page holds.
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'Last-Event-ID',
      'Ringback-Device',
      'Ringback-Session-Key',
      'Ringback-User',
      'X-Request-Id',
    ],
    exposedHeaders: ['Location', 'Idempotency-Replayed', 'Retry-After', 'X-Request-Id'],
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });
}
