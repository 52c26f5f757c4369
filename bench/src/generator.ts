/**
 * The load generator for HTTP, a process of its own so that its work does not slow down its own stopwatch. It holds a token for each buyer
 * and is told by messages how long to send what over how many connections; every answer must be 201.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { answerOrders } from './child.ts';
import { type LoadResult, runLoad } from './load.ts';
import { type LoadRequest, type Marketplace, requestOf } from './marketplace.ts';
import { tokenSigner } from './tokens.ts';

export type Preparation = { port: number; secret: string; marketplace: Marketplace };
export type Order = { connections: number; seconds: number; first: number; withKeys: boolean };
export type Report = LoadResult & { cpuSeconds: number };

const { port, secret, marketplace } = JSON.parse(process.argv[2] as string) as Preparation;
const tokens = await signTokens();
answerOrders(generate);

async function signTokens(): Promise<Map<string, string>> {
  const sign = tokenSigner(secret);
  const signed = new Map<string, string>();
  for (let n = 0; n < marketplace.people - marketplace.sellers; n++) {
    const id = requestOf(n, marketplace).requester_id;
    signed.set(id, await sign(id));
  }
  return signed;
}

async function generate({ connections, seconds, first, withKeys }: Order): Promise<Report> {
  const agents = Array.from({ length: connections }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const startCpu = process.cpuUsage();
  const call = (n: number, connection: number) =>
    post(agents[connection] as Agent, requestOf(n, marketplace), withKeys);
  const result = await runLoad({ connections, seconds, first, call });
  const { user, system } = process.cpuUsage(startCpu);
  for (const agent of agents) agent.destroy();
  return { ...result, cpuSeconds: (user + system) / 1e6 };
}

function post(agent: Agent, load: LoadRequest, withKey: boolean): Promise<void> {
  const { requester_id, listing_title, ...fields } = load;
  const body = JSON.stringify(fields);
  const headers = {
    authorization: `Bearer ${tokens.get(requester_id)}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(withKey && { 'idempotency-key': randomUUID() }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  request(
    { port, host: '127.0.0.1', method: 'POST', path: '/v1/callback-requests', agent, headers },
    (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('error', reject).on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`The API answered ${answer.statusCode}: ${text}`));
      });
    },
  )
    .on('error', reject)
    .end(body);
  return promise;
}
