/** The running service: pool, application, worker and job, put together from the settings; and the order in which they stop. */
import { consoleFolder } from '@ringback/console';
import { connect, type Sql } from '@ringback/database';
import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import type { Channel } from '../delivery/channels/channel.ts';
import { startWorker, type Worker } from '../delivery/worker.ts';
import { createApp } from '../http/app.ts';
import type { App } from '../http/types.ts';
import { createMonitor } from '../http/workerMonitor.ts';
import { addDatabaseMetrics } from '../maintenance/databaseMetrics.ts';
import { startMaintenance } from '../maintenance/maintenance.ts';
import type { Config } from '../platform/config.ts';
import { createDatabase, STATEMENT_TIMEOUT_MS } from '../platform/database.ts';
import { type ProcessFacts, startHeartbeat } from '../platform/heartbeat.ts';
import { CommandError, type Lifecycle } from '../platform/lifecycle.ts';
import { createMetrics } from '../platform/metrics.ts';
import { warnOfZones } from '../platform/zones.ts';

const FINISH_WITHIN_MS = 10_000;
const POOL_CLOSES_WITHIN_SECONDS = 5;

export interface ServiceParts {
  config: Config;
  logger: Logger;
  lifecycle: Lifecycle;
  pages?: FastifyPluginAsync;
  missingPage?: string;
  /** Delivers by these in the same process; without any, another process does it, or nobody. */
  channels?: Channel[];
}

/**
 * Starts answering requests. Stopping goes the other way round: no new requests, those in flight finish, then the job and the pool.
 * @throws CommandError when the port cannot be had.
 */
export async function runService(parts: ServiceParts): Promise<App> {
  const { config, logger, lifecycle, pages, missingPage, channels = [] } = parts;
  await startTracing(parts);
  const pool = openPool(config);
  await lifecycle.add(pool.close);
  const built = config.http.consolePath ? await buildConsole(logger) : undefined;
  let worker: Worker | undefined;
  const app = await createApp({
    config,
    sql: pool.sql,
    reopen: pool.reopen,
    logger,
    onWrite: () => worker?.wake(),
    ...(built && { consoleFolder: built }),
    ...(pages && { pages }),
    ...(missingPage && { missingPage }),
  });
  if (channels.length > 0) {
    worker = await startWorker(workerParts(parts, channels, app.metrics));
    await lifecycle.add(worker.stop);
  }
  const maintenance = startMaintenance(config.database.url, app.metrics, logger);
  await lifecycle.add(maintenance.stop);
  addDatabaseMetrics(app.metrics.registry, maintenance.sql);
  await listen(app, { ...config.http, setting: 'PORT' });
  const kind = channels.length > 0 ? 'start' : 'api';
  await lifecycle.add(reportProcess(kind, channels, maintenance.sql, logger));
  await lifecycle.add(() => closeWithin(app, FINISH_WITHIN_MS));
  return app;
}

/** It is there in a published package. In the repository it may have to be built; where it cannot be, the API runs without it. */
async function buildConsole(logger: Logger): Promise<string | undefined> {
  try {
    return await consoleFolder((text) => logger.info(text));
  } catch (error) {
    logger.warn({ err: error }, 'the console cannot be built, so it is not served');
    return undefined;
  }
}

/**
 * Starts delivering in a process that answers no requests but those of what watches it, where it is given a port for them.
 * @throws CommandError when the port cannot be had.
 */
export async function runWorkerAlone(parts: ServiceParts, channels: Channel[]): Promise<void> {
  const { config, logger, lifecycle } = parts;
  await startTracing(parts);
  const pool = openPool(config);
  await lifecycle.add(pool.close);
  const { http } = config;
  const database = createDatabase(pool.sql, http.maxInFlight, pool.reopen);
  const metrics = createMetrics(database);
  const maintenance = startMaintenance(config.database.url, metrics, logger);
  await lifecycle.add(maintenance.stop);
  addDatabaseMetrics(metrics.registry, maintenance.sql);
  const worker = await startWorker(workerParts(parts, channels, metrics));
  await lifecycle.add(worker.stop);
  await lifecycle.add(reportProcess('worker', channels, maintenance.sql, logger));
  if (http.workerPort === undefined) return;
  const monitor = await createMonitor({ http, database, worker, metrics, logger });
  await listen(monitor, { host: http.host, port: http.workerPort, setting: 'WORKER_PORT' });
  await lifecycle.add(() => monitor.close());
}

const OPEN_TELEMETRY =
  '@opentelemetry/api @opentelemetry/exporter-trace-otlp-http @opentelemetry/resources @opentelemetry/sdk-trace';

/** OpenTelemetry is loaded only where traces have somewhere to go. */
async function startTracing({ config: { tracing }, logger, lifecycle }: ServiceParts): Promise<void> {
  if (!tracing) return;
  const { exportTraces } = await import('../platform/exportTraces.ts').catch((cause) => {
    if (cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new CommandError(
      `Traces need OpenTelemetry, which is not installed: npm install ${OPEN_TELEMETRY}`,
    );
  });
  await lifecycle.add(exportTraces(tracing, logger));
}

function workerParts({ config, logger }: ServiceParts, channels: Channel[], metrics: App['metrics']) {
  const { requestUrl, deskUrl } = config.channels;
  const links = { publicUrl: config.http.publicUrl, requestUrl, deskUrl };
  return { databaseUrl: config.database.url, channels, links, metrics, logger };
}

/** Makes the process visible to operators; returns what ends that. */
function reportProcess(kind: ProcessFacts['kind'], channels: Channel[], sql: Sql, logger: Logger) {
  const facts = { kind, channels: channels.map(({ name }) => name), zoneProblems: warnOfZones(sql, logger) };
  return startHeartbeat(sql, facts, logger).stop;
}

interface Pool {
  sql: Sql;
  reopen(): Sql;
  close(): Promise<void>;
}

/** The API's connections. A pool that is left behind gets a moment to finish what still answers. */
function openPool(config: Config): Pool {
  let sql = open(config);
  const leave = (pool: Sql) => pool.end({ timeout: POOL_CLOSES_WITHIN_SECONDS });
  return {
    sql,
    reopen() {
      void leave(sql);
      sql = open(config);
      return sql;
    },
    close: () => leave(sql),
  };
}

/** Every statement and every wait is bounded, and what the database does to a connection ends no more than a statement. */
export function open({ database }: Pick<Config, 'database'>): Sql {
  return connect(database.url, {
    max: database.poolSize,
    applicationName: 'ringback api',
    arrays: false,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: STATEMENT_TIMEOUT_MS - 1_000,
    connectTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
}

interface Address {
  host: string;
  port: number;
  /** What chooses the port. */
  setting: 'PORT' | 'WORKER_PORT';
}

async function listen(app: App, address: Address): Promise<void> {
  const { host, port } = address;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new CommandError(whyNotListening(error as NodeJS.ErrnoException, address), { cause: error });
  }
}

function whyNotListening(error: NodeJS.ErrnoException, { host, port, setting }: Address): string {
  if (error.code === 'EADDRINUSE') {
    const how = setting === 'PORT' ? `--port ${port + 1} (or set PORT)` : `set ${setting}`;
    return `Port ${port} is in use by another program. Stop that one, or choose another port: ${how}.`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} needs special rights. Choose one from 1024 on: set ${setting}.`;
  if (error.code === 'EADDRNOTAVAIL')
    return `This machine has no address ${host}. Set HOST to one it has, or to 0.0.0.0 for all.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

async function closeWithin(app: App, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
  await app.close();
  clearTimeout(timer);
}
