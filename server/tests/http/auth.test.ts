/** Tokens: every forged, expired, foreign or malformed form is refused with 401, and who may act for whom. */
import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { call, requestFor, SECRET, testApp, testAppForTest, token } from '@ringback/testing/server/app.ts';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

const secret = new TextEncoder().encode(SECRET);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ISSUER = 'https://id.example.com';

let database: TestDatabase;
let app: App;
let user: Person;
let keyServer: Server;
let jwksUrl: string;
let published: object[];
let fetched: string[];

beforeAll(async () => {
  database = await testDatabase();
  user = await person(database);
  app = await testApp(database, { JWT_ISSUER: ISSUER, JWT_AUDIENCE: 'authenticated' });
  published = [{ ...(await exportJWK(rsa.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  fetched = [];
  keyServer = createServer((request, response) => {
    fetched.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
  jwksUrl = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/keys`;
});
afterAll(async () => {
  keyServer.close();
  await app.close();
});

/** Stands for the person's id in tables, which are written before there is a person. */
const user_id = () => 'ID OF THE USER';

const now = () => Math.floor(Date.now() / 1000);
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const good = () => ({
  sub: user.id,
  role: 'authenticated',
  iss: ISSUER,
  aud: 'authenticated',
  iat: now(),
  exp: now() + 600,
});

/** A token signed with our secret, whatever its header and claims say. */
function signed(header: object, claims: object, key: string | Uint8Array = secret): string {
  const content = `${encode({ alg: 'HS256', typ: 'JWT', ...header })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
const stats = (target: App, headers: Record<string, string>) => call(target, { url: '/v1/stats', headers });

test('a good token is let in', async () => {
  expect((await stats(app, bearer(signed({}, good())))).status).toBe(200);
  expect(
    (
      await stats(app, {
        authorization: `bearer ${signed({}, { ...good(), aud: ['authenticated', 'other'] })}`,
      })
    ).status,
  ).toBe(200);
});

const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;

const BAD: [string, () => Record<string, string>][] = [
  ['no token', () => ({})],
  ['an empty token', () => bearer('')],
  ['no scheme', () => ({ authorization: signed({}, good()) })],
  ['another scheme', () => ({ authorization: `Basic ${signed({}, good())}` })],
  ['two tokens', () => bearer(`${signed({}, good())}, Bearer ${signed({}, good())}`)],
  ['a word', () => bearer('token')],
  ['two parts', () => bearer(signed({}, good()).split('.').slice(0, 2).join('.'))],
  ['no signature', () => bearer(`${signed({}, good()).split('.').slice(0, 2).join('.')}.`)],
  ['alg none', () => bearer(`${encode({ alg: 'none', typ: 'JWT' })}.${encode(good())}.`)],
  ['alg None', () => bearer(`${encode({ alg: 'None' })}.${encode(good())}.`)],
  ['alg none with a signature', () => bearer(signed({ alg: 'none' }, good()))],
  ['no alg', () => bearer(signed({ alg: undefined }, good()))],
  ['alg HS512', () => bearer(signed({ alg: 'HS512' }, good()))],
  ['alg RS256 signed as HS256', () => bearer(signed({ alg: 'RS256' }, good()))],
  ['signed with a public key as secret', () => bearer(signed({}, good(), publicPem))],
  ['another secret', () => bearer(signed({}, good(), 'another secret of the tests, 0123456789'))],
  ['an empty secret', () => bearer(signed({}, good(), ''))],
  [
    'changed claims',
    () => bearer(signed({}, good()).replace(/\.[^.]+\./, `.${encode({ ...good(), sub: randomUUID() })}.`)),
  ],
  ['a changed signature', () => bearer(`${signed({}, good()).slice(0, -6)}AAAAAA`)],
  [
    'a jwk of its own',
    () =>
      bearer(
        signed(
          { jwk: { kty: 'oct', k: Buffer.from('x'.repeat(40)).toString('base64url') } },
          good(),
          'x'.repeat(40),
        ),
      ),
  ],
  ['a jku of its own', () => bearer(signed({ jku: `${jwksUrl}/jku` }, good(), 'x'.repeat(40)))],
  ['an x5u of its own', () => bearer(signed({ x5u: `${jwksUrl}/x5u` }, good(), 'x'.repeat(40)))],
  ['a kid that is a path', () => bearer(signed({ kid: '../../dev/null' }, good(), ''))],
  ['a kid that is SQL', () => bearer(signed({ kid: "x' union select 'key" }, good(), 'key'))],
  ['an unknown crit', () => bearer(signed({ crit: ['urn:x'], 'urn:x': true }, good()))],
  ['unencoded content (b64)', () => bearer(signed({ crit: ['b64'], b64: false }, good()))],
  ['expired', () => bearer(signed({}, { ...good(), iat: now() - 900, exp: now() - 61 }))],
  ['no exp', () => bearer(signed({}, { ...good(), exp: undefined }))],
  ['exp in words', () => bearer(signed({}, { ...good(), exp: 'never' }))],
  ['not yet valid', () => bearer(signed({}, { ...good(), nbf: now() + 61 }))],
  ['issued in the future', () => bearer(signed({}, { ...good(), iat: now() + 61 }))],
  ['another audience', () => bearer(signed({}, { ...good(), aud: 'anon' }))],
  ['no audience', () => bearer(signed({}, { ...good(), aud: undefined }))],
  ['another issuer', () => bearer(signed({}, { ...good(), iss: 'https://evil.example.com' }))],
  ['no issuer', () => bearer(signed({}, { ...good(), iss: undefined }))],
  ['no sub', () => bearer(signed({}, { ...good(), sub: undefined }))],
  ['a sub that is no id of this marketplace', () => bearer(signed({}, { ...good(), sub: 'admin' }))],
  ['a sub with SQL', () => bearer(signed({}, { ...good(), sub: `${user.id}' or '1'='1` }))],
  ['a sub that is a list', () => bearer(signed({}, { ...good(), sub: [user.id] }))],
  ['role anon', () => bearer(signed({}, { ...good(), role: 'anon' }))],
  ['claims that are no object', () => bearer(signed({}, [good()]))],
  ['more than 8 kB', () => bearer(signed({}, { ...good(), padding: 'x'.repeat(8_192) }))],
];

test.each(BAD)('refuses a token: %s', async (_name, headers) => {
  const answer = await stats(app, headers());
  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({ code: 'unauthenticated', status: 401 });
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="ringback"/);
});

describe('a person', () => {
  const ROLES = [undefined, null, '', 'authenticated', 'admin', 'seller', 'postgres', 'Service_Role', 7, {}];

  test.each([...ROLES, ['service_role']])(
    'is signed in whatever the app’s own role says: %j',
    async (role) => {
      const headers = bearer(signed({}, { ...good(), role }));
      expect((await stats(app, headers)).status).toBe(200);
      // And is nobody else: neither the service nor an operator.
      expect((await stats(app, { ...headers, 'ringback-user': randomUUID() })).status).toBe(403);
      expect((await call(app, { url: '/v1/operator/overview', headers })).status).toBe(403);
    },
  );

  test('needs no more than sub and exp', async () => {
    const target = await testAppForTest(database);
    expect((await stats(target, bearer(signed({}, { sub: user.id, exp: now() + 600 })))).status).toBe(200);
  });

  test.each<[string, object]>([
    ['userId', { userId: user_id() }],
    ['app_metadata.user_id', { app_metadata: { user_id: user_id() } }],
    ['https://example.com/id', { 'https://example.com/id': user_id() }],
  ])('is named by the claim that the settings name: %s', async (claim, claims) => {
    const target = await testAppForTest(database, { JWT_USER_CLAIM: claim });
    const named = JSON.parse(JSON.stringify(claims).replace(user_id(), user.id));
    expect((await stats(target, bearer(signed({}, { ...named, sub: 'x', exp: now() + 600 })))).status).toBe(
      200,
    );
    expect((await stats(target, bearer(signed({}, { sub: user.id, exp: now() + 600 })))).status).toBe(401);
  });

  test.each(['constructor', '__proto__', 'toString', 'a.b.c', '.', ''])(
    'is nobody where that claim is not there: %j',
    async (claim) => {
      const target = await testAppForTest(database, { JWT_USER_CLAIM: claim });
      const status = claim === '' ? 200 : 401; // an empty setting is none
      expect((await stats(target, bearer(signed({}, { sub: user.id, exp: now() + 600 })))).status).toBe(
        status,
      );
    },
  );

  test('is an operator by the claim and value of the settings alone, and known by the same id', async () => {
    const own = await testDatabase();
    await own.sql`update callback_private.settings set operator_claim = 'desk', operator_roles = '{"yes": "viewer"}'`;
    const target = await testAppForTest(own, { JWT_USER_CLAIM: 'userId' });
    const ask = async (claims: object) => {
      const headers = bearer(signed({}, { userId: user.id, exp: now() + 600, ...claims }));
      return (await call(target, { url: '/v1/operator/overview', headers })).status;
    };
    expect(await ask({ desk: 'yes' })).toBe(200);
    expect([await ask({ desk: 'no' }), await ask({ role: 'yes' }), await ask({ role: 'admin' })]).toEqual([
      403, 403, 403,
    ]);
    expect(await own.sql`select subject from callback_private.operators`).toEqual([{ subject: user.id }]);
  });
});

test('there are enough bad forms, and none of them made us fetch a key', () => {
  expect(BAD.length).toBeGreaterThanOrEqual(25);
  expect(fetched).toEqual([]);
});

test.each(['?access_token=', '?token=', '?jwt='])(
  'a token in the address does not count: %s',
  async (query) => {
    expect((await call(app, { url: `/v1/stats${query}${signed({}, good())}` })).status).toBe(401);
  },
);

test('a token in a cookie does not count', async () => {
  expect(
    (await stats(app, { cookie: `token=${signed({}, good())}; sb-access-token=${signed({}, good())}` }))
      .status,
  ).toBe(401);
});

test('a little disagreement of clocks is forgiven', async () => {
  expect((await stats(app, bearer(signed({}, { ...good(), exp: now() - 10 })))).status).toBe(200);
});

test('a token that is believed without checking again still expires', async () => {
  const short = signed({}, { ...good(), iat: now() - 60, exp: now() - 28 });
  expect((await stats(app, bearer(short))).status).toBe(200);
  await new Promise((done) => setTimeout(done, 3_000));
  expect((await stats(app, bearer(short))).status).toBe(401);
});

describe('public keys of an issuer', () => {
  const rs256 = (claims: object = good(), kid = 'k1') =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(rsa.privateKey);

  test('let in what they signed, and nothing signed otherwise', async () => {
    const target = await testAppForTest(database, { JWT_SECRET: '', JWKS_URL: jwksUrl });
    expect((await stats(target, bearer(await rs256()))).status).toBe(200);
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const forged = await new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(stranger);
    expect((await stats(target, bearer(forged))).status).toBe(401);
    expect((await stats(target, bearer(signed({ kid: 'k1' }, good(), publicPem)))).status).toBe(401);
    expect((await stats(target, bearer(signed({ kid: 'k1' }, good())))).status).toBe(401);
    expect((await stats(target, bearer(await rs256(good(), 'unknown')))).status).toBe(401);
    expect(new Set(fetched)).toEqual(new Set(['/keys']));
  });

  test('are each tried where token or keys have no kid to find one by', async () => {
    const keys = [0, 1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = await Promise.all([...keys, curve].map(({ publicKey }) => exportJWK(publicKey)));
    const sign = (key: (typeof keys)[number], kid?: string, alg = 'RS256') =>
      new SignJWT({ ...good() }).setProtectedHeader({ alg, ...(kid && { kid }) }).sign(key.privateKey);
    const [first, , last] = keys as [(typeof keys)[number], unknown, (typeof keys)[number]];
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const before = published;
    onTestFinished(() => {
      published = before;
    });
    for (const named of [jwks, jwks.map((jwk, place) => ({ ...jwk, kid: `k${place}` }))]) {
      published = named;
      const target = await testAppForTest(database, { JWT_SECRET: '', JWKS_URL: jwksUrl });
      for (const token of [await sign(first), await sign(last), await sign(curve, undefined, 'ES256')])
        expect((await stats(target, bearer(token))).status).toBe(200);
      expect((await stats(target, bearer(await sign(stranger)))).status).toBe(401);
      expect((await stats(target, bearer(await sign(last, 'other')))).status).toBe(
        named === jwks ? 200 : 401,
      );
      expect((await stats(target, bearer(await sign(stranger, 'other')))).status).toBe(401);
    }
  });

  test('that cannot be fetched are no fault of the caller', async () => {
    const target = await testAppForTest(database, { JWT_SECRET: '', JWKS_URL: 'http://127.0.0.1:9/keys' });
    const answer = await stats(target, bearer(await rs256()));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('acting for someone', () => {
  test('the service names the person it acts for', async () => {
    const seller = await person(database);
    const bike = await listing(database, seller);
    const headers = {
      ...bearer(signed({}, { ...good(), sub: undefined, role: 'service_role' })),
      'ringback-user': user.id,
    };
    const created = await call(app, {
      method: 'POST',
      url: '/v1/callback-requests',
      headers,
      body: requestFor(bike),
    });
    expect(created.status, created.text).toBe(201);
    expect(created.body.requester_id).toBe(user.id);
  });

  test.each([undefined, 'someone', ''])('the service must name a person by id: %s', async (named) => {
    const headers = bearer(signed({}, { ...good(), role: 'service_role' }));
    const answer = await stats(app, named === undefined ? headers : { ...headers, 'ringback-user': named });
    expect(answer.status).toBe(422);
    expect(answer.body.field).toBe('Ringback-User');
  });

  test.each(['authenticated', 'admin'])('nobody else may, not even for themselves: %s', async (role) => {
    for (const named of [user.id, randomUUID()]) {
      const answer = await stats(app, { ...bearer(signed({}, { ...good(), role })), 'ringback-user': named });
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('forbidden');
    }
  });

  test('an admin is a person like others here', async () => {
    expect((await stats(app, bearer(signed({}, { ...good(), role: 'admin' })))).status).toBe(200);
  });

  test('ids are the same in capitals', async () => {
    expect(
      (await stats(app, bearer(await token(user.id.toUpperCase(), { iss: ISSUER, aud: 'authenticated' }))))
        .status,
    ).toBe(200);
  });
});
