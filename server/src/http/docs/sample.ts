/** A piece of code with its name above it; texts and comments stand back. */
import { type Html, html } from './html.ts';

const TOKENS = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|((?:^|\s)(?:\/\/|#).*$)/gm;

export function drawSample(name: string, code: string): Html {
  return html`<figure><figcaption>${name}</figcaption><pre><code>${colored(code)}</code></pre></figure>`;
}

function colored(code: string): Html {
  const parts = code.split(TOKENS);
  return html`${parts.map((part, place) => {
    if (place % 3 === 1) return part && html`<span class="text">${part}</span>`;
    return place % 3 === 2 ? part && html`<span class="comment">${part}</span>` : part;
  })}`;
}
