/** The mailbox's pages: what was sent, newest first, and each mail as its reader sees it. Plain HTML; works without JavaScript. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escaped } from '../html.ts';
import type { Kept, Mailbox } from './mailbox.ts';
import { recipientOf, recipientsOf } from './recipients.ts';

const PAGE = { schema: { hide: true }, config: { unlimited: true } };
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";
const SHELL_POLICY = `${NOTHING}; style-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'`;
/** A mail may bring its own styles and nothing else; the icon is the site's, which browsers ask for beside every page. */
const MAIL_POLICY = `${NOTHING}; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** Adds /demo/mail and what is below it. */
export function addMailbox(app: FastifyInstance, mailbox: Mailbox): void {
  app.get<{ Querystring: { to?: string } }>('/demo/mail', PAGE, async ({ query }, reply) =>
    send(reply, 'Mailbox', list(mailbox.all(), query.to)),
  );

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

/** Those to one person, or all. */
function list(items: Kept[], to: string | undefined): string {
  const shown = to === undefined ? items : items.filter((item) => recipientOf(item).id === to);
  const rows = shown.map((item) => `<li>${summary(item)}</li>`).join('\n');
  return `<section><p>What Ringback has sent since it was started, the newest first. Nothing leaves this machine, and everybody is invented.</p>
${items.length === 0 ? NONE : `${filter(items, to)}<ul class="links messages">${rows}</ul>`}</section>`;
}

function filter(items: Kept[], to: string | undefined): string {
  const everyone = { href: '/demo/mail', name: 'Everyone', count: items.length, isChosen: to === undefined };
  const choices = recipientsOf(items).map(({ id, name, count }) => ({
    ...{ name, count, isChosen: id === to },
    href: `/demo/mail?to=${encodeURIComponent(id)}`,
  }));
  const links = [everyone, ...choices].map(({ href, name, count, isChosen }) => {
    const current = isChosen ? ' aria-current="true"' : '';
    return `<li><a href="${escaped(href)}"${current}><bdi>${escaped(name)}</bdi> <b>${count}</b></a></li>`;
  });
  return `<nav aria-label="Recipient"><ul class="chips">${links.join('')}</ul></nav>`;
}

function summary(item: Kept): string {
  const [kind, what] = item.kind === 'mail' ? ['Mail', item.subject] : ['SMS', item.text];
  return `<a href="/demo/mail/${item.id}" dir="auto">${escaped(what)}</a> <span>${kind} to <bdi>${escaped(recipientOf(item).name)}</bdi>, ${time(item.at)}</span>`;
}

function view(item: Kept): string {
  const { id, name } = recipientOf(item);
  const facts = `<dl><div><dt>To</dt><dd><bdi>${escaped(name)}</bdi> &lt;${escaped(item.to)}&gt;</dd></div><div><dt>At</dt><dd>${time(item.at)}</dd></div></dl>`;
  const text = `<pre dir="auto">${escaped(item.text)}</pre>`;
  const body =
    item.kind === 'mail'
      ? `<div class="parts">
<div><h2>As a styled mail</h2><iframe class="mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/demo/mail/${item.id}/body" title="The mail"></iframe></div>
<div><h2>As plain text</h2>${text}</div>
</div>`
      : text;
  const theirs = `/demo/mail?to=${encodeURIComponent(id)}`;
  return `<section>${facts}${body}<p><a href="/demo/mail">All messages</a> · <a href="${escaped(theirs)}">All to <bdi>${escaped(name)}</bdi></a></p></section>`;
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
<body class="mailbox">
<header><img src="/demo/icon.svg" alt="" width="44" height="44"><h1 dir="auto">${escaped(title)}</h1></header>
<main>${body}</main>
</body>
</html>
`);
}

const time = (at: Date) =>
  `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')} UTC</time>`;
