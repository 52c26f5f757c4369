/** Makes the readable form of a person's data: one HTML page that needs nothing else, with its headings in their language where there are texts. */
import type { PersonalData } from '../schemas/privacy.ts';
import { type PageTexts, pageTexts, SECTIONS } from './texts.ts';

/** The page as text. It loads nothing and runs nothing; what people wrote is text in it, never markup. */
export function personalDataPage(data: PersonalData): string {
  const texts = pageTexts(data.locale);
  const sections = SECTIONS.map((name) => section(texts.sections[name], data[name], texts)).join('\n');
  const { language, direction, title, made } = texts;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${[data.marketplace, `${made}: ${data.exported_at}`]
    .filter(Boolean)
    .map((text) => escaped(String(text)))
    .join(' · ')}</p>
${sections}
</body>
</html>
`;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h2{margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
section>ol{padding:0;list-style:none}section>ol>li{border-top:1px solid #ddd;padding:1rem 0}dd ol{margin:0;padding-inline-start:1.25rem}
@media(max-width:40rem){dl{grid-template-columns:1fr}}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}dt{color:#aaa}section>ol>li{border-color:#333}}`;

function section(title: string, value: unknown, { nothing }: PageTexts): string {
  const content = isEmpty(value) ? `<p>${escaped(nothing)}</p>` : markup(value);
  return `<section>\n<h2>${escaped(title)}</h2>\n${content}\n</section>`;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Lists as lists, objects as terms and their values; what is empty is left out. */
function markup(value: unknown): string {
  if (Array.isArray(value)) return `<ol>${value.map((item) => `<li>${markup(item)}</li>`).join('\n')}</ol>`;
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  const terms = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return `<dl>${terms.map(([name, each]) => `<dt>${escaped(nameOf(name))}</dt><dd>${markup(each)}</dd>`).join('\n')}</dl>`;
}

const nameOf = (name: string) => name.replaceAll('_', ' ');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
