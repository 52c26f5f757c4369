/** The mailbox's pages: what was sent, newest first, and each mail as its reader sees it. Plain HTML; works without JavaScript. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escaped } from '../html.ts';
import type { Kept, Mailbox } from './mailbox.ts';

const PAGE = { schema: { hide: true }, config: { unlimited: true } };
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";
const SHELL_POLICY = `${NOTHING}; style-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'`;
/** A mail may bring its own styles and nothing else; the icon is the site's, which browsers ask for beside every page. */
const MAIL_POLICY = `${NOTHING}; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** Adds /demo/mail and what is below it. */
export function addMailbox(app: FastifyInstance, mailbox: Mailbox): void {
  app.get('/demo/mail', PAGE, async (_request, reply) => send(reply, 'Mailbox', list(mailbox.all())));

  app.get<{ Params: { id: string } }>('/demo/mail/:id', PAGE, async ({ params }, reply) => {
    const item = mailbox.find(Number(params.id));
    if (!item) return send(reply.code(404), 'Mailbox', GONE);
    return send(reply, item.kind === 'mail' ? item.subject : 'SMS', view(item));
  });

  app.get<{ Params: { id: string } }>('/demo/mail/:id/body', PAGE, async ({ params }, reply) => {
    const item = mailbox.find(Number(params.id));
    if (item?.kind !== 'mail') return send(reply.code(404), 'Mailbox', GONE);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', MAIL_POLICY)
      .header('x-frame-options', 'SAMEORIGIN')
      .send(item.html.replace('<head>', '<head><base target="_blank">'));
  });
}

const GONE = '<p>This message is not kept any more. <a href="/demo/mail">All messages</a></p>';
const NONE =
  '<p>Nothing was sent yet. Request a callback in the <a href="/market">marketplace</a>, then reload this page.</p>';

function list(items: Kept[]): string {
  const rows = items.map((item) => {
    const what = item.kind === 'mail' ? item.subject : item.text;
    const kind = item.kind === 'mail' ? 'Mail' : 'SMS';
    return `<li><a href="/demo/mail/${item.id}">${escaped(what)}</a> <span>${kind} to <bdi>${escaped(item.to)}</bdi>, ${time(item.at)}</span></li>`;
  });
  return `<section><p>What Ringback has sent since it was started, the newest first. Nothing leaves this machine, and everybody is invented.</p>
${rows.length === 0 ? NONE : `<ul class="links">${rows.join('\n')}</ul>`}</section>`;
}

function view(item: Kept): string {
  const facts = `<dl><div><dt>To</dt><dd>${escaped(item.to)}</dd></div><div><dt>At</dt><dd>${time(item.at)}</dd></div></dl>`;
  const body =
    item.kind === 'mail'
      ? `<iframe class="mail" src="/demo/mail/${item.id}/body" title="The mail"></iframe>
<details><summary>As plain text</summary><pre dir="auto">${escaped(item.text)}</pre></details>`
      : `<pre dir="auto">${escaped(item.text)}</pre>`;
  return `<section>${facts}${body}<p><a href="/demo/mail">All messages</a></p></section>`;
}

function send(reply: FastifyReply, title: string, body: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', SHELL_POLICY)
    .send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/start.css">
</head>
<body>
<header><img src="/demo/icon.svg" alt="" width="44" height="44"><h1 dir="auto">${escaped(title)}</h1></header>
<main>${body}</main>
</body>
</html>
`);
}

const time = (at: Date) =>
  `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time>`;
