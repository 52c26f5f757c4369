/** `ringback operator-link` and `ringback sessions`: what they print, who is in the audit, and what they refuse. */
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';
import { runRingback } from '../support/command.ts';
import { finished } from '../support/process.ts';

let database: TestDatabase;
let app: App;
beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
});
afterAll(() => app.close());

const settings = () => ({
  ...{ DATABASE_URL: database.apiUrl, CONSOLE_PATH: '/console' },
  PUBLIC_URL: 'https://shop.example.com/callbacks',
});
const run = (...args: string[]) => runRingback(args, settings());
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).output);
const signIn = (url: string) =>
  call(app, { method: 'POST', url: '/v1/operator/sessions', body: { token: url.split('#')[1] } });

test('a link signs in as the operator it names; who made it is in the audit', async () => {
  const args = ['operator-link', '--name', 'Ada', '--role', 'support', '--as', 'root'];
  const { exitCode, output } = await finished(args, settings());
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^https:\/\/shop\.example\.com\/callbacks\/console\/sign-in#[\w-]{43}\n/);
  expect(output).toContain('Signs in Ada as support, once, within 10 minutes.');
  expect((await signIn(output.split('\n', 1)[0] ?? '')).body).toMatchObject({ name: 'Ada', role: 'support' });
  const audit = await database.sql`select o.subject, a.action from callback_private.audit a
    join callback_private.operators o on o.id = a.operator_id order by a.id`;
  expect(audit).toEqual([
    { subject: 'command:root', action: 'create_operator_link' },
    { subject: 'link:Ada', action: 'create_operator_session' },
  ]);
});

test('sessions are listed, and one is ended', async () => {
  const { url, ...link } = await json('operator-link', '--name', 'Grace');
  expect(link).toMatchObject({ name: 'Grace', role: 'admin', expires_at: expect.any(String) });
  const { session_id } = (await signIn(url)).body;
  const listed = await run('sessions');
  expect(listed.output).toMatch(new RegExp(`^${session_id}  admin    Grace  since .* UTC  seen .* UTC`, 'm'));
  expect(await json('sessions', 'end', session_id)).toEqual({ id: session_id, ended: true });
  expect(JSON.stringify(await json('sessions'))).not.toContain(session_id);
  const { items } = await json('sessions', '--ended');
  expect(items).toContainEqual(expect.objectContaining({ id: session_id, ended_at: expect.any(String) }));
});

test.each([
  [['operator-link', '--role', 'owner'], 2, '"owner" is no role. Roles: viewer, support, admin.'],
  [['operator-link', '--name', ' '], 1, 'name is required.'],
  [['sessions', 'end'], 2, 'Name the session by its ID'],
  [['sessions', 'end', '00000000-0000-4000-8000-000000000000'], 1, 'There is no such session.'],
  [['sessions', 'all'], 2, "Unexpected argument 'all'"],
])('ringback %j ends with a sentence', async (args, code, sentence) => {
  const { exitCode, output } = await run(...args);
  expect(exitCode).toBe(code);
  expect(output).toContain(sentence);
  expect(output).not.toMatch(/\.ts:\d/);
});
