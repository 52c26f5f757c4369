/** What watches a worker that answers no other requests: /healthz, /readyz and /metrics on a port of their own. */
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { App } from '../http/app.ts';
import { sendError } from '../http/errors.ts';
import { CONNECTION_LIMITS } from '../http/limits.ts';
import { addOperatorRoutes } from '../http/monitoring.ts';
import { createReadiness } from '../http/readiness.ts';
import type { HttpConfig } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Worker } from './worker.ts';

export interface MonitorParts {
  http: Pick<HttpConfig, 'metricsToken'>;
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
  addOperatorRoutes(
    app,
    async () =>
      worker.isAnnounced || app.isStopping
        ? readiness()
        : { ready: false, problem: 'The channels could not be announced to the database yet.' },
    http.metricsToken,
  );
  await app.ready();
  return app;
}
