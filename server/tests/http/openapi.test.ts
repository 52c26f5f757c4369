/** The API's description is complete, holds together, and describes what is really answered. */
import { ERRORS, OPERATIONS, type Operation } from '@ringback/client';
import { listing, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, requestFor, testApp, testConfig, token } from '@ringback/testing/server/app.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/http/app.ts';
import type { App } from '../../src/http/types.ts';
import { createLogger } from '../../src/platform/log.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
type Json = Record<string, any>;

let database: TestDatabase;
let app: App;
let openapi: Json;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
  openapi = (await call(app, { url: '/openapi.json' })).body;
});
afterAll(() => app.close());

const operations = (): [string, string, Json][] =>
  Object.entries<Json>(openapi.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]): [string, string, Json] => [
      path,
      method,
      operation,
    ]),
  );

test('every operation is in it, and nothing else', () => {
  const shown = operations().map(([path, method, { operationId }]) => [
    operationId,
    `${method.toUpperCase()} ${path}`,
  ]);
  const described = Object.entries<Operation>(OPERATIONS).map(([name, { method, path }]) => [
    name,
    `${method} /v1${path.replace(/:(\w+)/g, '{$1}')}`,
  ]);
  expect(shown.sort()).toEqual(described.sort());
});

test('a route under /v1 without an operation cannot be added', async () => {
  const pages = async (scope: FastifyInstance) => {
    scope.get('/v1/secret', () => 'open to all');
  };
  const parts = { config: testConfig(), sql: database.api, logger: createLogger('silent') };
  await expect(createApp({ ...parts, pages })).rejects.toThrow('/v1/secret has no operation');
  const elsewhere = async (scope: FastifyInstance) => {
    scope.get('/elsewhere', () => 'open to all');
  };
  const allowed = await createApp({ ...parts, pages: elsewhere });
  await allowed.close();
});

test('every route of the application is described or meant to be hidden', async () => {
  const hidden = ['/healthz', '/readyz', '/metrics', '/openapi.json'];
  for (const url of hidden) expect((await call(app, { url })).status).toBe(200);
  for (const [path, method] of operations()) {
    const url = path.replace('{id}', '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11');
    const body = path === '/v1/operator/sessions' && method === 'post' ? {} : undefined;
    const { status } = await call(app, { method: method.toUpperCase() as 'GET', url, body });
    expect(status, `${method} ${path}`).toBe(401);
  }
});

test('every reference leads somewhere and every schema is referred to', () => {
  const text = JSON.stringify(openapi);
  const referred = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
  );
  expect([...referred].sort()).toEqual(Object.keys(openapi.components.schemas).sort());
  expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/)).toBeNull();
});

test('every operation has a name of its own, its parameters, its answers and its errors', () => {
  const names = operations().map(([, , operation]) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const [path, method, operation] of operations()) {
    const of = `${method} ${path}`;
    const inPath = (operation.parameters ?? [])
      .filter((parameter: Json) => parameter.in === 'path')
      .map((p: Json) => p.name);
    expect(inPath, of).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(operation.summary, of).toEqual(expect.any(String));
    expect(Object.keys(operation.responses), of).toEqual(
      expect.arrayContaining(['401', '403', '422', '429', '500', '503']),
    );
    for (const [status, response] of Object.entries<Json>(operation.responses)) {
      expect(response.description, `${of} ${status}`).toEqual(expect.any(String));
      if (Number(status) < 400) continue;
      expect(response.content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem');
      for (const [, code] of response.description.matchAll(/`(\w+)`/g)) {
        expect(ERRORS[code as keyof typeof ERRORS].status, `${of} ${code}`).toBe(Number(status));
      }
    }
  }
});

test('it says how to sign in and shows examples', () => {
  expect(openapi.components.securitySchemes.token).toMatchObject({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  expect(openapi.security).toEqual([{ token: [] }]);
  for (const name of ['CreateCallbackRequest', 'UpdateCallbackRequest', 'Problem']) {
    expect(openapi.components.schemas[name].examples.length).toBeGreaterThan(0);
  }
});

describe('what is answered', () => {
  /** The schema of an answer, with all that it refers to, as something that checks values. */
  function schemaOf(path: string, method: string, status: number): z.ZodType {
    const [content] = Object.values<Json>(openapi.paths[path][method].responses[status].content);
    const { components } = openapi;
    const schema = JSON.stringify({ ...content?.schema, $defs: components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    );
    return z.fromJSONSchema(JSON.parse(schema));
  }

  test('fits its schema', async () => {
    const [seller, buyer] = [await person(database), await person(database)];
    const bike = await listing(database, seller);
    const created = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(bike),
    });
    const id = created.body.id;
    const answers: [string, string, Awaited<ReturnType<typeof call>>][] = [
      ['/v1/callback-requests', 'post', created],
      [
        '/v1/callback-requests',
        'post',
        await call(app, { method: 'POST', url: '/v1/callback-requests', as: buyer, body: requestFor(bike) }),
      ],
      [
        '/v1/callback-requests',
        'post',
        await call(app, { method: 'POST', url: '/v1/callback-requests', as: buyer, body: {} }),
      ],
      [
        '/v1/callback-requests',
        'get',
        await call(app, { url: '/v1/callback-requests?as=seller', as: seller }),
      ],
      [
        '/v1/callback-requests/{id}',
        'get',
        await call(app, { url: `/v1/callback-requests/${id}`, as: seller }),
      ],
      [
        '/v1/callback-requests/{id}',
        'patch',
        await call(app, {
          method: 'PATCH',
          url: `/v1/callback-requests/${id}`,
          as: seller,
          body: { status: 'acknowledged' },
        }),
      ],
      [
        '/v1/listings/{id}/eligibility',
        'get',
        await call(app, { url: `/v1/listings/${bike.id}/eligibility`, as: buyer }),
      ],
      ['/v1/notifications', 'get', await call(app, { url: '/v1/notifications', as: seller })],
      [
        '/v1/notifications/unread-count',
        'get',
        await call(app, { url: '/v1/notifications/unread-count', as: seller }),
      ],
      [
        '/v1/notifications/read-all',
        'post',
        await call(app, { method: 'POST', url: '/v1/notifications/read-all', as: seller }),
      ],
      ['/v1/stats', 'get', await call(app, { url: '/v1/stats', as: seller })],
      ['/v1/stats', 'get', await call(app, { url: '/v1/stats' })],
    ];
    for (const [path, method, { status, body }] of answers) {
      const { error } = schemaOf(path, method, status).safeParse(body);
      expect(error, `${method} ${path} ${status}`).toBeUndefined();
    }
    expect(schemaOf('/v1/stats', 'get', 200).safeParse({}).success).toBe(false);
  });

  test('to a notification that is read is nothing', async () => {
    const [seller, buyer] = [await person(database), await person(database)];
    const bike = await listing(database, seller);
    await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      as: buyer,
      body: requestFor(bike, { requester_phone: '+1 212 555 0177' }),
    });
    const { body } = await call(app, { url: '/v1/notifications?unread_only=true', as: seller });
    const headers = { authorization: `Bearer ${await token(seller.id)}` };
    const answer = await call(app, {
      method: 'POST',
      url: `/v1/notifications/${body.items[0].id}/read`,
      headers,
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await call(app, { url: '/v1/notifications?unread_only=true', as: seller })).body.items).toEqual(
      [],
    );
    const others = await call(app, {
      method: 'POST',
      url: `/v1/notifications/${body.items[0].id}/read`,
      as: buyer,
    });
    expect(others.status).toBe(404);
  });
});
