/** Signing operators in over HTTP: links, tokens, the two halves of a session, the cookie's attributes, and how often one may try. */
import { randomUUID } from 'node:crypto';
import { createOperatorClient } from '@ringback/client';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { type Call, call, testApp, testAppForTest, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorOfCommand } from '../../src/cli/asOperator.ts';
import { createLink } from '../../src/cli/operatorLink.ts';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
const lines: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, {}, lines);
  await database.sql`update callback_private.settings
    set operator_claim = 'desk', operator_roles = '{"looks": "viewer", "runs": "admin"}'`;
});
afterAll(() => app.close());

/** A link's token. */
async function link(name: string = randomUUID(), role = 'admin'): Promise<string> {
  const { token } = await createLink(database.api, await operatorOfCommand(database.api, 'test'), {
    name,
    role,
  });
  return token;
}
const signIn = (body: object, rest: Partial<Call> = {}, target = app) =>
  call(target, { method: 'POST', url: '/v1/operator/sessions', body, ...rest });

/** What a browser and its page send afterwards. */
function halvesOf({ headers, body }: Awaited<ReturnType<typeof signIn>>) {
  const [cookie = ''] = String(headers['set-cookie']).split(';', 1);
  return { cookie, 'ringback-session-key': String(body.session_key) };
}
const who = (headers: Record<string, string>) => call(app, { url: '/v1/operator/session', headers });

test('a link signs in, and its session makes calls', async () => {
  const answer = await signIn({ token: await link('Ada', 'support') });
  expect(answer.status).toBe(201);
  const { session_key, ...session } = answer.body;
  expect(session).toMatchObject({
    ...{ name: 'Ada', role: 'support', marketplace: 'localhost:3000', time_zone: 'UTC' },
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect((await who(halvesOf(answer))).body).toEqual(session);
  const days = (new Date(session.expires_at).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(7, 1);
});

test('of two posts of one link at once, one signs in', async () => {
  const body = { token: await link() };
  const answers = await Promise.all([1, 2, 3].map(() => signIn(body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
});

test('a link that is used, expired or unknown is answered alike', async () => {
  const [used, expired] = [await link(), await link()];
  await signIn({ token: used });
  await database.sql`update callback_private.operator_links set expires_at = now() where used_at is null`;
  const answers = await Promise.all([used, expired, 'nonsense'].map((given) => signIn({ token: given })));
  for (const { status, headers, body } of answers) {
    expect(status).toBe(401);
    expect(headers['set-cookie']).toBeUndefined();
    expect({ ...body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
  }
});

test('an operator’s own token signs in; a person’s, and none, do not', async () => {
  const bearer = async (claims: object) => ({
    headers: { authorization: `Bearer ${await token(randomUUID(), { ...claims })}` },
  });
  const answer = await signIn({}, await bearer({ desk: 'looks', name: 'Vera' }));
  expect(answer.body).toMatchObject({ name: 'Vera', role: 'viewer' });
  expect((await who(halvesOf(answer))).status).toBe(200);
  const inBody = await signIn({ token: await token(randomUUID(), { desk: 'runs' }) });
  expect(inBody.body).toMatchObject({ role: 'admin' });
  expect((await signIn({ token: 'no.real.token' })).body.code).toBe('unauthenticated');
  expect((await signIn({}, await bearer({}))).body.code).toBe('forbidden');
  expect((await signIn({})).body.code).toBe('unauthenticated');
});

test('with a token, there is no session', async () => {
  const headers = { authorization: `Bearer ${await token(randomUUID(), { desk: 'runs' })}` };
  expect((await who(headers)).body).toMatchObject({ role: 'admin', session_id: null, expires_at: null });
});

test('every session that is none is answered alike, whatever is wrong', async () => {
  const [one, other] = [
    halvesOf(await signIn({ token: await link() })),
    halvesOf(await signIn({ token: await link() })),
  ];
  const { cookie, 'ringback-session-key': key } = one;
  const broken: Record<string, string>[] = [
    { cookie },
    { 'ringback-session-key': key },
    { ...one, 'ringback-session-key': other['ringback-session-key'] },
    { ...one, 'ringback-session-key': '' },
    { ...one, cookie: `${cookie}x` },
    { ...one, cookie: cookie.toUpperCase() },
    { ...one, cookie: `x${cookie}` },
    { ...one, cookie: `ringback_operator=${'a'.repeat(43)}; ${cookie}` },
  ];
  const answers = await Promise.all(broken.map(who));
  expect(answers.map(({ body }) => body.code)).toEqual(broken.map(() => 'unauthenticated'));
  expect(new Set(answers.slice(0, -3).map(({ body }) => body.detail)).size).toBe(1);
  expect((await who({ ...one, cookie: `theme=dark; ${cookie}; lang=en` })).status).toBe(200);
});

test('a session changes nothing by its cookie alone, nor by a form that another page sends', async () => {
  const { cookie } = halvesOf(await signIn({ token: await link() }));
  const close = { method: 'POST' as const, url: `/v1/operator/callback-requests/${randomUUID()}/close` };
  expect((await call(app, { ...close, body: {}, headers: { cookie } })).status).toBe(401);
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  expect((await call(app, { ...close, body: 'reason=x', headers: form })).status).toBe(401);
});

test('the cookie is for scripts not, for this site alone, and for this path', async () => {
  const attributes = async (env: Record<string, string>, headers: Record<string, string> = {}) => {
    const target = await testAppForTest(database, env);
    const answer = await signIn({ token: await link() }, { headers }, target);
    return String(answer.headers['set-cookie'])
      .replace(/=[\w-]{43}/, '=…')
      .replace(/Expires=[^;]+/, 'Expires=…');
  };
  const plain = 'ringback_operator=…; Path=/v1/operator; Expires=…; HttpOnly; SameSite=Strict';
  expect(await attributes({})).toBe(plain);
  expect(await attributes({}, { 'x-forwarded-proto': 'https' }), 'nobody’s word').toBe(plain);
  expect(await attributes({ TRUST_PROXY: 'loopback' }, { 'x-forwarded-proto': 'https' })).toBe(
    `${plain}; Secure`,
  );
  expect(await attributes({ PUBLIC_URL: 'https://shop.example.com' })).toBe(`${plain}; Secure`);
  expect(await attributes({ PUBLIC_URL: 'http://localhost:80/callbacks/' })).toBe(
    plain.replace('/v1', '/callbacks/v1'),
  );
});

test('signing out ends the session at once and takes the cookie back', async () => {
  const answer = await signIn({ token: await link() });
  const headers = halvesOf(answer);
  const out = await call(app, {
    method: 'DELETE',
    url: `/v1/operator/sessions/${answer.body.session_id}`,
    headers,
  });
  expect(out.status).toBe(204);
  expect(out.headers['set-cookie']).toMatch(
    /^ringback_operator=; Path=\/v1\/operator; Expires=Thu, 01 Jan 1970/,
  );
  expect((await who(headers)).status).toBe(401);
});

test('ending another’s session leaves one’s own cookie', async () => {
  const [admin, other] = [await signIn({ token: await link() }), await signIn({ token: await link() })];
  const out = await call(app, {
    ...{ method: 'DELETE', url: `/v1/operator/sessions/${other.body.session_id}`, headers: halvesOf(admin) },
  });
  expect([out.status, out.headers['set-cookie']]).toEqual([204, undefined]);
  expect([(await who(halvesOf(other))).status, (await who(halvesOf(admin))).status]).toEqual([401, 200]);
});

test('an address may try a few times a minute, whatever it tries, and then still make other calls', async () => {
  const limited = await testAppForTest(database, {
    OPERATOR_SIGN_INS_PER_MINUTE: '3',
    TRUST_PROXY: 'loopback',
  });
  const attempt = (from: string, body: object = { token: 'guess' }) =>
    signIn(body, { headers: { 'x-forwarded-for': from } }, limited);
  const good = { token: await link() };
  for (const _ of [1, 2, 3]) expect((await attempt('192.0.2.1')).status).toBe(401);
  const refused = await attempt('192.0.2.1', good);
  expect(refused.body).toMatchObject({
    code: 'rate_limited',
    limit: 'operator_sign_ins_per_address_per_minute',
  });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(
    (await call(limited, { url: '/v1/stats', headers: { 'x-forwarded-for': '192.0.2.1' } })).status,
  ).toBe(401);
  expect((await attempt('192.0.2.2', good)).status).toBe(201);
});

test('the client signs in and makes calls by a session', async () => {
  let cookie = '';
  const fetch = (async (url: string, init: RequestInit) => {
    const { headers, body, ...answer } = await call(app, {
      ...{ method: init.method as 'GET', url: url.replace('http://test', '') },
      ...(init.body ? { body: JSON.parse(String(init.body)) } : {}),
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) },
    });
    expect(init.credentials).toBe('include');
    cookie = String(headers['set-cookie'] ?? cookie).split(';', 1)[0] ?? '';
    return new Response(answer.status === 204 ? null : JSON.stringify(body), { status: answer.status });
  }) as typeof globalThis.fetch;
  let sessionKey: string | null = null;
  let signedOut = 0;
  const client = createOperatorClient({
    ...{
      baseUrl: 'http://test',
      fetch,
      sessionKey: () => sessionKey,
      onUnauthenticated: () => (signedOut += 1),
    },
  });
  await expect(client.getOperatorSession()).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(signedOut).toBe(1);
  const session = await client.createOperatorSession({ token: await link('Grace') });
  sessionKey = session.session_key;
  expect(await client.getOperatorSession()).toMatchObject({ name: 'Grace', session_id: session.session_id });
  await client.endOperatorSession(session.session_id ?? '');
  await expect(client.getOperatorSession()).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(signedOut).toBe(2);
});

test('no secret gets into the log', async () => {
  const secret = await link();
  const answer = await signIn({ token: secret });
  const { cookie, 'ringback-session-key': key } = halvesOf(answer);
  await who({ cookie, 'ringback-session-key': key });
  const log = lines.join('');
  expect(log).toContain('/v1/operator/session');
  for (const hidden of [secret, key, cookie.split('=')[1] ?? '']) expect(log).not.toContain(hidden);
});
