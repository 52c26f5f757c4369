/**
 * How many connections this process holds, and how many of one peer. One too many is answered with a refusal and closed; while many are
 * being refused, further ones are cut off at once. Addresses of proxies and offices, where many people share one, are exempt from the
 * bound by address.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { CallbackError } from '@ringback/client';
import { addressList, networkOf } from '../platform/addresses.ts';
import type { HttpConfig } from '../platform/config.ts';
import { overloaded } from '../platform/database.ts';
import type { App } from './types.ts';

/** So many wait for their refusal. They need descriptors, which are kept free for it (platform/config.ts). */
const REFUSED_AT_ONCE = 32;

type Limits = Pick<
  HttpConfig,
  'maxConnections' | 'maxConnectionsPerAddress' | 'trustedProxies' | 'exemptAddresses'
>;

/** Bounds the connections of the application's server. What monitoring asks is answered also on one too many. */
export function limitConnections(app: App, limits: Limits): void {
  const refused = countConnections(app.server, limits);
  app.addHook('onRequest', async (request, reply) => {
    const refusal = refused.get(request.raw.socket);
    if (!refusal) return;
    reply.header('connection', 'close');
    if (!request.routeOptions.config.unlimited) throw refusal;
  });
}

/** Gives the open connections that are one too many, each with its refusal. */
function countConnections(server: Server, limits: Limits): Map<Socket, CallbackError> {
  const isExempt = addressList([...limits.trustedProxies, ...limits.exemptAddresses]);
  const byNetwork = new Map<string, number>();
  const refused = new Map<Socket, CallbackError>();
  let open = 0;

  function refusalFor(address: string, ofNetwork: number): CallbackError | undefined {
    if (open > limits.maxConnections) return overloaded();
    const isTooMany = ofNetwork > limits.maxConnectionsPerAddress && !isExempt(address);
    return isTooMany ? tooManyOfOneAddress(limits.maxConnectionsPerAddress) : undefined;
  }

  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const network = networkOf(address);
    const ofNetwork = (byNetwork.get(network) ?? 0) + 1;
    byNetwork.set(network, ofNetwork);
    open += 1;
    const refusal = refusalFor(address, ofNetwork);
    if (refusal && refused.size >= REFUSED_AT_ONCE) socket.destroy();
    else if (refusal) refused.set(socket, refusal);
    socket.once('close', () => {
      open -= 1;
      refused.delete(socket);
      const left = (byNetwork.get(network) ?? 1) - 1;
      if (left === 0) byNetwork.delete(network);
      else byNetwork.set(network, left);
    });
  });
  return refused;
}

function tooManyOfOneAddress(maximum: number): CallbackError {
  return new CallbackError(
    'rate_limited',
    `This address has ${maximum} connections open already; close one of them first.`,
    { limit: 'connections_per_address', retryAfterSeconds: 5 },
  );
}
