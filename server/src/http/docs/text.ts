/** The little Markdown that descriptions use: paragraphs, lists and `code`. */
import { type Html, html } from './html.ts';

/** One line, without a block around it. */
export function inlineText(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** Paragraphs and lists. */
export function blockText(text: string): Html {
  return html`${text.split(/\n{2,}/).map(block)}`;
}

function block(text: string): Html {
  if (!text.startsWith('- ')) return html`<p>${inlineText(text)}</p>`;
  const items = text.split(/^- /m).filter((item) => item.trim() !== '');
  return html`<ul>${items.map((item) => html`<li>${inlineText(item.trim())}</li>`)}</ul>`;
}
