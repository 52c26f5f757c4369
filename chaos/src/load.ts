/** Requests to the API at a steady pace, whatever the answers do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { token } from '@ringback/testing/server/app.ts';
import { bodyOf, idOf, requestOf } from './market.ts';

export interface Answered {
  n: number;
  /** When it was sent, and how long the answer took. */
  atMs: number;
  tookMs: number;
  /** 0 when there was no answer. */
  status: number;
  retryAfter: string | null;
  /** What a refusal is called. */
  code: string | null;
}

const GIVE_UP_MS = 15_000;

/** Sends request n. */
export async function post(origin: string, n: number, signal?: AbortSignal): Promise<Answered> {
  const authorization = `Bearer ${await tokenOf(requestOf(n).buyer)}`;
  const atMs = performance.now();
  const answer = await fetch(`${origin}/v1/callback-requests`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(n)),
    signal: signal ?? AbortSignal.timeout(GIVE_UP_MS),
  }).catch(() => undefined);
  const tookMs = performance.now() - atMs;
  const text = (await answer?.text().catch(() => '')) ?? '';
  return {
    ...{ n, atMs, tookMs },
    status: answer?.status ?? 0,
    retryAfter: answer?.headers.get('retry-after') ?? null,
    code: /"code":"(\w+)"/.exec(text)?.[1] ?? null,
  };
}

const tokens = new Map<number, Promise<string>>();

function tokenOf(buyer: number): Promise<string> {
  const known = tokens.get(buyer) ?? token(idOf('buyer', buyer));
  tokens.set(buyer, known);
  return known;
}

/** Sends requests from number `first` on, so many a second, until it is stopped; then gives all answers. */
export function startLoad(origin: string, { first = 0, perSecond }: { first?: number; perSecond: number }) {
  const answers: Promise<Answered>[] = [];
  let isStopped = false;
  const startMs = performance.now();
  async function run() {
    for (let n = 0; !isStopped; n++) {
      await sleep(Math.max(0, startMs + (n * 1_000) / perSecond - performance.now()));
      answers.push(post(origin, first + n));
    }
  }
  const running = run();
  return {
    async stop(): Promise<Answered[]> {
      isStopped = true;
      await running;
      return Promise.all(answers);
    },
  };
}
