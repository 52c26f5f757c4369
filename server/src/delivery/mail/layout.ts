/**
 * A message as the HTML part of a mail. It uses tables, and a fixed width for Outlook, which renders with
 * Word. Only the logo and the listing's picture are loaded, and the mail is complete without them.
 */
import { type Brand, edgeOf } from '../brand.ts';
import type { Entry, Message } from '../channels/channel.ts';
import { escapeHtml } from './html.ts';
import { FONT, LIGHT, mailStyle } from './styles.ts';

const WIDTH = 560;
const PICTURE = 88;
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
/** Keeps mail programs from showing more than the first sentence as the preview. */
const FILLING = '&#847;&zwnj;&nbsp;'.repeat(60);

/** The mail as HTML. Everything that people wrote is escaped. */
export function mailHtml(message: Message): string {
  const { language, direction, title, sentences, brand } = message;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(title)}</title>
<style>${mailStyle(brand)}</style>
</head>
<body class="ground" style="margin: 0; padding: 0; background-color: ${LIGHT.ground};">
<div style="display: none; max-height: 0; overflow: hidden; mso-hide: all;">${escapeHtml(sentences[0] ?? '')}${FILLING}</div>
<table ${TABLE} class="ground" width="100%" bgcolor="${LIGHT.ground}" style="background-color: ${LIGHT.ground};"><tr><td align="center" style="padding: 24px 12px;">
<!--[if mso]><table ${TABLE} width="${WIDTH}"><tr><td><![endif]-->
<table ${TABLE} width="100%" lang="${language}" dir="${direction}" style="max-width: ${WIDTH}px; font-family: ${FONT};">
<tr><td style="padding: 0 4px 16px; text-align: ${startOf(message)};">${header(brand)}</td></tr>
<tr><td class="card pad text" bgcolor="${LIGHT.card}" style="${cardStyle(message)}">${body(message)}</td></tr>
<tr><td style="padding: 16px 4px 0; text-align: ${startOf(message)};">${footerOf(message)}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

const startOf = ({ direction }: Pick<Message, 'direction'>) => (direction === 'rtl' ? 'right' : 'left');
const endOf = ({ direction }: Pick<Message, 'direction'>) => (direction === 'rtl' ? 'left' : 'right');

/** The logo, or the name until pictures are shown. */
function header({ name, logoUrl }: Brand): string {
  const style = `font-family: ${FONT}; font-size: 18px; line-height: 40px; font-weight: 700; color: ${LIGHT.text};`;
  if (!logoUrl) return `<span class="text" style="${style}">${escapeHtml(name)}</span>`;
  const image = `<img class="logo" src="${escapeHtml(logoUrl)}" alt="${escapeHtml(name)}" height="40"`;
  return `${image} style="display: inline-block; height: 40px; width: auto; max-width: 240px; ${style}">`;
}

function cardStyle(message: Message): string {
  const { color } = message.brand;
  return (
    `background-color: ${LIGHT.card}; border: 1px solid ${LIGHT.line}; border-top: 4px solid ${color}; border-radius: 8px;` +
    ` padding: 28px 32px; text-align: ${startOf(message)}; font-size: 16px; line-height: 1.5; color: ${LIGHT.text};`
  );
}

function body(message: Message): string {
  const { title, greeting, sentences, listing, entries, quotes, link } = message;
  const [happened = '', ...next] = sentences;
  return [
    `<h1 class="text" style="margin: 0 0 16px; font-size: 22px; line-height: 1.3; font-weight: 700;">${escapeHtml(title)}</h1>`,
    ...[greeting, happened].map(paragraph),
    ...quotes.map((quote) => quoteOf(quote, message)),
    listing ? listingOf(listing, message) : '',
    entries.length > 0 ? entriesOf(entries, message) : '',
    ...next.map(paragraph),
    link ? button(link, message.brand) : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const paragraph = (text: string) => `<p style="margin: 0 0 16px;">${escapeHtml(text)}</p>`;
/** What people wrote keeps its own direction. */
const typed = (lines: string[]) => lines.map((line) => `<bdi>${escapeHtml(line)}</bdi>`).join('<br>');

function quoteOf({ label, lines }: Entry, message: Message): string {
  const bar = `border-${startOf(message)}: 3px solid ${LIGHT.line}; padding: 2px 0; padding-${startOf(message)}: 14px;`;
  return `<p class="quiet" style="margin: 0 0 6px; font-size: 14px; color: ${LIGHT.quiet};">${escapeHtml(label)}</p>
<table ${TABLE} width="100%" style="margin: 0 0 20px;"><tr><td class="line" style="${bar}">${typed(lines)}</td></tr></table>`;
}

function listingOf({ title, price, imageUrl }: NonNullable<Message['listing']>, message: Message): string {
  const picture = `<td width="${PICTURE}" style="padding: 12px 0; padding-${endOf(message)}: 16px; vertical-align: top;">
<img src="${escapeHtml(imageUrl ?? '')}" alt="" width="${PICTURE}" style="display: block; width: ${PICTURE}px; max-height: 120px; object-fit: cover; border-radius: 6px;"></td>`;
  const amount = price
    ? `<br><span class="quiet" style="color: ${LIGHT.quiet};">${escapeHtml(price.lines.join(' '))}</span>`
    : '';
  return `<table ${TABLE} width="100%" class="line" style="border-top: 1px solid ${LIGHT.line};"><tr>${imageUrl ? picture : ''}
<td style="padding: 12px 0; vertical-align: top;"><strong><bdi>${escapeHtml(title)}</bdi></strong>${amount}</td></tr></table>`;
}

function entriesOf(entries: Entry[], message: Message): string {
  const rows = entries.map(
    ({ label, lines }) => `<tr class="entry">
<td class="quiet" width="30%" style="padding: 6px 0; padding-${endOf(message)}: 16px; vertical-align: top; color: ${LIGHT.quiet};">${escapeHtml(label)}</td>
<td class="value" style="padding: 6px 0; vertical-align: top;">${typed(lines)}</td></tr>`,
  );
  const style = `margin: 0 0 20px; border-top: 1px solid ${LIGHT.line}; padding-top: 8px; font-size: 15px;`;
  return `<table ${TABLE} width="100%" class="line" style="${style}">
${rows.join('\n')}
</table>`;
}

/** The cell is colored, because Outlook ignores the padding of a link. */
function button({ label, url }: NonNullable<Message['link']>, brand: Brand): string {
  const edge = edgeOf(brand, LIGHT.card);
  const link = `display: inline-block; padding: 12px 24px; font-weight: 600; text-decoration: none; color: ${brand.ink};`;
  return `<table ${TABLE} style="margin: 4px 0 0; border-collapse: separate;"><tr>
<td class="edge" align="center" bgcolor="${brand.color}" style="background-color: ${brand.color}; border: 1px solid ${edge}; border-radius: 8px; mso-padding-alt: 12px 24px;">
<a href="${escapeHtml(url)}" style="${link}"><span style="color: ${brand.ink};">${escapeHtml(label)}</span></a></td></tr></table>`;
}

const unsubscribeLink = ({ url, label }: NonNullable<Message['unsubscribe']>) =>
  `<a class="quiet" href="${escapeHtml(url)}" style="color: ${LIGHT.quiet}; text-decoration: underline;">${escapeHtml(label)}</a>`;

function footerOf({ footer, unsubscribe, brand }: Message): string {
  const lines = [escapeHtml(footer), ...(unsubscribe ? [unsubscribeLink(unsubscribe)] : [])];
  const style = `font-size: 13px; line-height: 1.6; color: ${LIGHT.quiet};`;
  const address = `<p class="quiet" style="margin: 12px 0 0; ${style}">${typed(brand.address)}</p>`;
  return `<p class="quiet" style="margin: 0; ${style}">${lines.join('<br>')}</p>${brand.address.length > 0 ? address : ''}`;
}
