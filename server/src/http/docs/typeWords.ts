/** What a value may be, in words: "list of UUID", "one of `low`, `high`", "1 to 100 characters". */
import type { Schema } from './document.ts';
import { type Html, html, join } from './html.ts';
import type { Objects } from './objects.ts';

const FORMATS: Record<string, string> = { uuid: 'UUID', 'date-time': 'time', date: 'date' };
/** A longer pattern is nothing to read. */
const LONGEST_PATTERN = 45;

/** The schema without its null, and whether it had one; the description of either. */
export function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  if (only && others.length === 1) {
    return { schema: { ...only, ...described(schema.description ?? only.description) }, isNullable: true };
  }
  if (!Array.isArray(schema.type)) return { schema, isNullable: false };
  const [type = 'string'] = schema.type.filter((name) => name !== 'null');
  return { schema: { ...schema, type }, isNullable: true };
}

const described = (description: string | undefined) => description !== undefined && { description };

/** Type, bounds and default. */
export function typeWords(given: Schema, objects: Objects): Html {
  const { schema, isNullable } = withoutNull(given);
  const bounds = boundsOf(schema);
  const fallback = given.default !== undefined && html`; ${code(JSON.stringify(given.default))} by default`;
  const limits = html`${bounds && `, ${bounds}`}${patternOf(schema)}`;
  return html`${kindOf(schema, objects)}${limits}${isNullable && ' or null'}${fallback}`;
}

function kindOf(schema: Schema, objects: Objects): Html {
  const section = objects.sectionOf(schema);
  if (section) return html`<a href="#${section}">${section}</a>`;
  const {
    type,
    format,
    items,
    const: only,
    enum: words,
    anyOf,
    oneOf,
    properties,
    additionalProperties,
  } = objects.resolve(schema);
  if (only !== undefined) return code(only);
  if (words) return html`one of ${join(words.map(code), ', ')}`;
  if (oneOf) return html`one of ${oneOf.length} objects`;
  if (anyOf)
    return join(
      anyOf.map((one) => typeWords(one, objects)),
      ' or ',
    );
  if (type === 'array' && items) return html`list of ${entryWords(items, objects)}`;
  if (type === 'object' && !properties && isTyped(additionalProperties)) {
    return html`object of ${typeWords(additionalProperties, objects)}`;
  }
  return html`${(format && FORMATS[format]) ?? String(type ?? 'any value')}`;
}

/** Whether a schema says anything; an empty one allows any value. */
const isTyped = (schema: Schema | boolean | undefined): schema is Schema =>
  typeof schema === 'object' && Object.keys(schema).length > 0;

/** Of the entries of a list. */
function entryWords(items: Schema, objects: Objects): Html {
  if (items.enum) return join(items.enum.map(code), ', ');
  const isObject = !objects.sectionOf(items) && objects.resolve(items).type === 'object';
  return isObject ? html`objects` : typeWords(items, objects);
}

const code = (value: unknown) => html`<code>${String(value)}</code>`;

function boundsOf(schema: Schema): string | undefined {
  const unit = { string: ' characters', array: ' entries' }[String(schema.type)] ?? '';
  const low = schema.minLength ?? schema.minItems ?? schema.minimum;
  const high = schema.maxLength ?? schema.maxItems ?? schema.maximum;
  const isBounded = high !== undefined && high < Number.MAX_SAFE_INTEGER;
  if (isBounded) return low === undefined ? `at most ${high}${unit}` : `${low} to ${high}${unit}`;
  return low ? `at least ${low}${unit}` : undefined;
}

function patternOf({ pattern, format }: Schema): Html | undefined {
  const isReadable = pattern && !(format && format in FORMATS) && pattern.length <= LONGEST_PATTERN;
  return isReadable ? html`, as <code>${pattern}</code>` : undefined;
}
