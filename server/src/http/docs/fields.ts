/** The fields of an object as a table; objects in it are folded. */
import type { Parameter, Schema } from './document.ts';
import { type Html, html, join } from './html.ts';
import type { Objects } from './objects.ts';
import { drawTable } from './table.ts';
import { inlineText } from './text.ts';
import { typeWords, withoutNull } from './typeWords.ts';

/** Whether the object is sent or answered: it decides which fields are worth a mark. */
export type Side = 'sent' | 'answered';

interface Field {
  name: string;
  schema: Schema;
  isRequired: boolean;
}

/** The parameters in one place of the request. */
export function drawParameters(parameters: Parameter[], caption: string, objects: Objects): Html {
  const fields = parameters.map(({ name, schema, description, required }) => ({
    name,
    schema: { ...schema, ...(description !== undefined && { description }) },
    isRequired: required === true,
  }));
  return table(fields, caption, 'sent', objects);
}

/** The fields of an object, of the objects in a list, or of each of several forms. */
export function drawFields(schema: Schema, caption: string, side: Side, objects: Objects): Html {
  const { oneOf, properties, required = [], items } = objects.resolve(schema);
  if (oneOf) return html`${oneOf.map((form) => drawForm(form, caption, side, objects))}`;
  if (items) return drawFields(withoutNull(items).schema, caption, side, objects);
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    return { name, schema: field, isRequired: required.includes(name) };
  });
  return table(fields, caption, side, objects);
}

/** Named by what tells it from the others: `kind web`. */
function drawForm(form: Schema, caption: string, side: Side, objects: Objects): Html {
  const constants = Object.entries(form.properties ?? {}).filter(([, field]) => field.const !== undefined);
  const name = constants.map(([field, schema]) => `${field} ${schema.const}`).join(', ');
  return drawFields(form, `${caption}: ${name}`, side, objects);
}

function table(fields: Field[], caption: string, side: Side, objects: Objects): Html {
  const rows = fields.map(({ name, schema, isRequired }) => {
    return { name, mark: markOf(isRequired, side), meaning: meaningOf(name, schema, side, objects) };
  });
  return drawTable(caption, ['Field', 'What it is'], rows);
}

function markOf(isRequired: boolean, side: Side): string | undefined {
  if (side === 'sent') return isRequired ? 'required' : undefined;
  return isRequired ? undefined : 'may be missing';
}

function meaningOf(name: string, given: Schema, side: Side, objects: Objects): Html {
  const { schema } = withoutNull(given);
  return html`<span class="type">${typeWords(given, objects)}</span>
${describe(schema, objects)}${listWords(schema)}${fold(schema, name, side, objects)}`;
}

/** What has a section of its own is described there. */
function describe(schema: Schema, objects: Objects): Html | undefined {
  const { description } = objects.sectionOf(schema) ? schema : { ...objects.resolve(schema), ...schema };
  return description ? html`<p>${inlineText(description)}</p>` : undefined;
}

/** The words of today, where there may be others later. */
function listWords({ items, ...schema }: Schema): Html | undefined {
  const { examples: words, type } = items ?? schema;
  if (!words || type !== 'string') return undefined;
  const codes = words.map((word) => html`<code>${String(word)}</code>`);
  return html`<p>Today ${join(codes, ', ')}; more may follow.</p>`;
}

function fold(schema: Schema, name: string, side: Side, objects: Objects): Html | undefined {
  const inner = schema.items ? withoutNull(schema.items).schema : schema;
  if (objects.sectionOf(inner)) return undefined;
  const { properties, oneOf } = objects.resolve(inner);
  if (!properties && !oneOf) return undefined;
  return html`<details><summary>Fields of <code>${name}</code></summary>
${drawFields(inner, name, side, objects)}</details>`;
}
