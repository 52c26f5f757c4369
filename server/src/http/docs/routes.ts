/** /docs: the reference, drawn once from the OpenAPI document, and its styles. No script, no foreign host. */
import { addFixedAnswer } from '../fixedAnswer.ts';
import type { App } from '../types.ts';
import type { Document } from './document.ts';
import { drawReference } from './page.ts';
import { STYLE } from './style.ts';

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Adds the page, its styles, and the way to it from /docs/. */
export function addReference(app: App): void {
  addFixedAnswer(app, '/docs', {
    contentType: 'text/html; charset=utf-8',
    contentPolicy: CONTENT_POLICY,
    write: () => drawReference(app.swagger() as unknown as Document),
  });
  addFixedAnswer(app, '/docs/style.css', { contentType: 'text/css; charset=utf-8', write: () => STYLE });
  app.get('/docs/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('../docs', 308));
}
