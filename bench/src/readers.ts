/** Readers of live updates, a process of its own: holds a stream for each person and notes when each request's message arrives. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { answerOrders } from './child.ts';
import { tokenSigner } from './tokens.ts';

export type ReadersPreparation = { port: number; secret: string };
/** Open a stream for each of these people, or tell what has arrived since the last report. */
export type ReadersOrder = { open: string[] } | { report: true };
export type Opened = { openedInMs: number };
/** Ids of requests, each with the time by the machine's clock. */
export type Received = [id: string, atMs: number][];

/** So many connect at once. */
const CONNECTING = 100;

const { port, secret } = JSON.parse(process.argv[2] as string) as ReadersPreparation;
const sign = tokenSigner(secret);
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
let received: Received = [];

answerOrders<ReadersOrder>(async (order) => ('open' in order ? openAll([...order.open]) : report()));

async function openAll(people: string[]): Promise<Opened> {
  const startMs = performance.now();
  const connect = async () => {
    for (let id = people.pop(); id !== undefined; id = people.pop()) await open(id);
  };
  await Promise.all(Array.from({ length: CONNECTING }, connect));
  return { openedInMs: Math.round(performance.now() - startMs) };
}

async function open(id: string): Promise<void> {
  const headers = { authorization: `Bearer ${await sign(id)}` };
  const call = request({ port, host: '127.0.0.1', path: '/v1/stream', agent, headers }).end();
  const [stream] = (await once(call, 'response')) as [IncomingMessage];
  if (stream.statusCode !== 200)
    throw new Error(`The API answered ${stream.statusCode} instead of a stream.`);
  stream.setEncoding('utf8').on('data', note);
}

function note(text: string): void {
  const atMs = performance.timeOrigin + performance.now();
  for (const [, id = ''] of text.matchAll(/"callback_request_id":"([^"]+)"/g)) received.push([id, atMs]);
}

async function report(): Promise<Received> {
  const all = received;
  received = [];
  return all;
}
