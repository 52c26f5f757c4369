/** The demo answers to its own name and to addresses, and to no name that a foreign site has pointed at this machine. */
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerToOwnHost } from '../src/ownHost.ts';

test.each([
  ['localhost:3000', 200],
  ['127.0.0.1:3000', 200],
  ['[::1]:3000', 200],
  ['192.168.1.20:3000', 200],
  ['demo.example.com', 200],
  ['DEMO.example.com:3000', 200],
  ['rebound.evil.example', 403],
  ['localhost.evil.example:3000', 403],
  ['127.0.0.1.evil.example', 403],
])('a request to %j is answered with %i', async (host, status) => {
  const app = Fastify();
  answerToOwnHost(app, 'https://demo.example.com');
  app.setErrorHandler((error: Error & { status?: number }, _request, reply) =>
    reply.code(error.status ?? 500).send(),
  );
  app.get('/', async () => 'tokens');
  expect((await app.inject({ url: '/', headers: { host } })).statusCode).toBe(status);
});
