/** Live updates: what happens to the caller's requests and notifications, told as it happens (server-sent events). */
import { RequestEvent, StreamHeaders } from '@ringback/client';
import type { LiveUpdates } from '../../live/liveUpdates.ts';
import type { App } from '../app.ts';
import { errorAnswers } from '../openapi.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answer ends when the caller goes, so that its duration says nothing. */
    longLived?: boolean;
  }
}

const DESCRIPTION = `Messages as server-sent events, for readers that can send the header Authorization (fetch, not EventSource):

- \`request\`: a RequestEvent
- \`unread\`: \`{ "unread": 1 }\`, at the beginning and whenever it may have changed
- \`reset\`: the stream cannot go on where it was; read everything anew
- \`end\`: \`{ "reason": "token_expired" }\` or \`"stopping"\`; come back with a valid token

Every \`id\` may be sent as \`Last-Event-ID\` to any process. A comment comes at least every 15 seconds.`;

/** Adds /stream. Every write of this process is announced to its own streams. */
export function addStreamRoute(app: App, live: LiveUpdates): void {
  app.addHook('onResponse', async ({ method, userId }, { statusCode }) => {
    if (method !== 'GET' && statusCode < 300) live.announce(userId);
  });
  app.addHook('preClose', () => live.stop());

  app.route({
    method: 'GET',
    url: '/stream',
    // A HEAD would hold a stream open.
    exposeHeadRoute: false,
    config: { longLived: true },
    schema: {
      operationId: 'stream',
      summary: 'Follow the caller’s requests and notifications',
      description: DESCRIPTION,
      tags: ['Live updates'],
      headers: StreamHeaders,
      response: {
        200: {
          description: 'The stream; the schema is that of the data of `request`.',
          content: { 'text/event-stream': { schema: RequestEvent } },
        },
        ...errorAnswers(),
      },
    },
    async handler({ userId, tokenExpiresAtMs, headers }, reply) {
      const target = { raw: reply.raw, headers: reply.getHeaders() };
      await live.open({ userId, tokenExpiresAtMs }, headers['last-event-id'] ?? null, target);
      return reply.hijack();
    },
  });
}
