/** An HTTP server that stands in for a provider: gets each request whole, answers as it is told, or not at all. */
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import getTlsOptions from 'smtp-server/lib/tls-options.js';

export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** `silent`: the request was taken, and no answer ever comes. */
export type Answer = { status: number; headers?: Record<string, string>; body?: object } | 'silent';

export interface StandIn {
  port: number;
  /** While true, requests come in and are not taken; they are counted in `waiting`. */
  isHeld: boolean;
  waiting: number;
  /** Requests whose sender left before they had an answer. */
  abandoned: number;
  close(): Promise<void>;
}

/** Starts it on a free port; `secure` with a certificate that nobody trusts. */
export async function startStandIn(
  answer: (asked: Asked) => Answer,
  { secure = false } = {},
): Promise<StandIn> {
  const listener: RequestListener = async (request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) standIn.abandoned += 1;
    });
    if (standIn.isHeld) {
      standIn.waiting += 1;
      return;
    }
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece);
    } catch {
      return; // the client was killed in the middle of its request
    }
    const given = answer({
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces),
    });
    if (given === 'silent') return;
    const { status, headers, body } = given;
    response.writeHead(status, { ...(body && { 'content-type': 'application/json' }), ...headers });
    response.end(body && JSON.stringify(body));
  };
  const server = secure ? createSecureServer(getTlsOptions(), listener) : createServer(listener);
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandIn = {
    isHeld: false,
    waiting: 0,
    abandoned: 0,
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}
