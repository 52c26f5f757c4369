/**
 * The operator's console: files that were built, held in memory and known by name, so that no address leads out of
 * their folder. Its index.html answers every other address below the console's path that a browser navigates to.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { CallbackError } from '@ringback/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding, type Encoded, encoded, tagOf } from './fixedAnswer.ts';
import type { App } from './types.ts';

export interface ConsoleOptions {
  /** Of the built files. */
  folder: string;
  /** Below which they are served, such as /console. */
  path: string;
  /** The address that people use; what its path holds before /v1 stands before the console's path too. */
  publicUrl: string;
}

interface File {
  contentType: string;
  cacheControl: string;
  tag: string;
  bodies: Encoded[];
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** As HTTP and the build call them, the smallest first. */
const COMPRESSED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** Their names hold a hash of what is in them. */
const HASHED = /^assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Scripts, styles and pictures from here, calls to here, and nothing else; nothing inline. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

const ROUTE = { schema: { hide: true }, config: { unlimited: true } };

/** Adds the console's addresses. */
export async function addConsole(app: App, options: ConsoleOptions): Promise<void> {
  const files = readFiles(options.folder);
  const index = await indexFile(options);
  const answer = (request: FastifyRequest<{ Params: { '*'?: string } }>, reply: FastifyReply) => {
    const name = request.params['*'] ?? '';
    const file = files.get(name);
    if (file) return sendFile(request, reply, file);
    if (!isNavigation(request) || HASHED.test(name)) throw unknownFile();
    reply.header('content-security-policy', CONTENT_POLICY);
    return sendFile(request, reply, index);
  };
  app.get(options.path, ROUTE, answer);
  app.get(`${options.path}/*`, ROUTE, answer);
}

function sendFile({ headers }: FastifyRequest, reply: FastifyReply, file: File): FastifyReply {
  const vary = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '); // CORS has its own
  reply.header('cache-control', file.cacheControl).header('etag', file.tag).header('vary', vary);
  if (headers['if-none-match'] === file.tag) return reply.code(304).send();
  const [encoding, body] = chooseEncoding(headers['accept-encoding'], file.bodies);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(file.contentType).send(body);
}

/** A page that was asked for, not a script or a style that a page misses. */
function isNavigation({ headers }: FastifyRequest): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode ? mode === 'navigate' : /\btext\/html\b|\*\/\*/.test(headers.accept ?? '*/*');
}

const unknownFile = () =>
  new CallbackError('not_found', 'This file belongs to another version of the console; reload the page.');

/** All but index.html, by their names below the folder. */
function readFiles(folder: string): Map<string, File> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => extname(name) in CONTENT_TYPES && name !== 'index.html');
  return new Map(names.map((name) => [name, readBuilt(folder, name)]));
}

/** With what the build left compressed beside it. */
function readBuilt(folder: string, name: string): File {
  const path = join(folder, name);
  const body = readFileSync(path);
  const compressed = COMPRESSED.filter(([, ending]) => existsSync(path + ending)).map(
    ([encoding, ending]): Encoded => [encoding, readFileSync(path + ending)],
  );
  return {
    contentType: CONTENT_TYPES[extname(name)] as string,
    cacheControl: HASHED.test(name) ? FOR_EVER : ASK_AGAIN,
    tag: tagOf(body),
    bodies: [...compressed, ['identity', body]],
  };
}

/** Says where the console and the API are. */
async function indexFile({ folder, path, publicUrl }: ConsoleOptions): Promise<File> {
  const before = new URL(publicUrl).pathname.replace(/\/$/, '');
  const text = readFileSync(join(folder, 'index.html'), 'utf8')
    .replace('<base href="/" />', `<base href="${before}${path}/" />`)
    .replace('name="ringback-api" content=""', `name="ringback-api" content="${before}"`);
  return {
    contentType: CONTENT_TYPES['.html'] as string,
    cacheControl: ASK_AGAIN,
    tag: tagOf(text),
    bodies: await encoded(text),
  };
}
