/** Requests so broken that they reach no route and no hook: they are answered like any other error, with the headers set here. */
import type { Socket } from 'node:net';
import { ERRORS } from '@ringback/client';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpConfig } from '../platform/config.ts';
import { PROBLEM_JSON, sendError } from './errors.ts';
import { CONTENT_POLICY, HTTPS_ONLY } from './headers.ts';

const BROKEN: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are longer than 16 kB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
};

/** A client that keeps its half open would keep the connection: it gets a moment to read the answer. */
const CLOSE_WITHIN_MS = 1_000;

/** The two handlers that Fastify asks for. */
export function brokenRequestHandlers({ publicUrl }: HttpConfig) {
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': CONTENT_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': HTTPS_ONLY }),
  };
  return {
    /** The address cannot be decoded, or a part of it is too long. */
    frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply): void {
      sendError(error, request, reply.headers({ ...headers, 'x-request-id': request.id }));
    },

    /** Not HTTP, or too long or too slow to be read. */
    clientErrorHandler(error: ConnectionError, socket: Socket): void {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      const [status, detail] = BROKEN[error.code] ?? [400, 'The request is not valid HTTP.'];
      closeWith(socket, answer(status, detail, headers));
    },
  };
}

function closeWith(socket: Socket, text: string): void {
  const timer = setTimeout(() => socket.destroy(), CLOSE_WITHIN_MS);
  socket.once('close', () => clearTimeout(timer));
  socket.on('error', () => {}).end(text);
}

function answer(status: number, detail: string, headers: Record<string, string>): string {
  const { title } = ERRORS.malformed_request;
  const body = JSON.stringify({
    type: 'urn:ringback:error:malformed_request',
    title,
    status,
    code: 'malformed_request',
    detail,
  });
  const all = {
    'content-type': PROBLEM_JSON,
    'content-length': Buffer.byteLength(body),
    ...headers,
    connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${title}`, ...lines, '', body].join('\r\n');
}
