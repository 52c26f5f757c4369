/** Which methods a path has: a path that exists answers 405 and names them, any other 404. */
import { CallbackError } from '@ringback/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './errors.ts';
import type { App } from './types.ts';

/** The methods of an address (path and query); empty when there is no such address. */
export type MethodsOf = (url: string) => string[];

/** Remembers every route that is added from now on. */
export function knowMethods(app: App): MethodsOf {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url === '*') return; // the CORS plugin's preflight for everything
    const entry = known.get(url) ?? { pattern: toPattern(url), methods: new Set(['OPTIONS']) };
    for (const name of [method].flat()) entry.methods.add(name);
    known.set(url, entry);
  });
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    const matching = [...known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  };
}

/** The handler for requests that match no route. `page` is for browsers, outside the API. */
export function answerUnknownAddress(methodsOf: MethodsOf, page?: string) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const methods = methodsOf(request.url);
    if (methods.length === 0 && page && wantsPage(request)) {
      return reply.code(404).type('text/html; charset=utf-8').send(page);
    }
    if (methods.length === 0) {
      return sendError(new CallbackError('not_found', 'Unknown path; see /docs.'), request, reply);
    }
    reply.header('allow', methods.join(', '));
    return sendError(
      new CallbackError('method_not_allowed', `Method not allowed; use ${methods.join(', ')}.`),
      request,
      reply,
    );
  };
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/v1/') && /\btext\/html\b/.test(headers.accept ?? '');
}

/** `/v1/things/:id` as a pattern for whole paths. */
function toPattern(url: string): RegExp {
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*/g, '.*');
  return new RegExp(`^${source}$`);
}
