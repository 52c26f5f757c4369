/** Live updates over HTTP: an answer without end, read by fetch because EventSource cannot send a token. */
import { DEFAULT_RETRY_POLICY } from '../call/retry.ts';
import { eventOf } from '../live/event.ts';
import { audienceOf, canShare, followTogether } from '../live/oneStream.ts';
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
  /** A message came, so that this is a stream of Ringback's. */
  hasRead: boolean;
  /** The server says that it has no stream. */
  isUnknown: boolean;
  retryAfterMs: number;
  /** Another person has signed in. */
  isOfAnother: boolean;
  /** The token was refused, or has expired. */
  needsFreshToken: boolean;
}

interface StreamOptions extends HttpClientOptions {
  /** Whether the token is of the person for whom the stream was opened. */
  isSame(token: string): Promise<boolean>;
}

/** Follows the stream until the returned function is called. */
export function subscribeOverHttp(
  options: HttpClientOptions,
  listener: (event: CallbackEvent) => void,
  subscribeOptions: SubscribeOptions,
): () => void {
  return subscribe(listener, subscribeOptions, (subscription) => {
    if (canStream(options)) void followAsOne(options, subscription);
    else subscription.report('unsupported');
  });
}

/** React Native's own fetch gives an answer only when it is complete, which this one never is. */
function canStream({ streaming }: HttpClientOptions): boolean {
  return streaming ?? (typeof Response === 'function' && 'body' in Response.prototype);
}

/** Shares the stream with the browser's other windows; starts over when another person signs in. */
async function followAsOne(options: HttpClientOptions, subscription: Subscription): Promise<void> {
  let audience: string | undefined;
  const isSame = async (token: string) => audience === undefined || audience === (await audienceOf(token));
  let hasEnded = !canShare();
  if (hasEnded) await follow({ ...options, isSame }, subscription);
  while (!hasEnded && !subscription.signal.aborted) {
    const token = await getToken(options, false).catch(() => null);
    audience = token === null ? undefined : await audienceOf(token);
    await followTogether({ address: options.baseUrl, audience }, subscription, async (shared) => {
      hasEnded = await follow({ ...options, isSame }, shared);
    });
  }
}

/** Resolves with whether there is nothing to come any more; not so when another person has signed in. */
async function follow(options: StreamOptions, subscription: Subscription): Promise<boolean> {
  const { signal, report } = subscription;
  const reader = createEventReader();
  const onPiece = connectionReporter(subscription, reader);
  let failures = 0;
  let refresh = false;
  while (!signal.aborted) {
    report('connecting');
    const ending = await connect(options, { subscription, reader, onPiece }, refresh);
    if (ending.isUnknown) report('unsupported');
    if (ending.isUnknown || ending.isOfAnother) return ending.isUnknown;
    if (!ending.hasRead) report('offline');
    // A fresh token that is refused as well will not become better by asking for another at once.
    refresh = ending.needsFreshToken && (ending.hasRead || !refresh);
    failures = ending.hasRead || refresh ? 0 : failures + 1;
    await delay(ending.retryAfterMs + jittered(failures, reader.retryMs), signal);
  }
  return true;
}

/** Reports a connection; when the last one left no id to resume from, what happened in between is missing. */
function connectionReporter({ emit, report }: Subscription, reader: EventReader): Following['onPiece'] {
  let isFirst = true;
  return (isFirstPiece) => {
    report('connected');
    if (isFirstPiece && !isFirst && reader.lastEventId === undefined) emit({ type: 'reset' });
    isFirst = false;
  };
}

/** A random time, so that not all come back at once when a server has gone; its range doubles at every failure. */
function jittered(failures: number, firstMs = FIRST_DELAY_MS): number {
  return Math.random() * Math.min(LONGEST_DELAY_MS, firstMs * 2 ** failures);
}

interface Following {
  subscription: Subscription;
  reader: EventReader;
  /** Until the first a proxy may be holding everything back; each shows that the stream is alive. */
  onPiece(isFirstPiece: boolean): void;
}

/** Connects once and reads until the connection ends, for whatever reason. */
async function connect(
  options: StreamOptions,
  { subscription, reader, onPiece }: Following,
  refresh: boolean,
): Promise<Ending> {
  const ending: Ending = {
    hasRead: false,
    isUnknown: false,
    isOfAnother: false,
    retryAfterMs: 0,
    needsFreshToken: false,
  };
  const deadline = createDeadline(subscription.signal, options.timeoutMs ?? DEFAULT_RETRY_POLICY.timeoutMs);
  try {
    const token = await getToken(options, refresh);
    if (token !== null && !(await options.isSame(token))) return { ...ending, isOfAnother: true };
    const response = await request(options, token, reader.lastEventId, deadline.signal);
    if (!response || !isStream(response)) return { ...ending, ...(await refusal(response)) };
    reader.forgetRest();
    let isFirst = true;
    for await (const piece of textOf(response)) {
      deadline.extend(SILENCE_MS);
      onPiece(isFirst);
      isFirst = false;
      for (const { event, data } of reader.read(piece)) {
        if (event === 'end') ending.needsFreshToken = data.includes('token_expired');
        const received = eventOf(event, data);
        if (received) subscription.emit(received);
        ending.hasRead = true;
      }
    }
  } catch {
    // The connection broke, or sent something unreadable: the next one resumes where it was.
  } finally {
    deadline.clear();
  }
  return ending;
}

/** Not a page that some proxy answers with. */
function isStream({ status, headers }: Response): boolean {
  return status === 200 && /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');
}

/** Undefined when no one is signed in. */
async function request(
  options: HttpClientOptions,
  token: string | null,
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response | undefined> {
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

/** A 404 that is not Ringback's own comes from a proxy, which may know the way again later. */
async function refusal(response: Response | undefined): Promise<Partial<Ending>> {
  const { status, headers, body } = response ?? {};
  await body?.cancel();
  const isProblem = headers?.get('content-type')?.startsWith('application/problem+json');
  return {
    isUnknown: status === 404 && isProblem === true,
    needsFreshToken: status === 401,
    retryAfterMs: (secondsUntil(headers?.get('retry-after') ?? null) ?? 0) * 1000,
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
