/** Finished pages, each at its address and with a policy that lets it work; the demo brings them. */
import type { FastifyPluginAsync } from 'fastify';

export interface Page {
  path: string;
  contentType: string;
  body: string;
  contentPolicy: string;
}

/** A plugin that serves the pages. */
export function servePages(pages: Page[]): FastifyPluginAsync {
  return async (app) => {
    for (const { path, contentType, body, contentPolicy } of pages) {
      app.get(path, { schema: { hide: true } }, async (_request, reply) =>
        reply.type(contentType).header('content-security-policy', contentPolicy).send(body),
      );
    }
  };
}
