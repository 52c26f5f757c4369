/** The secrets that `npm start` makes for itself. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepSecrets } from '../../src/start/secrets.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'kept/secrets.json');
}

test('are made once, and are their owner’s alone to read', () => {
  const file = newFile();
  const secrets = keepSecrets(file);
  expect(secrets.jwtSecret).not.toBe(secrets.apiPassword);
  expect(secrets.vapid.publicKey).toMatch(/^[\w-]{87}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
  const { ino, mtimeMs } = statSync(file);
  expect(keepSecrets(file)).toEqual(secrets);
  expect(statSync(file)).toMatchObject({ ino, mtimeMs });
});

test('are added to those of an earlier version, which stay', () => {
  const file = newFile();
  const { jwtSecret, apiPassword } = keepSecrets(file);
  writeFileSync(file, JSON.stringify({ jwtSecret, apiPassword }));
  const { ino } = statSync(file);
  const { vapid, ...earlier } = keepSecrets(file);
  expect(earlier).toEqual({ jwtSecret, apiPassword });
  expect(JSON.parse(readFileSync(file, 'utf8')).vapid).toEqual(vapid);
  // Written aside and put in its place: a start that is killed meanwhile leaves the old file whole.
  expect(statSync(file).ino).not.toBe(ino);
  expect(readdirSync(dirname(file))).toEqual(['secrets.json']);
});
