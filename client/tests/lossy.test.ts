/** Over a network that loses one call in ten, every call takes effect exactly once. */
import { randomUUID } from 'node:crypto';
import { each, lossy } from '@ringback/testing/client/lossy.ts';
import { type Handler, json, startServer } from '@ringback/testing/client/server.ts';
import { byForm } from '@ringback/testing/full.ts';
import { expect, test } from 'vitest';
import { createCallbackClient } from '../src/index.ts';
import { DETAIL, INPUT } from './support/samples.ts';

const CALLS = byForm(300, 5_000);

/** Keeps its promise about Idempotency-Key: one effect for each key, and the first answer again. */
function idempotentApi(effects: string[]): Handler {
  const answers = new Map<string, object>();
  return (response, request) => {
    const key = request.headers['idempotency-key'] as string;
    if (!answers.has(key)) {
      effects.push(JSON.parse(request.body).message ?? request.path);
      answers.set(key, { ...DETAIL, id: request.path.split('/')[3] ?? randomUUID() });
    }
    return json(200, answers.get(key))(response, request);
  };
}

test(`${CALLS} creates and as many updates`, { timeout: 300_000 }, async () => {
  const effects: string[] = [];
  const api = await startServer(idempotentApi(effects));
  const network = await startServer(lossy(api.url, 0.1));
  const client = createCallbackClient({
    baseUrl: network.url,
    getToken: () => 'token',
    maxRetries: 10,
    timeoutMs: 20_000,
  });

  const ids = await each(CALLS, 20, async (index) => {
    const { id } = await client.createCallbackRequest({ ...INPUT, message: `create ${index}` });
    await client.updateCallbackRequestStatus(id, { status: 'acknowledged' });
    return id;
  });

  expect(new Set(ids).size).toBe(CALLS);
  expect(effects).toHaveLength(2 * CALLS);
  expect(new Set(effects).size).toBe(2 * CALLS);
  expect(api.requests.length, 'some calls were made again').toBeGreaterThan(2 * CALLS);
});
