/**
 * `ringback mail`: previews in files, and a test mail through a real SMTP server, in the brand of the
 * database.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { mailServer } from '@ringback/testing/providers/smtp.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { mail as command } from '../../src/cli/mail.ts';
import { runRingback } from '../support/command.ts';
import { finished } from '../support/process.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`
    update callback_private.settings set brand_name = 'Sellar', brand_color = '#00693e', brand_reply_to = 'help@sellar.example'`;
  folder = await mkdtemp(join(tmpdir(), 'ringback-mail-'));
});
afterAll(() => rm(folder, { recursive: true }));

const settings = () => ({ DATABASE_URL: database.apiUrl });
const mail = (args: string[], env: Record<string, string> = {}) =>
  runRingback(['mail', ...args], { ...settings(), ...env });

/** Why the command does not even begin with these arguments; the last test shows what becomes of it on the command line. */
async function refusalOf(args: string[]): Promise<string> {
  const error = await Promise.resolve(args)
    .then(command.run)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe('preview', () => {
  test('writes a mail as HTML and as text', async () => {
    const out = join(folder, 'deep/declined.html');
    const args = ['preview', '--type', 'request_cancelled', '--as', 'buyer', '--locale', 'de', '--out', out];
    expect(await mail(args)).toMatchObject({ exitCode: 0, output: expect.stringContaining('declined.txt') });
    const [html, text] = await Promise.all([
      readFile(out, 'utf8'),
      readFile(out.replace('.html', '.txt'), 'utf8'),
    ]);
    for (const body of [html, text]) {
      expect(body).toContain('Kwame Addo');
      expect(body).toContain('Sorry, the bike was sold this morning');
      expect(body).toContain('Sellar');
    }
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain('#00693e');
  });

  test.each([
    [['--type', 'nonsense', '--out', 'x.html'], /The types are: .*new_request, .*request_reminder, .*\./],
    [['--as', 'buyer', '--out', 'x.html'], /This type only goes to the seller\./],
  ])('with %j says what to set', async (args, message) => {
    expect(await mail(['preview', ...args])).toMatchObject({
      exitCode: 2,
      output: expect.stringMatching(message),
    });
  });

  test.each([
    [[], /Set the file to write with --out/],
    [['--out', 'x.txt'], /Set the file to write with --out/],
    [['--colour', 'red'], /Unknown option '--colour'/],
  ])('with %j says what to set, without a look at the database', async (args, message) => {
    await expect(refusalOf(['preview', ...args])).resolves.toMatch(message);
  });
});

describe('test', () => {
  const to = ['test', '--to', 'you@example.com'];

  test('sends one mail', async () => {
    const smtp = await mailServer();
    onTestFinished(smtp.close);
    const env = { SMTP_URL: smtp.url, MAIL_FROM: 'Sellar <callbacks@sellar.example>' };
    expect(await mail(to, env)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Sent to you@example.com'),
    });
    expect(smtp.received).toMatchObject([{ recipients: ['you@example.com'] }]);
    const parsed = await simpleParser(smtp.received[0]?.raw ?? '');
    expect(parsed).toMatchObject({
      subject: 'New callback request from Ada Okafor',
      replyTo: { text: 'help@sellar.example' },
    });
  });

  test('without a mail server says what to set', async () => {
    expect(await mail(to)).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/Set SMTP_URL, .* and MAIL_FROM/),
    });
  });

  test('to a mail server that is not there says so', async () => {
    const env = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}`, MAIL_FROM: 'callbacks@sellar.example' };
    expect(await mail(to, env)).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/ESOCKET|ECONN/),
    });
  });

  test.each(['', 'you', 'a@example.com,b@example.com', 'You <you@example.com>'])(
    'to %j asks for one address',
    async (address) => {
      await expect(refusalOf(['test', '--to', address])).resolves.toMatch(/Set one mail address with --to/);
    },
  );
});

test('neither of the two shows how it is used', async () => {
  expect(await finished(['mail', 'send'], settings())).toMatchObject({
    exitCode: 2,
    output: expect.stringContaining('neither preview nor test'),
  });
  expect(await mail([])).toMatchObject({
    exitCode: 2,
    output: expect.stringContaining('ringback mail --help'),
  });
});
