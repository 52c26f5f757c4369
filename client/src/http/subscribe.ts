/** Live updates over HTTP: an answer without end, read by fetch because EventSource cannot send a token. */
import { DEFAULT_RETRY_POLICY } from '../call/retry.ts';
import { eventOf } from '../live/event.ts';
import { createEventReader, type EventReader } from '../live/sse.ts';
import { type Subscription, subscribe } from '../live/subscription.ts';
import { createDeadline, delay } from '../live/time.ts';
import type { CallbackEvent, SubscribeOptions } from '../live/types.ts';
import { addressOf, getToken, type HttpClientOptions, secondsUntil } from './call.ts';

/** The server shows every 15 seconds that it is there. */
const SILENCE_MS = 40_000;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/** How a connection ended. */
interface Ending {
  /** The server answered with a stream. */
  hadConnected: boolean;
  /** There is no stream at that address. */
  isUnknown: boolean;
  retryAfterMs: number;
  /** The token was refused, or has expired. */
  needsFreshToken: boolean;
}

/** Follows the stream until the returned function is called. */
export function subscribeOverHttp(
  options: HttpClientOptions,
  listener: (event: CallbackEvent) => void,
  subscribeOptions: SubscribeOptions,
): () => void {
  return subscribe(listener, subscribeOptions, (subscription) => {
    if (canStream(options)) void follow(options, subscription);
    else subscription.report('unsupported');
  });
}

/** React Native's own fetch gives an answer only when it is complete, which this one never is. */
function canStream({ streaming }: HttpClientOptions): boolean {
  return streaming ?? (typeof Response === 'function' && 'body' in Response.prototype);
}

async function follow(options: HttpClientOptions, subscription: Subscription): Promise<void> {
  const { signal, report } = subscription;
  const reader = createEventReader();
  let failures = 0;
  let refresh = false;
  while (!signal.aborted) {
    report('connecting');
    const ending = await connect(options, subscription, reader, refresh);
    if (ending.isUnknown) return report('unsupported');
    if (!ending.hadConnected) report('offline');
    // It broke before it sent an id to resume from.
    else if (reader.lastEventId === undefined) subscription.emit({ type: 'reset' });
    // A fresh token that is refused as well will not become better by asking for another at once.
    refresh = ending.needsFreshToken && (ending.hadConnected || !refresh);
    failures = ending.hadConnected || refresh ? 0 : failures + 1;
    await delay(ending.retryAfterMs + jittered(failures, reader.retryMs), signal);
  }
}

/** A random time, so that not all come back at once when a server has gone; its range doubles at every failure. */
function jittered(failures: number, firstMs = FIRST_DELAY_MS): number {
  return Math.random() * Math.min(LONGEST_DELAY_MS, firstMs * 2 ** failures);
}

/** Connects once and reads until the connection ends, for whatever reason. */
async function connect(
  options: HttpClientOptions,
  subscription: Subscription,
  reader: EventReader,
  refresh: boolean,
): Promise<Ending> {
  const ending: Ending = { hadConnected: false, isUnknown: false, retryAfterMs: 0, needsFreshToken: false };
  const deadline = createDeadline(subscription.signal, options.timeoutMs ?? DEFAULT_RETRY_POLICY.timeoutMs);
  try {
    const response = await request(options, reader.lastEventId, refresh, deadline.signal);
    if (!response?.ok) return { ...ending, ...refusal(response) };
    ending.hadConnected = true;
    reader.forgetRest();
    subscription.report('connected');
    for await (const piece of textOf(response)) {
      deadline.extend(SILENCE_MS);
      for (const { event, data } of reader.read(piece)) {
        if (event === 'end') ending.needsFreshToken = data.includes('token_expired');
        const received = eventOf(event, data);
        if (received) subscription.emit(received);
      }
    }
  } catch {
    // The connection broke, or sent something unreadable: the next one resumes where it was.
  } finally {
    deadline.clear();
  }
  return ending;
}

/** Undefined when no one is signed in. */
async function request(
  options: HttpClientOptions,
  lastEventId: string | undefined,
  refresh: boolean,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const token = await getToken(options, refresh);
  if (token === null) return undefined;
  const fetch = options.fetch ?? globalThis.fetch;
  return fetch(addressOf(options, '/v1/stream'), {
    headers: {
      accept: 'text/event-stream, application/problem+json',
      authorization: `Bearer ${token}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
}

function refusal(response: Response | undefined): Partial<Ending> {
  const seconds = secondsUntil(response?.headers.get('retry-after') ?? null) ?? 0;
  return {
    isUnknown: response?.status === 404,
    needsFreshToken: response?.status === 401,
    retryAfterMs: seconds * 1000,
  };
}

/** The answer's text, piece by piece. Not every browser can iterate over a stream by itself. */
async function* textOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader?.cancel();
  }
}
