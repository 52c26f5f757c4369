/** An operator may do what the token that they present grants, whatever other tokens of theirs do. */
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
  await database.sql`update callback_private.settings
    set operator_claim = 'desk', operator_roles = '{"looks": "viewer", "runs": "admin"}'`;
});
afterAll(() => app.close());

/** What closing a request that is not there answers to a token: 404 to those who may close, 403 to the others. */
async function close(bearer: string, body: object = {}): Promise<string> {
  const { status, body: problem } = await call(app, {
    method: 'POST',
    url: `/v1/operator/callback-requests/${randomUUID()}/close`,
    headers: { authorization: `Bearer ${bearer}` },
    body,
  });
  return `${status} ${problem.code}`;
}

test('two tokens of one person, in turns, each allow what they grant', async () => {
  const sub = randomUUID();
  const [viewer, admin] = [await token(sub, { desk: 'looks' }), await token(sub, { desk: 'runs' })];
  for (const _turn of [1, 2, 3]) {
    expect(await close(admin)).toBe('404 not_found');
    expect(await close(viewer)).toBe('403 forbidden');
  }
  expect(await close(viewer, { reason: 7 }), 'before the input is looked at').toBe('403 forbidden');
  expect(await close(admin, { reason: 7 })).toBe('422 invalid_input');
});

test('an operator who is disabled is turned away at once', async () => {
  const sub = randomUUID();
  const admin = await token(sub, { desk: 'runs' });
  expect(await close(admin)).toBe('404 not_found');
  await database.sql`update callback_private.operators set disabled_at = now() where subject = ${sub}`;
  expect(await close(admin)).toBe('403 forbidden');
});
