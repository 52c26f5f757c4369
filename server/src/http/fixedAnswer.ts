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

interface Written {
  tag: string;
  /** By the name that HTTP has for it, the smallest first. */
  bodies: [encoding: string, body: Buffer][];
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
    const [encoding, body] = choose(headers['accept-encoding'], bodies);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(contentType).send(body);
  });
}

async function prepare(text: string): Promise<Written> {
  const body = Buffer.from(text);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return {
    tag: `W/"${hash}"`,
    bodies: [
      ['br', await promisify(brotliCompress)(body)],
      ['gzip', await promisify(gzip)(body)],
      ['identity', body],
    ],
  };
}

/** The smallest that the caller takes; `q=0` refuses one. */
function choose(accepted: string | string[] = '', bodies: Written['bodies']): [string, Buffer] {
  const names = String(accepted)
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  const found = bodies.find(([encoding]) => names.includes(encoding) || encoding === 'identity');
  return found as [string, Buffer];
}
