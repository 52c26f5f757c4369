/** Traces: a request, its statements and the deliveries it caused are one trace at a real OTLP receiver, with nothing of a person in it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createCallbackClient } from '@ringback/client';
import { listing, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { testConfig, token } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runService } from '../../src/cli/service.ts';
import type { Channel } from '../../src/delivery/channels/channel.ts';
import { createLogger } from '../../src/platform/log.ts';
import { examined, levels } from '../support/doctor.ts';
import { settled } from '../support/worker.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

/** Takes traces by OTLP over HTTP, as a collector does. */
async function receiver(status = 200) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(
      `${request.method} ${request.url} ${JSON.stringify(request.headers)}\n${await text(request)}`,
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bodies,
    spans: (): Span[] =>
      bodies
        .map((body) => JSON.parse(body.slice(body.indexOf('\n'))))
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
  };
}

/** `ringback start` with these settings. Stopping sends what is left. */
async function service(env: Record<string, string>, send: Channel['send'], lines: string[] = []) {
  const stops: (() => Promise<unknown>)[] = [];
  const lifecycle = { add: async (stop: () => Promise<unknown>) => void stops.unshift(stop) };
  const port = await freePort();
  const config = testConfig({
    ...{ DATABASE_URL: database.apiUrl, PORT: String(port), CONSOLE_PATH: 'off' },
    ...env,
  });
  const logger = createLogger('warn', { write: (line) => void lines.push(line) });
  await runService({ config, logger, lifecycle, channels: [{ name: 'email', concurrency: 1, send }] });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) for (const each of stops) await each();
    isStopped = true;
  };
  onTestFinished(stop);
  return { origin: `http://127.0.0.1:${port}`, stop };
}

const SECRETS = { phone: '+12125550177', name: 'Grace Hopper', message: 'Only after the opera' };

async function request(origin: string, traceparent?: string) {
  const [buyer, seller] = [await person(database), await person(database)];
  const [bike, bearer] = [await listing(database, seller), await token(buyer.id)];
  const client = createCallbackClient({
    baseUrl: origin,
    getToken: () => bearer,
    fetch: (url, options) =>
      fetch(url, {
        ...options,
        headers: { ...(options?.headers as object), ...(traceparent && { traceparent }) },
      }),
  });
  const { id } = await client.createCallbackRequest({
    ...{ listing_id: bike.id, seller_id: seller.id, message: SECRETS.message },
    ...{ requester_phone: SECRETS.phone, requester_name: SECRETS.name },
  });
  await settled(database);
  return { id, bearer, client };
}

const attributeOf = ({ attributes }: Span, name: string) =>
  Object.values(attributes.find(({ key }) => key === name)?.value ?? {})[0];

describe('with an endpoint', () => {
  test('a request, its statement and its delivery are one trace, and name nobody', async () => {
    const { endpoint, bodies, spans } = await receiver();
    const settings = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-team=callbacks',
    };
    const { origin, stop } = await service(settings, async () => ({ outcome: 'sent' }));
    const { bearer } = await request(origin);
    await stop();

    const asked = spans().find(({ name }) => name === 'POST /v1/callback-requests');
    const trace = spans().filter(({ traceId }) => traceId === asked?.traceId);
    const [sql, sent] = ['SQL submit_callback_request', 'deliver email'].map((name) =>
      trace.find((span) => span.name === name),
    );
    expect(asked?.parentSpanId).toBeUndefined();
    expect(sql?.parentSpanId).toBe(asked?.spanId);
    expect(sent?.parentSpanId).toBe(asked?.spanId);
    expect(asked && attributeOf(asked, 'http.response.status_code')).toBe(201);
    expect(sent && attributeOf(sent, 'ringback.outcome')).toBe('sent');
    expect(bodies[0]).toMatch(/^POST \/v1\/traces .*"x-team":"callbacks"/);
    expect(bodies.join()).toContain('"stringValue":"ringback"');
    for (const secret of [...Object.values(SECRETS), bearer, '2125550177', 'eyJ'])
      expect(bodies.join()).not.toContain(secret);
  });

  test('goes on where the caller’s own trace is', async () => {
    const { endpoint, spans } = await receiver();
    const { origin, stop } = await service({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, async () => ({
      outcome: 'failed',
      code: '550',
    }));
    const [traceId, parentId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
    await request(origin, `00-${traceId}-${parentId}-01`);
    await fetch(`${origin}/v1/stats`, { headers: { traceparent: 'nonsense' } });
    await stop();
    const asked = spans().find(({ name }) => name === 'POST /v1/callback-requests');
    expect(asked).toMatchObject({ traceId, parentSpanId: parentId });
    const sent = spans().find(({ name }) => name === 'deliver email');
    expect(sent).toMatchObject({ traceId, status: { code: 2 } });
    const refused = spans().find(({ name }) => name === 'GET /v1/stats');
    expect(refused?.traceId).not.toBe(traceId);
    expect(refused && attributeOf(refused, 'ringback.refusal')).toBe('unauthenticated');
    expect(refused?.status.code).not.toBe(2);
  });

  test('keeps the share that is asked for, whatever callers name', async () => {
    const { endpoint, bodies } = await receiver();
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: '0' };
    const { origin, stop } = await service(settings, async () => ({ outcome: 'sent' }));
    await request(origin, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
    await stop();
    expect(bodies).toEqual([]);
  });

  test('that does not answer, requests and deliveries go on, and the log says so', async () => {
    const lines: string[] = [];
    const { endpoint } = await receiver(400);
    const { origin, stop } = await service(
      { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
      async () => ({ outcome: 'sent' }),
      lines,
    );
    await request(origin);
    await stop();
    expect(lines.filter((line) => line.includes('traces could not be sent'))).toHaveLength(1);
  });
});

test('without one, nothing is traced or kept with a delivery', async () => {
  const { origin } = await service({}, async () => ({ outcome: 'sent' }));
  const { id } = await request(origin, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
  const [row] = await database.sql`
    select d.traceparent from callback_private.deliveries d
    join callback_request_notifications n on n.id = d.notification_id where n.callback_request_id = ${id}`;
  expect(row).toEqual({ traceparent: null });
});

test('what is no trace context is not kept', async () => {
  const [column] = await database.sql`
    select pg_get_expr(d.adbin, d.adrelid) as text from pg_attrdef d join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum)
    where d.adrelid = 'callback_private.deliveries'::regclass and a.attname = 'traceparent'`;
  const kept = async (given: string) => {
    const [row] = await database.sql`
      with given as materialized (select set_config('callback_private.traceparent', ${given}, true) as it)
      select ${database.sql.unsafe(column?.text)} as kept from given where it is not null`;
    return row?.kept;
  };
  const context = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  expect(await kept(context)).toBe(context);
  expect(await kept('+12125550177')).toBeNull();
});

describe('doctor', () => {
  const found = async (endpoint: string) =>
    (await examined(database.apiUrl, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).filter(({ text }) =>
      text.startsWith('traces:'),
    );

  test('says whether traces arrive', async () => {
    const [fine, refusing] = [await receiver(), await receiver(404)];
    expect(levels(await found(fine.endpoint), 'ok')).toEqual([expect.stringMatching(/takes them$/)]);
    expect(levels(await found(refusing.endpoint), 'warn')).toEqual([
      expect.stringMatching(/answers 404 to traces/),
    ]);
    expect(levels(await found(`http://127.0.0.1:${await freePort()}`), 'warn')).toEqual([
      expect.stringMatching(/does not answer .* check OTEL_EXPORTER_OTLP_ENDPOINT/),
    ]);
  });
});
