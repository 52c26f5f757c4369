/** `ringback policy`: reads, changes, previews, undoes, and what it refuses. */
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { readValue } from '../../src/cli/policy.ts';
import { runRingback } from '../support/command.ts';
import { finished } from '../support/process.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const settings = () => ({ DATABASE_URL: database.apiUrl });
const policy = (...args: string[]) => runRingback(['policy', ...args], settings());

test('sets, shows and undoes a setting; the audit names who did it', async () => {
  expect(await finished(['policy', 'get', 'expires_after'], settings())).toEqual({
    ...{ exitCode: 0, output: 'expires_after = P7D\n' },
  });
  const set = await policy('set', 'expires_after=5 days', 'channels=email,sms', '--as', 'Ama');
  expect(set).toMatchObject({
    exitCode: 0,
    stdout: 'channels: [] -> ["email","sms"]\nexpires_after: P7D -> P5D\n',
  });
  expect((await policy('get', 'expires_after')).stdout).toBe('expires_after = P5D  (default P7D)\n');
  const [audited] = await database.sql`
    select o.subject, a.action from callback_private.audit a join callback_private.operators o on o.id = a.operator_id
    order by a.id desc limit 1`;
  expect(audited).toEqual({ subject: 'command:Ama', action: 'change_callback_policy' });
  expect((await policy('undo')).output).toContain('expires_after: P5D -> P7D\n');
});

test('previews, and answers programs', async () => {
  const { stdout } = await policy('set', 'expires_after=P3D', '--dry-run', '--json');
  expect(JSON.parse(stdout).changes).toEqual([
    { setting: 'expires_after', old: 'P7D', new: 'P3D', hidden: false },
  ]);
  const { settings } = JSON.parse((await policy('get', '--json', '--as', 'Ama')).stdout);
  expect(settings.find(({ name }: { name: string }) => name === 'expires_after').value).toBe('P7D');
});

test('says what is wrong', async () => {
  expect(await policy('set', 'expires_after=1 minute')).toMatchObject({
    ...{ exitCode: 1, output: 'expires_after must be between 1 hour and 90 days.\n' },
  });
  for (const [args, message] of [
    [['set', 'nothing=1'], 'There is no setting nothing.'],
    [['set', 'expires_after'], 'expires_after is not NAME=VALUE.'],
    [['set'], 'Name what to set'],
    [['undo', 'x'], 'x is not the number of a change.'],
    [[], 'Say what to do: get, set or undo.'],
  ] as const) {
    const { exitCode, output } = await policy(...args);
    expect(exitCode).toBe(2);
    expect(output).toContain(message);
  }
});

describe('a value as it is typed', () => {
  test.each([
    ['null', { type: 'duration', nullable: true }, null],
    ['null', { type: 'text', nullable: false }, 'null'],
    ['true', { type: 'boolean', nullable: false }, true],
    ['12', { type: 'integer', nullable: false }, 12],
    ['12', { type: 'text', nullable: false }, '12'],
    ['a,b', { type: 'list', nullable: false }, ['a', 'b']],
    ['', { type: 'list', nullable: false }, []],
    ['["a,b"]', { type: 'list', nullable: false }, ['a,b']],
    ['{"a": "viewer"}', { type: 'object', nullable: false }, { a: 'viewer' }],
    ['a=b', { type: 'text', nullable: false }, 'a=b'],
  ])('%s of %o', (text, setting, expected) => {
    expect(readValue({ name: 'x', ...setting }, text)).toEqual(expected);
  });
});
