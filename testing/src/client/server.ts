/** A real HTTP server on this machine that answers as a test tells it to, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Handler = (response: ServerResponse, request: SeenRequest) => unknown;

export interface TestServer {
  url: string;
  requests: SeenRequest[];
}

/** Starts a server that lives until the test is over. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: await text(incoming),
    };
    requests.push(request);
    await handler(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** Gives each handler one request, the last one all that follow. */
export function inTurn(...handlers: Handler[]): Handler {
  let next = 0;
  return (response, request) => handlers[Math.min(next++, handlers.length - 1)]?.(response, request);
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const problem = (
  status: number,
  code: string,
  extra: object = {},
  headers: Record<string, string> = {},
) =>
  json(
    status,
    { type: `urn:ringback:error:${code}`, title: code, status, code, detail: `About ${code}.`, ...extra },
    { 'content-type': 'application/problem+json', ...headers },
  );

export const raw =
  (status: number, body: string, headers: Record<string, string> = {}): Handler =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** Closes the connection without an answer. */
export const drop: Handler = (response) => response.destroy();

/** Begins an answer and closes the connection in the middle of it. */
export const cut: Handler = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id": "0197', () => response.destroy());
};

/** Never answers. */
export const hang: Handler = () => {};
