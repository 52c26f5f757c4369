/** `npm start` from an empty folder: everything comes up, survives kill -9 without loss, and starts over when told. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCallbackClient } from '@ringback/client';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { SECRET } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { SignJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { demoPeople } from '../../src/load.ts';
import { runDemo } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringback-start-'));
const { buyer, seller, listing } = demoPeople();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts it and waits until it says that it runs. */
async function start(...options: string[]) {
  const port = await freePort();
  const command = runDemo(['--port', String(port), ...options], { JWT_SECRET: SECRET }, folder);
  await expect
    .poll(() => command.process.exitCode ?? /Ringback is running: (\S+)/.exec(command.output())?.[1], {
      timeout: 120_000,
      interval: 50,
    })
    .toBe(`http://localhost:${port}`);
  return { ...command, baseUrl: `http://127.0.0.1:${port}` };
}

/** A client in someone's name, with a token signed as the demo signs its own. */
function clientOf(person: { id: string }, baseUrl: string) {
  const { jwtSecret } = JSON.parse(readFileSync(join(folder, '.ringback/secrets.json'), 'utf8'));
  const getToken = () =>
    new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person.id)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(jwtSecret));
  return createCallbackClient({ baseUrl, getToken });
}

test('from nothing to a request that was handled, over kill -9 and back', async () => {
  const first = await start();
  expect(first.output()).toMatch(/Making a new PostgreSQL/);
  expect(first.output()).toMatch(/JWT_SECRET and JWKS_URL are not used/);
  expect(statSync(join(folder, '.ringback/secrets.json')).mode & 0o077).toBe(0);
  const created = await clientOf(buyer, first.baseUrl).createCallbackRequest({
    listing_id: listing.id,
    seller_id: seller.id,
    requester_phone: buyer.phone,
    requester_name: buyer.name,
  });
  const mails = async () => (await fetch(`${first.baseUrl}/demo/mail`)).text();
  await expect.poll(mails, { timeout: 15_000 }).toMatch(/New callback request from/);
  await clientOf(seller, first.baseUrl).logCallbackAttempt(created.id, { outcome: 'no_answer' });
  await expect.poll(mails, { timeout: 15_000 }).toMatch(/tried to reach you/);
  first.process.kill('SIGKILL');
  await first.exited;

  const second = await start();
  expect(second.output()).not.toMatch(/week 1/);
  expect(await clientOf(buyer, second.baseUrl).getCallbackRequest(created.id)).toMatchObject({
    status: 'acknowledged',
  });
  const beside = runDemo(['--port', '0'], {}, folder);
  expect(await beside.exited).toBe(1);
  expect(beside.output()).toMatch(/in use by another process/);
  const fresh = runDemo(['--fresh'], {}, folder);
  expect(await fresh.exited).toBe(1);
  expect(fresh.output()).toMatch(/in use by another process/);
  second.process.kill('SIGINT');
  expect(await second.exited).toBe(0);
  expect(existsSync(join(folder, '.ringback/postgres/data/postmaster.pid'))).toBe(false);
}, 180_000);

test('--fresh starts over, and Ctrl-C while it is still setting up stops it cleanly', async () => {
  const command = runDemo(['--fresh', '--port', '0'], {}, folder);
  await expect.poll(command.output, { timeout: 60_000 }).toMatch(/Opening a marketplace/);
  expect(command.output()).toMatch(
    /^Deleted the database in .*\.ringback\/postgres\nMaking a new PostgreSQL/,
  );
  command.process.kill('SIGINT');
  expect(await command.exited).toBe(0);
  expect(command.output()).not.toMatch(/error/i);
  expect(existsSync(join(folder, '.ringback/postgres/data/postmaster.pid'))).toBe(false);
}, 90_000);

test('with DATABASE_URL it brings its secret, deletes nothing, and puts no demo beside other data', async () => {
  const { url } = await testDatabase();
  const run = async (args: string[], env: Record<string, string> = {}) => {
    const command = runDemo(args, { DATABASE_URL: url, ...env }, folder);
    return { exitCode: await command.exited, output: command.output() };
  };
  expect((await run(['--fresh'])).output).toMatch(/never the one that DATABASE_URL names/);
  const demo = await run([]);
  expect(demo).toMatchObject({
    exitCode: 1,
    output: expect.stringMatching(/is not empty, so the demo is not put into it/),
  });
});
