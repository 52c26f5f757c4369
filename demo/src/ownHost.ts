/** Keeps pages of other sites from using the demo, which signs anyone in as anyone. */
import { isIP } from 'node:net';
import { CallbackError } from '@ringback/client';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the routes of this scope answer to the demo's own name, or an address. Any other name may be one that a foreign site has
 * pointed at this machine (DNS rebinding), whose scripts could then read what is answered.
 */
export function answerToOwnHost(app: FastifyInstance, publicUrl: string): void {
  const own = new Set(['localhost', new URL(publicUrl).hostname]);
  app.addHook('onRequest', async ({ headers }) => {
    const asked = URL.parse(`http://${headers.host}`)?.hostname ?? '';
    if (own.has(asked) || isIP(asked.replace(/[[\]]/g, '')) !== 0) return;
    throw new CallbackError(
      'forbidden',
      `The demo answers to ${publicUrl} only; set PUBLIC_URL to use another name.`,
    );
  });
}
