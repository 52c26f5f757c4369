/**
 * (e) Live updates: from sending a write to the message at the reader's stream, while many streams are open. Once the write goes through
 * the process that holds the streams, which wakes itself; once through another, which that process finds out by asking. The readers
 * share the machine with the server and PostgreSQL.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sql, withConnection } from '@ringback/database';
import { startApi } from './api.ts';
import { startChild } from './child.ts';
import type { Environment, Progress } from './environment.ts';
import { latencyOf } from './figures.ts';
import { type LoadRequest, type Marketplace, requestOf } from './marketplace.ts';
import type { Options } from './options.ts';
import type { Opened, ReadersOrder, Received } from './readers.ts';
import { tokenSigner } from './tokens.ts';
import { create, openPool, raiseLimits } from './writes.ts';

/** The 99th percentile at the smaller number of streams. */
const GOAL_MS = 300;
const WRITES_PER_SECOND = 50;
const POOL_SIZE = 10;

/** Writers open their connections and plan their statements in this time, before anything is counted. */
const WARM_UP_SECONDS = 3;

/** Messages that have not come by then have not come. */
const LATE_MS = 2_000;

/** Makes a request and gives its id. */
type Write = (request: LoadRequest) => Promise<string>;

export async function measureStreams(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('streams', options.smallRows, 1);
  await withConnection(database.ownerUrl, raiseLimits);
  const secret = randomBytes(48).toString('base64');
  await using stack = new AsyncDisposableStack();
  const sql = openPool(database.apiUrl, options);
  stack.defer(() => sql.end({ timeout: 5 }));
  const { apiUrl: databaseUrl } = database;
  const api = await startApi({ databaseUrl, secret, poolSize: POOL_SIZE, folder: environment.folder });
  stack.defer(api.stop);

  const writers = {
    'through the same process': overHttp(api.port, secret),
    'through another process': overSql(sql),
  };
  const figures = [];
  const requestsFor = requestSource(options.marketplace);
  for (const write of Object.values(writers))
    await writeSteadily(write, requestsFor(options.streams[0] ?? 1, WARM_UP_SECONDS));
  for (const streams of options.streams) {
    const readers = await startChild('readers.ts', { port: api.port, secret });
    stack.defer(readers.stop);
    const ask = <Answer>(order: ReadersOrder) => readers.ask<Answer>(order);
    report(`Opening ${streams} streams`);
    const { openedInMs } = await ask<Opened>({ open: readersOf(streams, options.marketplace) });
    for (const [writer, write] of Object.entries(writers)) {
      const requests = requestsFor(streams, options.rounds * options.secondsPerRound);
      const sentAtMs = await writeSteadily(write, requests);
      await sleep(LATE_MS);
      const latency = latencyOf(latencies(sentAtMs, await ask<Received>({ report: true })));
      figures.push({ streams, writer, openedInMs, latency, serverMb: await residentMb(api.pid) });
    }
    await readers.stop();
  }
  return { goalMs: GOAL_MS, writesPerSecond: WRITES_PER_SECOND, figures };
}

/** The buyers of the first so many requests: each one listens. */
function readersOf(streams: number, marketplace: Marketplace): string[] {
  return Array.from({ length: streams }, (_, n) => requestOf(n, marketplace).requester_id);
}

/** Gives as many requests as are written in so many seconds: each listener requests in turn, each time about another listing. */
function requestSource(marketplace: Marketplace): (streams: number, seconds: number) => LoadRequest[] {
  const buyers = marketplace.people - marketplace.sellers;
  let turn = 0;
  return (streams, seconds) => {
    const requests = Array.from({ length: Math.ceil(seconds * WRITES_PER_SECOND) }, (_, index) =>
      requestOf((index % streams) + (turn + Math.floor(index / streams)) * buyers, marketplace),
    );
    turn += Math.ceil(requests.length / streams);
    return requests;
  };
}

/** Writes at a steady pace, whatever the answers do. Gives the requests' ids and when each was sent. */
async function writeSteadily(write: Write, requests: LoadRequest[]): Promise<Map<string, number>> {
  const startMs = performance.now();
  const sent = requests.map(async (request, index): Promise<[string, number]> => {
    await sleep(Math.max(0, startMs + (index * 1000) / WRITES_PER_SECOND - performance.now()));
    // By the machine's clock, which all processes share.
    const sentAtMs = performance.timeOrigin + performance.now();
    return [await write(request), sentAtMs];
  });
  return new Map(await Promise.all(sent));
}

/** Throws when a message has not come. */
function latencies(sentAtMs: Map<string, number>, received: Received): number[] {
  const receivedAtMs = new Map(received);
  return [...sentAtMs].map(([id, sent]) => {
    const arrived = receivedAtMs.get(id);
    if (arrived === undefined) throw new Error('A reader has not been told of its request.');
    return arrived - sent;
  });
}

function overSql(sql: Sql): Write {
  const write = create(sql);
  return async (request) => {
    const [row] = await write(request);
    return String(row?.create_callback_request);
  };
}

function overHttp(port: number, secret: string): Write {
  const sign = tokenSigner(secret);
  return async ({ requester_id, listing_title: _title, ...body }) => {
    const response = await fetch(`http://127.0.0.1:${port}/v1/callback-requests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await sign(requester_id)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 201)
      throw new Error(`The API answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  };
}

/** What the process occupies; null on other systems than Linux. */
async function residentMb(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
