/**
 * The HTTP application: limits and headers first, then the routes. It holds no rule of the marketplace; each route checks
 * its input, makes one SQL call and sends the answer of the database.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parseInput } from '@ringback/client';
import type { Sql } from '@ringback/database';
import Fastify, { type FastifyBaseLogger, type FastifyPluginAsync, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { createLiveUpdates } from '../live/liveUpdates.ts';
import { addressList } from '../platform/addresses.ts';
import type { Config } from '../platform/config.ts';
import { createDatabase, type Database } from '../platform/database.ts';
import { logRequest, routeOf } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { enforceAccess, requireDescriptions } from './access/access.ts';
import { createTokenVerifier } from './access/identity.ts';
import { ignoreTypeOfNothing, readJsonBodies, refuseBrokenQueries } from './bodies.ts';
import { brokenRequestHandlers } from './brokenRequests.ts';
import { limitConnections } from './connections.ts';
import { addConsole } from './console.ts';
import { sendError } from './errors.ts';
import { addHeaders } from './headers.ts';
import { addLimits, CONNECTION_LIMITS, shedLoad } from './limits.ts';
import { addMailSettingsRoutes } from './links/mailSettings.ts';
import { addTwilioRoutes } from './links/twilio.ts';
import { answerUnknownAddress, knowMethods } from './methods.ts';
import { addMonitoringRoutes } from './monitoring.ts';
import { addDocumentation } from './openapi.ts';
import { createReadiness } from './readiness.ts';
import { connectLiveUpdates, openStream } from './routes/live.ts';
import { addOperations } from './routes/operations.ts';
import { operatorSessionHandlers } from './routes/operatorSessions.ts';
import { traceRequests } from './traces.ts';
import { createTurns } from './turns.ts';
import type { App } from './types.ts';

export interface AppParts {
  config: Pick<Config, 'http' | 'tokens' | 'channels'>;
  /** The pool; the app never closes it. */
  sql: Sql;
  /** Opens another pool when that one's connections have gone silent. Without it, they are kept. */
  reopen?: () => Sql;
  logger: Logger;
  /** Called when a request has changed something, so that there may be something to deliver. */
  onWrite?: () => void;
  /** Pages that are not part of the API, such as the demo's start page. */
  pages?: FastifyPluginAsync;
  /** Where the console's built files are; without it there is no console. */
  consoleFolder?: string;
  /** The page a browser gets for an unknown address; without it, the problem as JSON. */
  missingPage?: string;
}

/** Builds the application, ready for `listen` or `inject`. */
export async function createApp({
  config,
  sql,
  reopen,
  logger,
  onWrite,
  pages,
  consoleFolder,
  missingPage,
}: AppParts): Promise<App> {
  const { http, channels } = config;
  const database = createDatabase(sql, http.maxInFlight, reopen);
  const app = newFastify(config, logger);
  app.decorate('metrics', createMetrics(database));
  app.decorateReply('callbackErrorCode', '');
  observe(app);
  traceRequests(app);
  if (onWrite) notifyOnWrite(app, onWrite);
  limitConnections(app, http);
  closeConnectionsWhileStopping(app);
  const methodsOf = knowMethods(app);
  requireDescriptions(app);
  app.setErrorHandler(sendError);
  await addHeaders(app, http, methodsOf);
  await addLimits(app, http);
  app.setNotFoundHandler(answerUnknownAddress(methodsOf, missingPage));
  await addDocumentation(app, http.publicUrl);
  addMonitoringRoutes(app, createReadiness(app, database), http);
  await app.register(async (scope) => addMailSettingsRoutes(scope as App, database, http.publicUrl));
  if (channels.sms) {
    const options = { publicUrl: http.publicUrl, authToken: channels.sms.authToken };
    await app.register(async (scope) => addTwilioRoutes(scope as App, database, options));
  }
  if (consoleFolder && http.consolePath) {
    const { consolePath: path, publicUrl } = http;
    await addConsole(app, { folder: consoleFolder, path, publicUrl });
  }
  if (pages) await app.register(pages);
  await app.register(async (scope) => addApi(scope as App, database, config), { prefix: '/v1' });
  await app.ready();
  return app;
}

async function addApi(app: App, database: Database, { http, tokens, channels }: AppParts['config']) {
  refuseBrokenQueries(app);
  ignoreTypeOfNothing(app);
  shedLoad(app, database, http);
  const verify = createTokenVerifier(tokens);
  enforceAccess(app, verify, database);
  const { metrics, log: logger } = app;
  const live = createLiveUpdates({ database, metrics, logger, maximum: http.maxStreams });
  connectLiveUpdates(app, live);
  const public_key = channels.webPush?.publicKey ?? null;
  const parts = { database, inTurn: createTurns(), defaultRegion: http.defaultPhoneRegion };
  addOperations(app, parts, {
    stream: openStream(live),
    getWebPushKey: async () => ({ public_key }),
    ...operatorSessionHandlers({ ...parts, verify, publicUrl: http.publicUrl }),
  });
}

function newFastify({ http }: AppParts['config'], logger: Logger): App {
  const app = Fastify({
    ...CONNECTION_LIMITS,
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Log lines name their request themselves; a logger for each request would cost time and tempt to log more.
    childLoggerFactory: (parent) => parent,
    genReqId: requestId,
    trustProxy: http.trustedProxies.length > 0 && addressList(http.trustedProxies),
    ...brokenRequestHandlers(http),
    // While stopping, what still arrives is answered, with `connection: close`.
    return503OnClosing: false,
  }).withTypeProvider<ZodTypeProvider>();
  readJsonBodies(app as unknown as App);
  app.setValidatorCompiler(({ schema }) => (data) => ({ value: parseInput(schema as never, data) }));
  app.setSerializerCompiler(serializerCompiler);
  return app as unknown as App;
}

/** A caller's own id is taken over where it is a short plain token, so that it can be found in both logs. */
function requestId({ headers }: IncomingMessage): string {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && /^[\w-]{8,64}$/.test(sent) ? sent : randomUUID();
}

/** While stopping, every answer closes its connection, or clients would keep it open and the process waiting. */
function closeConnectionsWhileStopping(app: App): void {
  app.decorate('isStopping', false);
  app.addHook('preClose', async () => {
    app.isStopping = true;
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (app.isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
}

function notifyOnWrite(app: App, onWrite: () => void): void {
  app.addHook('onResponse', async ({ method }, { statusCode }) => {
    if (statusCode < 300 && method !== 'GET' && method !== 'HEAD') onWrite();
  });
}

function observe(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const isStream = request.routeOptions.config.longLived && reply.statusCode === 200;
    const status = `${String(reply.statusCode)[0]}xx`;
    const labels = { method: request.method, route: routeOf(request), status };
    if (!isStream) app.metrics.requestSeconds.observe(labels, reply.elapsedTime / 1000);
    if (reply.callbackErrorCode) app.metrics.refusals.inc({ code: reply.callbackErrorCode });
    logRequest(request, reply.statusCode, reply.elapsedTime);
  });
}
