/** A sample as a command for curl. */
import type { ClientOperation, Operation, OperationInput } from '@ringback/client';
import type { Sample, Who } from './sampleTypes.ts';

const TOKENS: Record<Who, string> = {
  ...{ self: 'SELLER_TOKEN', either: 'SELLER_TOKEN', owner: 'SELLER_TOKEN', seller: 'SELLER_TOKEN' },
  ...{ buyer: 'BUYER_TOKEN', visitor: 'BUYER_TOKEN', anyone: 'BUYER_TOKEN', operator: 'OPERATOR_TOKEN' },
};

/** The command, one option a line. */
export function curlOf(operation: Operation, { who, arguments: given }: Sample): string {
  const { params, query, body } = inputOf(operation, given);
  const address = `"$API/v1${fill(operation.path, params)}${queryOf(query)}"`;
  return [
    `curl${optionsOf(operation)} ${address}`,
    `-H "Authorization: Bearer $${TOKENS[who]}"`,
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d ${quoted(jsonOf(body))}`]),
  ].join(' \\\n  ');
}

function inputOf(operation: Operation, given: unknown[]): OperationInput {
  const { input } = operation as Partial<ClientOperation>;
  return input ? input(...(given as never[])) : {};
}

/** A stream is shown as it comes. */
function optionsOf({ method, path }: Operation): string {
  if (path === '/stream') return ' -N';
  return method === 'GET' ? '' : ` -X ${method}`;
}

const fill = (path: string, params: Record<string, unknown> = {}) =>
  path.replace(/:(\w+)/g, (_, name) => inAddress(params[name]));

function queryOf(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([name, value]) => `${name}=${inAddress(value)}`).join('&')}`;
}

/** Variables stay, for the shell to fill in. */
function inAddress(value: unknown): string {
  const text = String(value);
  return text.startsWith('$') ? text : encodeURIComponent(text);
}

/** On one line if it is short; lists of words always. */
function jsonOf(body: unknown): string {
  const lines = JSON.stringify(body, null, 2).replace(/\[\n[^\]{}]*\]/g, onOneLine);
  const line = onOneLine(lines);
  return line.length <= 60 ? line : lines.replaceAll('\n', '\n  ');
}

const onOneLine = (json: string) => json.replace(/([[]?)\n\s*(]?)/g, (_, start, end) => start || end || ' ');

/** For the shell; variables stand outside the single quotes. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''").replace(/"(\$[A-Z_]+)"/g, `"'"$1"'"`)}'`;
