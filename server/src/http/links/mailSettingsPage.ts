/**
 * The page where people choose their mails: only HTML and styles, in the marketplace's colors, with a policy
 * that allows nothing else.
 */
import { createHash } from 'node:crypto';
import type { MailTexts } from '@ringback/client';
import { type Brand, edgeOf } from '../../delivery/brand.ts';
import { escapeHtml } from '../../delivery/mail/html.ts';

/** One type of notification, and whether mails about it are sent. */
export interface MailChoice {
  name: string;
  label: string;
  isOn: boolean;
}

export interface MailSettings {
  texts: MailTexts;
  brand: Brand;
  /** The page's path; its forms post there and below. */
  path: string;
  /** Null for an invalid link. */
  choices: MailChoice[] | null;
  /** What was just done. */
  notice: 'saved' | 'stopped' | 'withdrawn' | undefined;
}

/** The page, and the Content-Security-Policy that it needs. */
export function drawPage(settings: MailSettings): { html: string; policy: string } {
  const { texts, brand, choices, notice } = settings;
  const { title, unknown } = texts.mailSettings;
  const style = styleOf(brand);
  const done = notice && texts.mailSettings[notice];
  const html = `<!doctype html>
<html lang="${texts.language}" dir="${texts.direction}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(done ? `${done} ${title}` : title)} · ${escapeHtml(brand.name)}</title>
<style>${style}</style>
</head>
<body>
<header>${logo(brand)}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${done ? `<p class="notice" role="status">${escapeHtml(done)}</p>` : ''}
${choices ? forms(settings, choices) : `<p>${escapeHtml(unknown)}</p>`}
</main>
</body>
</html>`;
  return { html, policy: policyOf(style, brand) };
}

function logo({ name, logoUrl }: Brand): string {
  if (!logoUrl) return escapeHtml(name);
  return `<img src="${escapeHtml(logoUrl)}" alt="${escapeHtml(name)}" height="40">`;
}

/** All mails at once, or by type. */
function forms({ texts, path }: MailSettings, choices: MailChoice[]): string {
  const { intro, types, save, stopAll, startAll, withdraw, withdrawHint } = texts.mailSettings;
  const action = escapeHtml(path);
  const isAnyOn = choices.some(({ isOn }) => isOn);
  const all = isAnyOn
    ? `<form method="post" action="${action}"><button>${escapeHtml(stopAll)}</button></form>`
    : `<form method="post" action="${action}/types">${choices.map(hiddenField).join('')}<button>${escapeHtml(startAll)}</button></form>`;
  return `<p>${escapeHtml(intro)}</p>
${all}
<form method="post" action="${action}/types">
<fieldset><legend>${escapeHtml(types)}</legend>
${choices.map(checkbox).join('\n')}
</fieldset>
<button class="second">${escapeHtml(save)}</button>
</form>
<p>${escapeHtml(withdrawHint)}</p>
<form method="post" action="${action}/withdraw"><button class="second">${escapeHtml(withdraw)}</button></form>`;
}

const hiddenField = ({ name }: MailChoice) => `<input type="hidden" name="${escapeHtml(name)}" value="on">`;
const checkbox = ({ name, label, isOn }: MailChoice) =>
  `<label><input type="checkbox" name="${escapeHtml(name)}"${isOn ? ' checked' : ''}> <span>${escapeHtml(label)}</span></label>`;

function policyOf(style: string, { logoUrl }: Brand): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const images = logoUrl ? `; img-src ${new URL(logoUrl).origin}` : '';
  return `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; style-src 'sha256-${hash}'${images}`;
}

function styleOf(brand: Brand): string {
  const edges = { light: edgeOf(brand, '#ffffff'), dark: edgeOf(brand, '#1e2226') };
  return `
:root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --text: #1a1d21; --line: #d5d9df; --edge: ${edges.light}; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --card: #1e2226; --text: #e9ecef; --line: #454c54; --edge: ${edges.dark}; }
  header img { background: #fff; padding: 6px 8px; border-radius: 6px; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 0; }
header { font-size: 1.125rem; font-weight: 700; }
header img { height: 40px; max-width: 100%; }
main { width: calc(100% - 2rem); margin: 1rem auto 2rem; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-top: 4px solid ${brand.color}; border-radius: 8px; }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3; }
.notice { padding: .75rem 1rem; border: 1px solid var(--line); border-inline-start: 4px solid #1a7f4b; border-radius: 6px; font-weight: 600; }
fieldset { margin: 1.5rem 0 1rem; padding: 1rem 0 0; border: 0; border-top: 1px solid var(--line); }
legend { float: inline-start; width: 100%; margin-bottom: .25rem; padding: 0; font-weight: 600; }
label { clear: both; display: flex; gap: .75rem; align-items: center; min-height: 44px; cursor: pointer; }
input { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--edge); }
button { width: 100%; min-height: 44px; padding: .6rem 1.25rem; font: inherit; font-weight: 600; border-radius: 8px; border: 1px solid var(--edge); background: ${brand.color}; color: ${brand.ink}; cursor: pointer; }
.second { border-color: currentColor; background: transparent; color: inherit; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
@media (min-width: 30rem) { button { width: auto; } }
`;
}
