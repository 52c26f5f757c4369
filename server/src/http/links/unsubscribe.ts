/**
 * Behind the link in every mail: a page that asks, so that programs which only look at links stop nothing, and what its button does. Mail
 * programs post to the same address by themselves (RFC 8058). Who has the link needs no account.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { escapeHtml } from '../../delivery/channels/mailLayout.ts';
import { textsFor } from '../../delivery/texts.ts';
import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { App } from '../types.ts';
import { ignoreForms } from './forms.ts';

const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 15vh auto 0; padding: 0 1rem; }
button { font: inherit; padding: .6rem 1.2rem; border-radius: .5rem; }`;
const POLICY = `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** Adds /unsubscribe/{link}. */
export async function addUnsubscribeRoutes(app: App, database: Database): Promise<void> {
  ignoreForms(app);

  app.get<{ Params: { link: string } }>(
    '/unsubscribe/:link',
    { schema: { hide: true } },
    (request, reply) => {
      const { title, question, confirm } = textsOf(request).unsubscribing;
      const button = `<form method="post"><button>${escapeHtml(confirm)}</button></form>`;
      return sendPage(request, reply, title, `<p>${escapeHtml(question)}</p>${button}`);
    },
  );

  app.post<{ Params: { link: string } }>(
    '/unsubscribe/:link',
    { schema: { hide: true } },
    async (request, reply) => {
      const [id = '', secret = '', ...rest] = request.params.link.split('.');
      const isDone =
        rest.length === 0 &&
        isUuid(id) &&
        isUuid(secret) &&
        (await database.value<boolean>(
          (sql) => sql`select callback_private.unsubscribe_from_mail(${id}, ${secret})`,
        ));
      const { title, done, unknown } = textsOf(request).unsubscribing;
      if (!isDone) reply.code(404);
      return sendPage(request, reply, title, `<p>${escapeHtml(isDone ? done : unknown)}</p>`);
    },
  );
}

function textsOf({ headers }: FastifyRequest) {
  return textsFor(headers['accept-language']?.split(/[,;]/, 1)[0] ?? 'en').mail;
}

function sendPage(request: FastifyRequest, reply: FastifyReply, title: string, body: string): FastifyReply {
  const { language, direction } = textsOf(request);
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .send(`<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${STYLE}</style>
<main><h1>${escapeHtml(title)}</h1>${body}</main>
</html>`);
}
