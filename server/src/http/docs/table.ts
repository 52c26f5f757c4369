/** A table of names and what they mean. */
import { type Html, html } from './html.ts';

export interface Row {
  name: string;
  /** A word or a number beside the name. */
  mark?: string | number | undefined;
  meaning: Html;
}

/** The table; `heads` are for those who hear it. */
export function drawTable(caption: string, heads: [names: string, meanings: string], rows: Row[]): Html {
  return html`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(drawRow)}</tbody></table>
`;
}

function drawRow({ name, mark, meaning }: Row): Html {
  const beside = mark !== undefined && html` <span class="mark">${mark}</span>`;
  return html`<tr><th scope="row"><code>${name}</code>${beside}</th>
<td>${meaning}</td></tr>
`;
}
