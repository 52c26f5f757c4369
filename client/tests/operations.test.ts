/** The descriptions of operations hold together; what is made of them relies on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { ERRORS, OPERATIONS, type Operation } from '../src/index.ts';
import type { ClientOperation } from '../src/operations/operation.ts';

const operations = Object.entries<Operation>(OPERATIONS);
const clientOperations = operations.filter(([, operation]) => 'input' in operation) as [
  string,
  ClientOperation,
][];

/** The fields of a schema; those of all options of a union. */
function fieldsOf(schema: z.ZodMiniType | undefined): string[] {
  const def = schema?._zod.def as { shape?: object; options?: z.ZodMiniType[] } | undefined;
  return def?.options ? [...new Set(def.options.flatMap(fieldsOf))] : Object.keys(def?.shape ?? {});
}

test.each(operations)('%s has the parameters that its path names', (_, { path, params }) => {
  expect(fieldsOf(params)).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
});

test.each(operations)('%s repeats as its method promises', (_, { method, repeat, body }) => {
  expect(repeat === 'read').toBe(method === 'GET');
  if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined();
});

test.each(operations)('the arguments of %s carry all of its input, and nothing else', (_, operation) => {
  const { sql, params, query, body, hasPhone } = operation;
  if (!sql) return;
  const given = { params, query, body };
  const places = Object.values(sql.arguments ?? {});
  const expected = Object.entries(given).flatMap(([part, schema]) =>
    places.includes(part as 'body') ? [part] : fieldsOf(schema).map((field) => `${part}.${field}`),
  );
  // The number is in E.164 by then, so its region goes no further.
  const sent = expected.filter((field) => !(hasPhone && field === 'body.phone_region'));
  expect([...places].sort()).toEqual(sent.sort());
});

const OWN_HANDLERS = ['getWebPushKey', 'stream', 'createOperatorSession', 'getOperatorSession'];

test.each(operations)('%s has an SQL function, or its handler is known', (name, { sql }) => {
  expect(sql === undefined).toBe(OWN_HANDLERS.includes(name));
});

test.each(operations)('the member of %s is one of its answer', (_, { member, answer }) => {
  if (member) expect(fieldsOf(answer)).toEqual([member]);
});

test.each(operations)('%s names each of its own errors once', (_, { errors = [] }) => {
  expect(new Set(errors).size).toBe(errors.length);
  for (const code of errors) expect(ERRORS).toHaveProperty(code);
});

test('no two operations have one address', () => {
  const addresses = operations.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each(clientOperations)('the length of the input of %s is the place of its options', (_, { input }) => {
  expect(input.toString()).toMatch(/^\((\w+(, \w+)*)?\) => /);
});

test.each(clientOperations)('%s has a docstring for the editors of those who call it', (name) => {
  const folder = join(import.meta.dirname, '../src/operations');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  expect(source).toMatch(new RegExp(`\\*/\\n  ${name}: method\\(`));
});
