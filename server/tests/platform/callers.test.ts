/** Who calls too often: counted by address, behind proxies too, whatever a caller forges. */
import { type Person, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { call, testAppForTest } from '@ringback/testing/server/app.ts';
import { beforeAll, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let buyer: Person;

beforeAll(async () => {
  database = await testDatabase();
  buyer = await person(database);
});

const stats = (app: App) => call(app, { url: '/v1/stats', as: buyer });

test('from one address is refused with the time to wait, and a forged address changes nothing', async () => {
  const app = await testAppForTest(database, { RATE_LIMIT_PER_MINUTE: '5' });
  const ask = (forged: string) =>
    call(app, {
      url: '/v1/stats',
      as: buyer,
      headers: { 'x-forwarded-for': forged, forwarded: `for=${forged}`, 'x-real-ip': forged },
    });
  const answers = [];
  for (let i = 0; i < 20; i++) answers.push(await ask(`203.0.113.${i}`));
  expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(200), ...Array(15).fill(429)]);
  expect(answers[19]?.body).toMatchObject({
    code: 'rate_limited',
    limit: 'requests_per_address_per_minute',
  });
  expect(Number(answers[19]?.headers['retry-after'])).toBeGreaterThan(0);
  expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '4' });
  expect((await call(app, { url: '/no/such/address' })).status).toBe(429);
  expect((await call(app, { url: '/healthz' })).status).toBe(200);
});

test('behind a proxy that is named, its callers are told apart; a network of IPv6 counts as one', async () => {
  const app = await testAppForTest(database, { RATE_LIMIT_PER_MINUTE: '2', TRUST_PROXY: 'loopback' });
  const ask = async (address: string) =>
    (await call(app, { url: '/v1/stats', as: buyer, headers: { 'x-forwarded-for': address } })).status;
  expect([await ask('203.0.113.1'), await ask('203.0.113.1'), await ask('203.0.113.1')]).toEqual([
    200, 200, 429,
  ]);
  expect(await ask('203.0.113.2')).toBe(200);
  expect(await ask('203.0.113.9, 203.0.113.1')).toBe(429);
  expect([await ask('2001:db8::1'), await ask('2001:db8::2'), await ask('2001:db8:0:0:ffff::3')]).toEqual([
    200, 200, 429,
  ]);
  expect(await ask('2001:db8:0:1::1')).toBe(200);
});

test('a port that a gateway adds to the address, or brackets, make no other caller of it', async () => {
  const app = await testAppForTest(database, {
    RATE_LIMIT_PER_MINUTE: '2',
    TRUST_PROXY: 'loopback,10.0.0.0/8',
  });
  const ask = async (address: string) =>
    (await call(app, { url: '/v1/stats', as: buyer, headers: { 'x-forwarded-for': address } })).status;
  const statuses = async (...addresses: string[]) => {
    const answers = [];
    for (const address of addresses) answers.push(await ask(address));
    return answers;
  };
  expect(await statuses('203.0.113.7:41001', '203.0.113.7:41002', '203.0.113.7')).toEqual([200, 200, 429]);
  expect(await statuses('[2001:db8::1]:443', '[2001:db8::2]', '2001:db8::3')).toEqual([200, 200, 429]);
  expect(await statuses('::ffff:203.0.113.8', '203.0.113.8:1', '203.0.113.8')).toEqual([200, 200, 429]);
  // A further proxy of ours that adds its port is passed over all the same.
  expect(
    await statuses('203.0.113.9:1, 10.0.0.5:3000', '203.0.113.9:2, 10.0.0.6:3001', '203.0.113.9'),
  ).toEqual([200, 200, 429]);
  expect(await statuses('203.0.113.10, 10.0.0.5:3000')).toEqual([200]);
  // What is no address counts as the peer.
  expect(await statuses('unknown', '_hidden', 'x:1')).toEqual([200, 200, 429]);
});

test('an address that is exempt is not counted', async () => {
  const app = await testAppForTest(database, {
    RATE_LIMIT_PER_MINUTE: '1',
    EXEMPT_ADDRESSES: '127.0.0.0/8',
  });
  expect([(await stats(app)).status, (await stats(app)).status]).toEqual([200, 200]);
});
