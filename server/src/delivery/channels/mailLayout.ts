/** How a message looks as a mail: plain text, and HTML of one quiet layout that needs no image, for light and dark, left to right and the other way. */
import type { Message } from './channel.ts';

/** The mail as plain text. */
export function mailText(message: Message): string {
  const { greeting, sentences, facts, link, footer, unsubscribe } = message;
  return [
    greeting,
    sentences.join('\n\n'),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    link && `${link.label}:\n${link.url}`,
    `-- \n${footer}\n${unsubscribe.label}: ${unsubscribe.url}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f4f5f7; color: #1a1d21; }
.card { background: #ffffff; border: 1px solid #e2e5e9; border-radius: 12px; }
.quiet { color: #5c6570; }
.line { border-top: 1px solid #e2e5e9; }
.button { background: #1f5fd0; color: #ffffff !important; }
@media (prefers-color-scheme: dark) {
  body, .ground { background: #14171a !important; color: #e9ecef !important; }
  .card { background: #1e2226 !important; border-color: #343a40 !important; }
  .quiet { color: #a9b2bb !important; }
  .line { border-color: #343a40 !important; }
  .button { background: #8ab4ff !important; color: #0b1f44 !important; }
}`;
const FONT = "font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;";

/** The mail as HTML. Everything in it that came from people is escaped. */
export function mailHtml(message: Message): string {
  const { language, direction, title, greeting, sentences, facts, link, footer, unsubscribe } = message;
  const side = direction === 'rtl' ? 'right' : 'left';
  const paragraphs = [greeting, ...sentences].map(
    (text) => `<p style="margin: 0 0 16px;">${escapeHtml(text)}</p>`,
  );
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td class="quiet" style="padding: 4px 0; padding-${side === 'left' ? 'right' : 'left'}: 16px; vertical-align: top; white-space: nowrap;">${escapeHtml(label)}</td>
<td style="padding: 4px 0; width: 100%;"><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body class="ground">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="border-collapse: collapse;"><tr><td align="center" style="padding: 24px 12px;">
<table role="presentation" class="card" cellpadding="0" cellspacing="0" style="width: 100%; max-width: 560px; border-collapse: separate;"><tr>
<td dir="${direction}" style="padding: 28px 28px 24px; text-align: ${side}; font-size: 16px; line-height: 1.5; ${FONT}">
<h1 style="margin: 0 0 20px; font-size: 20px; line-height: 1.3; font-weight: 600;">${escapeHtml(title)}</h1>
${paragraphs.join('\n')}
<table cellpadding="0" cellspacing="0" class="line" style="width: 100%; margin: 0 0 20px; padding-top: 12px; font-size: 15px;">
${rows.join('\n')}
</table>
${link ? `<p style="margin: 0 0 8px;"><a class="button" href="${escapeHtml(link.url)}" style="display: inline-block; padding: 12px 20px; border-radius: 8px; font-weight: 600; text-decoration: none;">${escapeHtml(link.label)}</a></p>` : ''}
</td></tr></table>
<p class="quiet" dir="${direction}" style="max-width: 504px; margin: 16px auto 0; font-size: 13px; line-height: 1.5; text-align: ${side}; ${FONT}">${escapeHtml(footer)}
<a class="quiet" href="${escapeHtml(unsubscribe.url)}">${escapeHtml(unsubscribe.label)}</a></p>
</td></tr></table>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, in an element or an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
