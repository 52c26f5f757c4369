/** Readers who leave before their stream is opened, while their token is still being checked, leave nothing behind. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { person, testDatabase } from '@ringback/testing/database/index.ts';
import { testAppForTest } from '@ringback/testing/server/app.ts';
import { exportJWK, SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { STREAMS_PER_USER } from '../../src/live/registry.ts';

test('a reader who left while signing in may open streams again', async () => {
  const database = await testDatabase();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyServer = createServer().listen(0, '127.0.0.1');
  await once(keyServer, 'listening');
  onTestFinished(() => void keyServer.close());
  const app = await testAppForTest(database, { JWT_SECRET: '', JWKS_URL: `${originOf(keyServer)}/keys` });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const jwt = await new SignJWT({ role: 'authenticated' })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setSubject((await person(database)).id)
    .setExpirationTime('1h')
    .sign(privateKey);
  const authorization = `Bearer ${jwt}`;

  const asked = once(keyServer, 'request');
  for (let opened = 0; opened < STREAMS_PER_USER; opened++) {
    const client = connect(Number(new URL(origin).port), '127.0.0.1');
    client.write(`GET /v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n\r\n`);
    const [, response] = (await once(app.server, 'request')) as [unknown, ServerResponse];
    const closed = once(response, 'close');
    client.destroy();
    await closed;
  }
  const [, keys] = (await asked) as [unknown, ServerResponse];
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
  keys.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));

  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const stream = await fetch(`${origin}/v1/stream`, {
    headers: { authorization },
    signal: controller.signal,
  });
  expect(stream.status).toBe(200);
  expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/^ringback_streams_open 1$/m);
});

const originOf = (server: { address(): unknown }) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
