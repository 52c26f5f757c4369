/** Answers that stay the same while the process runs: written and compressed once, and kept by callers. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { App } from './types.ts';

export interface FixedAnswer {
  contentType: string;
  /** Where it is a page; otherwise the one that allows nothing. */
  contentPolicy?: string;
  /** Called at the first request. */
  write(): string;
}

/** A body by the name that HTTP has for its encoding; in a list, the smallest first. */
export type Encoded = [encoding: string, body: Buffer];

interface Written {
  tag: string;
  bodies: Encoded[];
}

/** Adds a route that gives it. */
export function addFixedAnswer(app: App, path: string, { contentType, contentPolicy, write }: FixedAnswer) {
  let written: Promise<Written> | undefined;
  app.get(path, { schema: { hide: true } }, async ({ headers }, reply) => {
    written ??= prepare(write());
    const { tag, bodies } = await written;
    const vary = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '); // CORS has its own
    reply.header('cache-control', 'no-cache').header('etag', tag).header('vary', vary);
    if (contentPolicy) reply.header('content-security-policy', contentPolicy);
    if (headers['if-none-match'] === tag) return reply.code(304).send();
    const [encoding, body] = chooseEncoding(headers['accept-encoding'], bodies);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(contentType).send(body);
  });
}

async function prepare(text: string): Promise<Written> {
  return { tag: tagOf(text), bodies: await encoded(text) };
}

/** The text in every encoding. */
export async function encoded(text: string): Promise<Encoded[]> {
  const body = Buffer.from(text);
  return [
    ['br', await promisify(brotliCompress)(body)],
    ['gzip', await promisify(gzip)(body)],
    ['identity', body],
  ];
}

/** For ETag. */
export const tagOf = (content: string | Buffer) =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

/** The smallest that the caller takes; `q=0` refuses one. */
export function chooseEncoding(accepted: string | string[] = '', bodies: Encoded[]): Encoded {
  const names = String(accepted)
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  const found = bodies.find(([encoding]) => names.includes(encoding) || encoding === 'identity');
  return found as Encoded;
}
