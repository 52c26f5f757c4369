/** Monitoring of a worker that answers no other requests: /healthz, /readyz and /metrics on a port of their own. */
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Worker } from '../delivery/worker.ts';
import type { HttpConfig } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import type { Metrics } from '../platform/metrics.ts';
import { sendError } from './errors.ts';
import { CONNECTION_LIMITS } from './limits.ts';
import { addMonitoringRoutes } from './monitoring.ts';
import { createReadiness } from './readiness.ts';
import type { App } from './types.ts';

export interface MonitorParts {
  http: Pick<HttpConfig, 'metricsToken' | 'host' | 'publicUrl'>;
  database: Database;
  worker: Pick<Worker, 'isAnnounced'>;
  metrics: Metrics;
  logger: Logger;
}

/** Builds it, ready for `listen` or `inject`. The worker is ready when its database is, and deliveries are written for its channels. */
export async function createMonitor({ http, database, worker, metrics, logger }: MonitorParts): Promise<App> {
  const app = Fastify({
    ...CONNECTION_LIMITS,
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as App;
  app.decorate('metrics', metrics);
  app.decorate('isStopping', false);
  app.decorateReply('callbackErrorCode', '');
  app.addHook('preClose', async () => {
    app.isStopping = true;
  });
  app.setErrorHandler(sendError);
  const readiness = createReadiness(app, database);
  addMonitoringRoutes(
    app,
    async () =>
      worker.isAnnounced || app.isStopping
        ? readiness()
        : { ready: false, problem: 'The channels could not be announced to the database yet.' },
    http,
  );
  await app.ready();
  return app;
}
