/** A sample as a call of @ringback/client. */
import type { Operation, OperationName } from '@ringback/client';
import type { Sample } from './sampleTypes.ts';

const LONGEST_LINE = 60;

/** The call; variables are named as TypeScript names them. */
export function typescriptOf(name: OperationName, { path }: Operation, sample: Sample): string {
  if (sample.typescript) return sample.typescript;
  const client = path.startsWith('/operator/') ? 'operator' : 'client';
  const given = sample.arguments.map((argument) => literal(argument));
  const call = `await ${client}.${name}(${given.join(', ')});`;
  return sample.answer ? `const ${sample.answer} = ${call}` : call;
}

function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return value.startsWith('$') ? variable(value) : `'${escaped(value)}'`;
  if (Array.isArray(value)) return `[${value.map((entry) => literal(entry, indent)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return object(value, indent);
  return String(value);
}

function object(value: object, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member, inner)}`);
  const line = `{ ${members.join(', ')} }`;
  if (line.length <= LONGEST_LINE) return line;
  return `{\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}}`;
}

/** `$REQUEST_ID` is requestId. */
const variable = (name: string) =>
  name
    .slice(1)
    .toLowerCase()
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const escaped = (text: string) => text.replace(/['\\]/g, '\\$&');
