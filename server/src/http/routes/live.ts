/** The stream of live updates as a route: what opens a stream, and what announces a write to the streams of its person. */
import type { LiveUpdates } from '../../live/liveUpdates.ts';
import type { App, OperationHandler } from '../types.ts';

/** Makes every write of this process known to its own streams, and ends them when the application closes. */
export function connectLiveUpdates(app: App, live: LiveUpdates): void {
  app.addHook('onResponse', async ({ method, userId }, { statusCode }) => {
    if (method !== 'GET' && statusCode < 300) live.announce(userId);
  });
  app.addHook('preClose', () => live.stop());
}

/** Makes the handler of the operation `stream`. */
export function openStream(live: LiveUpdates): OperationHandler {
  return async ({ userId, tokenExpiresAtMs, headers }, reply) => {
    const target = { raw: reply.raw, headers: reply.getHeaders() };
    const lastEventId = headers['last-event-id'] as string | undefined;
    await live.open({ userId, tokenExpiresAtMs }, lastEventId ?? null, target);
    return reply.hijack();
  };
}
