/** `ringback policy`, as a process: reads, changes, previews, undoes, and what it refuses. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { readValue } from '../../src/cli/policy.ts';

const RINGBACK = join(import.meta.dirname, '../../src/cli/ringback.ts');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

async function ringback(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { ...process.env, DATABASE_URL: database.apiUrl };
  return promisify(execFile)(process.execPath, [RINGBACK, 'policy', ...args], { env }).then(
    ({ stdout, stderr }) => ({ out: stdout, err: stderr, code: 0 }),
    ({ stdout, stderr, code }) => ({ out: stdout, err: stderr, code }),
  );
}

test('sets, shows and undoes a setting; the audit names who did it', async () => {
  expect(await ringback('get', 'expires_after')).toMatchObject({ code: 0, out: 'expires_after = P7D\n' });
  const set = await ringback('set', 'expires_after=5 days', 'channels=email,sms', '--as', 'Ama');
  expect(set).toMatchObject({ code: 0, out: 'channels: [] -> ["email","sms"]\nexpires_after: P7D -> P5D\n' });
  expect((await ringback('get', 'expires_after')).out).toBe('expires_after = P5D  (default P7D)\n');
  const [audited] = await database.sql`
    select o.subject, a.action from callback_private.audit a join callback_private.operators o on o.id = a.operator_id
    order by a.id desc limit 1`;
  expect(audited).toEqual({ subject: 'command:Ama', action: 'change_callback_policy' });
  expect((await ringback('undo')).out).toContain('expires_after: P5D -> P7D\n');
});

test('previews, and answers programs', async () => {
  const { out } = await ringback('set', 'expires_after=P3D', '--dry-run', '--json');
  expect(JSON.parse(out).changes).toEqual([
    { setting: 'expires_after', old: 'P7D', new: 'P3D', hidden: false },
  ]);
  const { settings } = JSON.parse((await ringback('get', '--json', '--as', 'Ama')).out);
  expect(settings.find(({ name }: { name: string }) => name === 'expires_after').value).toBe('P7D');
});

test('says what is wrong', async () => {
  expect(await ringback('set', 'expires_after=1 minute')).toMatchObject({
    ...{ code: 1, err: 'expires_after must be between 1 hour and 90 days.\n' },
  });
  for (const [args, message] of [
    [['set', 'nothing=1'], 'There is no setting nothing.'],
    [['set', 'expires_after'], 'expires_after is not NAME=VALUE.'],
    [['set'], 'Name what to set'],
    [['undo', 'x'], 'x is not the number of a change.'],
    [[], 'Say what to do: get, set or undo.'],
  ] as const) {
    const { code, err } = await ringback(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
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
