/** What the routes read: bodies of JSON in UTF-8, none at all where the operation has none, and queries that can be decoded. */
import { CallbackError } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import type { App } from './types.ts';

/** Replaces Fastify's parser, which takes bytes that are no UTF-8 for U+FFFD, and refuses an empty body wherever it is said to be JSON. */
export function readJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['text/plain', 'application/json']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0 && !takesBody(request)) return done(null, undefined);
    const text = decoded(body as Buffer);
    return text === null ? done(notUtf8()) : parse(request, text, done);
  });
}

/** Many clients name a type also where they send nothing; then it says nothing. */
export function ignoreTypeOfNothing(app: App): void {
  app.addHook('onRequest', async (request) => {
    const { headers } = request;
    const isEmpty = headers['content-length'] === undefined || headers['content-length'] === '0';
    if (isEmpty && headers['transfer-encoding'] === undefined && !takesBody(request))
      delete headers['content-type'];
  });
}

/** The library keeps a value that it cannot decode as it is, and a search for it finds nothing. */
export function refuseBrokenQueries(app: App): void {
  app.addHook('onRequest', async ({ url }) => {
    const place = url.indexOf('?');
    if (place >= 0 && !isDecodable(url.slice(place + 1))) {
      throw new CallbackError('malformed_request', 'The query is not percent-encoded UTF-8.');
    }
  });
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const takesBody = ({ routeOptions }: FastifyRequest) => routeOptions.config.operation?.body !== undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

function notUtf8(): CallbackError {
  return new CallbackError('malformed_request', 'The body is not valid UTF-8; send JSON encoded as UTF-8.');
}
