/** One operation: who may call it, what goes in and comes out, what can go wrong, and how it is called. */
import { type ErrorCode, isErrorCode, type Operation } from '@ringback/client';
import { curlOf } from './curl.ts';
import { type Entry, type Parameter, type Schema, schemaOf, successOf } from './document.ts';
import { drawErrorTable } from './errorTable.ts';
import { drawFields, drawParameters, type Side } from './fields.ts';
import { type Html, html } from './html.ts';
import type { Objects } from './objects.ts';
import { drawSample } from './sample.ts';
import { SAMPLES } from './samples.ts';
import type { Who } from './sampleTypes.ts';
import { blockText, inlineText } from './text.ts';
import { typescriptOf } from './typescript.ts';
import { typeWords } from './typeWords.ts';

const WHO: Record<Who, string> = {
  anyone: 'Anyone who is signed in',
  self: 'Anyone who is signed in, for themselves',
  visitor: 'Anyone who is signed in, except the listing’s seller',
  buyer: 'The buyer of the request',
  seller: 'The seller of the request',
  either: 'The buyer and the seller of the request',
  owner: 'The person it belongs to',
  operator: 'An operator',
};

/** The whole section. */
export function drawOperation(entry: Entry, objects: Objects): Html {
  const { operationId: name, summary, description, operation } = entry;
  const sample = SAMPLES[name];
  return html`<section class="operation" id="${name}">
<div>
<h3><a href="#${name}">${summary}</a></h3>
<p class="address"><span class="method">${entry.method}</span> <code>${entry.path}</code></p>
<p><strong>Who:</strong> ${WHO[sample.who]}${drawRole(operation)}.</p>
${description && blockText(description)}
${drawInput(entry, objects)}
${drawAnswer(entry, objects)}
${drawErrors(entry)}
</div>
<div class="samples">
${drawSample('curl', curlOf(operation, sample))}
${drawSample('TypeScript', typescriptOf(name, operation, sample))}
</div>
</section>
`;
}

const drawRole = ({ scope }: Operation) =>
  scope && html` with the role <code>${scope}</code>, or one above it`;

const PLACES: [Parameter['in'], string][] = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Headers'],
];

function drawInput({ parameters = [], requestBody }: Entry, objects: Objects): Html {
  const tables = PLACES.map(([place, caption]) => {
    const there = parameters.filter((parameter) => parameter.in === place);
    return there.length > 0 && drawParameters(there, caption, objects);
  });
  const body = schemaOf(requestBody);
  const description = body && objects.resolve(body).description;
  return html`${tables}${body && drawTitled('Body', body, description, 'sent', objects)}`;
}

function drawAnswer(entry: Entry, objects: Objects): Html {
  const [status, answer] = successOf(entry);
  const schema = schemaOf(answer);
  const title = `Answer ${status}`;
  if (!schema || schema.type === 'null') return html`<p><strong>${title}:</strong> nothing.</p>`;
  if (!objects.sectionOf(schema)) return drawTitled(title, schema, answer.description, 'answered', objects);
  const description = inlineText(answer.description ?? '');
  return html`<p><strong>${title}:</strong> ${typeWords(schema, objects)}. ${description}</p>`;
}

/** A sentence above the fields. */
function drawTitled(title: string, schema: Schema, description = '', side: Side, objects: Objects): Html {
  return html`<div class="titled"><p><strong>${title}:</strong> ${inlineText(description)}</p>
${drawFields(schema, title, side, objects)}</div>`;
}

/** Its own are open; those of every operation of its kind are folded. */
function drawErrors({ operation, responses }: Entry): Html {
  const own: readonly ErrorCode[] = operation.errors ?? [];
  const others = codesIn(responses).filter((code) => !own.includes(code));
  const title = own.length > 0 ? 'Errors of every operation' : 'Errors';
  return html`${own.length > 0 && drawErrorTable(own, 'Errors')}
<details><summary>${title}</summary>
${drawErrorTable(others, 'Errors')}</details>`;
}

/** The answers of errors are described by their codes. */
function codesIn(responses: Entry['responses']): ErrorCode[] {
  const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  const words = failures.flatMap(([, { description = '' }]) => description.match(/\w+/g) ?? []);
  return words.filter(isErrorCode);
}
