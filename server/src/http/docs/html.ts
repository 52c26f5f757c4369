/** HTML as a value: whatever a template is given is escaped, unless it is HTML already. */
import { escapeHtml } from '../../delivery/mail/html.ts';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template; `undefined` and `false` leave nothing. */
export type Part = Html | string | number | false | undefined | Part[];

/** `html`<p>${text}</p>``: the template with its parts. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(textOf)));
}

/** The parts with `separator` between them. */
export function join(parts: Html[], separator: string): Html {
  return new Html(parts.map(textOf).join(escapeHtml(separator)));
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return part === false || part === undefined ? '' : escapeHtml(String(part));
}
