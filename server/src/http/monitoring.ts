/** What load balancers and monitoring ask: is the process alive, is it ready, what does it measure. */
import { timingSafeEqual } from 'node:crypto';
import { CallbackError } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../platform/config.ts';
import type { Readiness } from './readiness.ts';
import type { App } from './types.ts';

const HIDDEN = { schema: { hide: true }, config: { unlimited: true } };

/** Adds /healthz, /readyz and /metrics. */
export function addMonitoringRoutes(
  app: App,
  readiness: () => Promise<Readiness>,
  metricsToken?: string,
): void {
  app.get('/healthz', HIDDEN, async () => ({ status: 'alive' }));

  app.get('/readyz', HIDDEN, async (_request, reply) => {
    const { ready, problem } = await readiness();
    if (!ready) reply.code(503).header('retry-after', 1);
    return ready ? { status: 'ready' } : { status: 'unavailable', problem };
  });

  app.get('/metrics', HIDDEN, async (request, reply) => {
    requireMonitor(request, metricsToken);
    return reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics());
  });
}

/** With a token: who knows it. Without: this machine, but not a proxy on it that forwards others. */
function requireMonitor({ headers, raw }: FastifyRequest, token?: string): void {
  if (token !== undefined) {
    if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) {
      throw new CallbackError('unauthenticated', 'Send the metrics token (METRICS_TOKEN) as a bearer token.');
    }
    return;
  }
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  if (isForwarded || !isLoopback(raw.socket.remoteAddress ?? '')) {
    throw new CallbackError(
      'forbidden',
      'Metrics are shown to this machine only; set METRICS_TOKEN to read them from elsewhere.',
    );
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
