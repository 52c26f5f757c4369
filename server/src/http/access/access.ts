/**
 * The one place where access is enforced. The description of a route's operation says who may call it; a route
 * under /v1 without a description cannot be added.
 */
import { CallbackError, type Operation } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database.ts';
import type { App } from '../types.ts';
import { type Identity, invalidToken, isPersonId, type TokenVerifier } from './identity.ts';
import { operatorOfToken, requireRole } from './operators.ts';
import { bringsSession, operatorOfSession } from './sessions.ts';

const MAXIMUM_TOKEN_BYTES = 8192;

/** From now on a route under /v1 cannot be added without its operation. */
export function requireDescriptions(app: App): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith('/v1/') || config?.operation) return;
    throw new Error(`${method} ${url} has no operation; describe it in @ringback/client.`);
  });
}

/** Makes every route of the scope ask for what its operation's access requires, before its body is read. */
export function enforceAccess(app: App, verify: TokenVerifier, database: Database): void {
  app.decorateRequest('userId', '');
  app.decorateRequest('operatorId', '');
  app.decorateRequest('operatorSessionId', null);
  app.decorateRequest('tokenExpiresAtMs', 0);
  app.addHook('onRequest', async (request) => {
    const operation = request.routeOptions.config.operation as Operation;
    const { access } = operation;
    if (access === 'public') return;
    if (access === 'operator' && bringsSession(request)) return actInSession(database, request, operation);
    const identity = await verify(bearerToken(request));
    request.tokenExpiresAtMs = identity.expiresAtMs;
    if (access === 'user') request.userId = actingUser(identity, request.headers['ringback-user']);
    else if (access === 'operator') {
      const operator = await operatorOfToken(database, identity);
      requireRole(operator, operation);
      request.operatorId = operator.id;
    } else requireService(identity);
  });
}

/** @throws CallbackError `unauthenticated` when there is none, or it is none */
export function bearerToken(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined)
    throw invalidToken('Sign in: send your token in the header "Authorization: Bearer …".');
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined || header.length > MAXIMUM_TOKEN_BYTES) {
    throw invalidToken('The Authorization header must be "Bearer " and a token of at most 8 kB.');
  }
  return token;
}

async function actInSession(
  database: Database,
  request: FastifyRequest,
  operation: Operation,
): Promise<void> {
  const operator = await operatorOfSession(database, request);
  requireRole(operator, operation);
  request.operatorId = operator.id;
  request.operatorSessionId = operator.session_id;
}

function actingUser({ userId }: Identity, named: string | string[] | undefined): string {
  if (userId !== null) {
    if (named === undefined) return userId;
    throw new CallbackError(
      'forbidden',
      'Only the marketplace’s own service may act for another person; leave the header Ringback-User out.',
    );
  }
  if (isPersonId(named)) return named;
  throw new CallbackError(
    'invalid_input',
    'Set the header Ringback-User to the id of the person you act for.',
    { field: 'Ringback-User' },
  );
}

function requireService({ isService }: Identity): void {
  if (isService) return;
  throw new CallbackError('forbidden', 'Only the marketplace’s own service may do this.');
}
