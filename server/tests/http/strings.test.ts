/**
 * Every string that an operation takes, found in its schemas: each gets what no text should hold, what reorders or hides it, and too much
 * of it. The answer is a refusal with a stable code or what was meant, never an error of ours.
 */
import { ERROR_CODES, OPERATIONS, type Operation } from '@ringback/client';
import { type Person, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { call, testApp, token, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '../../src/http/types.ts';
import { ID, validFor } from '../support/inputs.ts';

let database: TestDatabase;
let app: App;
let user: Person;
const lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings set operator_claim = 'desk', operator_roles = '{"all": "admin"}'`;
  app = await testApp(database, {}, lines);
  user = await person(database);
});
afterAll(() => app.close());

/** None of them may be stored or looked for. */
const BROKEN: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['NUL alone', '\u0000'],
  ['a lone high surrogate', 'a\ud800b'],
  ['a lone low surrogate', 'a\udc00b'],
  ['surrogates the wrong way round', '\udc00\ud800'],
];
/** Some fields take them, some leave them out, some refuse them. */
const ODD: [string, string][] = [
  ['an override', 'a\u202eb'],
  ['an isolate', 'a\u2066b\u2069'],
  ['zero-width marks', 'a\u200b\u200d\u2060\ufeffb'],
  ['composed', 'Jos\u00e9'],
  ['decomposed', 'Jose\u0301'],
  ['a noncharacter', 'a\uffff\ufffeb'],
  ['a private character', '\ue000\u{10ffff}'],
  ['controls', '\u0001\u001b[31m\u007f\u0085'],
  ['line ends', 'a\r\nb\u2028c\u2029d\u000be'],
  ['names of objects', '__proto__'],
  ['constructor', 'constructor'],
  ['a format', '%s %n {0} {{x}} \\u0000 \\x00'],
];

interface Place {
  name: string;
  operation: Operation;
  part: 'params' | 'query' | 'body' | 'headers';
  path: (string | number)[];
}

/** Where a schema takes a string: its JSON schema says so, or cannot say. */
function stringsIn(schema: unknown, path: Place['path'] = []): Place['path'][] {
  const { type, properties, items, anyOf, oneOf, enum: words } = schema as z.core.JSONSchema.BaseSchema;
  const inside = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((part) => stringsIn(part, path));
  const members = Object.entries(properties ?? {}).flatMap(([name, part]) =>
    stringsIn(part, [...path, name]),
  );
  const elements = items ? stringsIn(items, [...path, 0]) : [];
  return [...([type].flat().includes('string') || words ? [path] : []), ...inside, ...members, ...elements];
}

const PLACES: Place[] = Object.entries<Operation>(OPERATIONS).flatMap(([name, operation]) =>
  (['params', 'query', 'body', 'headers'] as const).flatMap((part) => {
    const schema = operation[part];
    if (!schema) return [];
    const paths = stringsIn(
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: z.registry() }),
    );
    const different = new Map(paths.map((path) => [path.join('.'), path]));
    return [...different.values()].map((path) => ({ name, operation, part, path }));
  }),
);

/** The gate tries every third on each place, another third on the next. */
const oddFor = (place: Place) => ODD.filter((_, index) => FULL || index % 3 === PLACES.indexOf(place) % 3);

/** A copy of the value with another one at that place. */
function changed(value: unknown, [step, ...rest]: Place['path'], text: string): unknown {
  if (step === undefined) return text;
  if (typeof step === 'number') return [changed((value as unknown[])?.[step], rest, text)];
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [step]: changed(object[step], rest, text) };
}

/** Half a surrogate pair as bytes that no encoder writes. */
const encoded = (text: string) =>
  text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '%ED%A0%80')
    .split(/(%ED%A0%80)/)
    .map((part) => (part === '%ED%A0%80' ? part : encodeURIComponent(part)))
    .join('');

async function sendWith({ name, operation, part, path }: Place, text: string) {
  const valid = validFor(name);
  const input = { ...valid, [part]: changed(valid[part], path, text) } as Record<
    string,
    Record<string, unknown>
  >;
  const filled = operation.path.replace(/:(\w+)/g, (_, param) => encoded(String(input.params?.[param])));
  const query = Object.entries(input.query ?? {}).map(([key, value]) => `${key}=${encoded(String(value))}`);
  const claims = operation.access === 'operator' ? { desk: 'all' } : {};
  return call(app, {
    method: operation.method,
    url: `/v1${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: { authorization: `Bearer ${await token(user.id, claims)}`, ...(input.headers as object) },
    ...(input.body !== undefined && { body: input.body }),
  });
}

const titleOf = ({ name, part, path }: Place) => `${name} ${part}.${path.join('.')}`;
const ALL = PLACES.map((place) => [titleOf(place), place] as const);

test('the schemas name every string once', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(50);
  expect(ALL.map(([title]) => title)).toEqual(
    expect.arrayContaining([
      'createCallbackRequest body.message',
      'registerDevice params.token',
      'registerDevice body.p256dh',
      'putPreferences body.email.0',
      'listCallbackRequests query.search',
      'stream headers.last-event-id',
    ]),
  );
});

describe('in every string', () => {
  const inBody = ALL.filter(([, { part }]) => part !== 'headers');

  test.each(inBody)('%s: what cannot be stored is refused', async (title, place) => {
    for (const [what, text] of BROKEN) {
      const { status, body } = await sendWith(place, text);
      expect([400, 404, 422], `${title}: ${what} is answered with ${status}`).toContain(status);
      expect(ERROR_CODES, `${title}: ${what}`).toContain(body.code);
      if (place.part === 'body')
        expect(body, what).toMatchObject({ code: expect.stringMatching(/^invalid_|phone/), status: 422 });
    }
  });

  test.each(inBody)('%s: odd text is taken or refused', async (title, place) => {
    for (const [what, text] of oddFor(place)) {
      const { status, body } = await sendWith(place, text);
      expect(status, `${title}: ${what} is answered with ${status}`).toBeLessThan(500);
      if (status >= 400) expect(ERROR_CODES, `${title}: ${what}`).toContain(body.code);
    }
  });

  test.each(ALL)('%s: a megabyte is refused', async (_, place) => {
    const { status, body } = await sendWith(place, 'x'.repeat(place.part === 'headers' ? 10_000 : 1_000_000));
    expect([404, 413, 414, 422, 431]).toContain(status);
    expect(ERROR_CODES).toContain(body.code);
  });

  test.each(ALL.filter(([, { part }]) => part === 'headers'))(
    '%s: odd bytes are refused',
    async (_, place) => {
      for (const text of ['\u00e9', '\u00ff\u00fe', 'x y\u00a0z', '__proto__', '../..', "'; select 1;--"]) {
        const { status, body } = await sendWith(place, text);
        expect(status).toBeLessThan(500);
        if (status >= 400) expect(ERROR_CODES).toContain(body.code);
      }
    },
  );
});

test('nothing of all this met an unforeseen error', () => {
  expect(lines.length).toBeGreaterThan(300);
  expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
});

test('the valid inputs, into which one string is put each time, are valid', async () => {
  for (const [name, operation] of Object.entries<Operation>(OPERATIONS)) {
    for (const part of ['params', 'query', 'body'] as const) {
      const schema = operation[part];
      if (schema) expect(z.safeParse(schema, validFor(name)[part]).success, `${name} ${part}`).toBe(true);
    }
  }
  expect(ID).toMatch(/^[0-9a-f-]{36}$/);
});
