/** What load balancers and monitoring ask: is the process alive, is it ready, what does it measure. */
import { timingSafeEqual } from 'node:crypto';
import { CallbackError } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from '../platform/addresses.ts';
import type { HttpConfig } from '../platform/config.ts';
import { isThisMachine } from '../platform/settingChecks.ts';
import type { Readiness } from './readiness.ts';
import type { App } from './types.ts';

const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

type Monitored = Pick<HttpConfig, 'metricsToken' | 'host' | 'publicUrl'>;

const HIDDEN = { schema: { hide: true }, config: { unlimited: true } };

/** Adds /healthz, /readyz and /metrics. */
export function addMonitoringRoutes(app: App, readiness: () => Promise<Readiness>, http: Monitored): void {
  app.get('/healthz', HIDDEN, async () => ({ status: 'alive' }));

  app.get('/readyz', HIDDEN, async (_request, reply) => {
    const { ready, problem } = await readiness();
    if (!ready) reply.code(503).header('retry-after', 1);
    return ready ? { status: 'ready' } : { status: 'unavailable', problem };
  });

  app.get('/metrics', HIDDEN, async (request, reply) => {
    requireMonitor(request, http);
    return reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics());
  });
}

/** With a token: who knows it. Without: this machine, where nothing else can reach the API, not even through a proxy. */
function requireMonitor(request: FastifyRequest, { metricsToken, host, publicUrl }: Monitored): void {
  if (metricsToken !== undefined) {
    if (isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) return;
    throw new CallbackError('unauthenticated', 'Send the metrics token (METRICS_TOKEN) as a bearer token.');
  }
  const isOpenToOthers = !isThisMachine(host) || !isThisMachine(new URL(publicUrl).hostname);
  if (isOpenToOthers || !isDirect(request)) {
    throw new CallbackError(
      'forbidden',
      'Metrics are shown to this machine only; set METRICS_TOKEN to read them from elsewhere.',
    );
  }
}

/** Asked from this machine, by its own name, and not forwarded. Not every proxy says that it forwards. */
function isDirect({ headers, raw }: FastifyRequest): boolean {
  const isForwarded = FORWARDING.some((name) => headers[name] !== undefined);
  const asked = URL.parse(`http://${headers.host}`)?.hostname ?? '';
  return !isForwarded && isThisMachine(asked) && isLoopback(raw.socket.remoteAddress ?? '');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
