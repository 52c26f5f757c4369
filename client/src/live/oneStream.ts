/**
 * One stream for all windows of a browser in which the same person is signed in. Over HTTP/1.1 a browser has six connections to a
 * server: a stream in each of six windows would leave none for calls. One window holds the stream, the others hear from it.
 */
import type { Subscription } from './subscription.ts';
import { delay } from './time.ts';
import type { CallbackEvent, LiveStatus } from './types.ts';

/** Different people in different windows cannot share; no more than so many of them have a stream. */
const MOST_STREAMS = 3;
/** How soon a window without one looks again. */
const LOOK_AGAIN_MS = 15_000;
/** The window with the stream shows that it is there as often as the server does, every 15 seconds. */
const SILENCE_MS = 45_000;

/** Between the windows: what came, and how the stream is. */
type Message = { event: CallbackEvent } | { status: LiveStatus } | { ask: true };

/** The part of a BroadcastChannel that is used. */
interface Channel {
  postMessage(message: Message): void;
  onmessage: ((message: { data: Message }) => void) | null;
}

/** Opens a stream and reports to the subscription, until that ends. */
type Follow = (subscription: Subscription) => Promise<void>;

/** Whether windows can agree on who holds the stream: browsers, on https or localhost. */
export function canShare(): boolean {
  return 'document' in globalThis && 'locks' in navigator && typeof BroadcastChannel === 'function';
}

/**
 * Follows the stream with the other windows that have the same `audience` at the same `address`; without an audience alone. Ends when
 * the subscription does, or `follow` when it was this window's turn.
 */
export async function followTogether(
  { address, audience }: { address: string; audience: string | undefined },
  subscription: Subscription,
  follow: Follow,
): Promise<void> {
  const { signal } = subscription;
  const name = `ringback-live ${address}`;
  if (audience === undefined) return inTurn(name, subscription, follow);
  const broadcast = new BroadcastChannel(`${name} ${audience}`);
  const channel = broadcast as unknown as Channel; // Node's type and the browser's differ
  const listening = listen(channel, subscription);
  const lead = () => {
    listening.stop();
    return inTurn(name, aloud(channel, subscription, listening.hasHeard()), follow);
  };
  await navigator.locks.request(`${name} ${audience}`, { signal }, lead).catch(unlessAborted(signal));
  listening.stop();
  broadcast.close();
}

/** Hears from the window that has the stream. When that falls silent, as a frozen page does, it is as if there were none. */
function listen(channel: Channel, { emit, report }: Subscription) {
  const isSilent = () => report('offline');
  let timer = setTimeout(isSilent, SILENCE_MS);
  let hasHeard = false;
  channel.onmessage = ({ data }: { data: Message }) => {
    if ('ask' in data) return;
    clearTimeout(timer);
    timer = setTimeout(isSilent, SILENCE_MS);
    hasHeard = true;
    if ('event' in data) emit(data.event);
    else report(data.status);
  };
  report('connecting');
  channel.postMessage({ ask: true });
  return {
    hasHeard: () => hasHeard,
    stop() {
      clearTimeout(timer);
      channel.onmessage = null;
    },
  };
}

/** The subscription of the window that has the stream: the others hear what it hears. */
function aloud(channel: Channel, { signal, ...own }: Subscription, isSuccessor: boolean): Subscription {
  let last: LiveStatus = 'connecting';
  let mayHaveMissed = isSuccessor;
  const post = (message: Message) => signal.aborted || channel.postMessage(message);
  channel.onmessage = ({ data }: { data: Message }) => {
    if ('ask' in data) post({ status: last });
  };
  function emit(event: CallbackEvent) {
    own.emit(event);
    post({ event });
  }
  return {
    signal,
    emit,
    report(status) {
      last = status;
      own.report(status);
      post({ status });
      if (status !== 'connected') return;
      if (mayHaveMissed) emit({ type: 'reset' });
      mayHaveMissed = false;
    },
  };
}

/** Runs while this browser has no more than so many streams; until then the status is `waiting`. */
async function inTurn(name: string, subscription: Subscription, follow: Follow): Promise<void> {
  const { signal, report } = subscription;
  let isDone = false;
  while (!isDone && !signal.aborted) {
    for (let place = 0; place < MOST_STREAMS && !isDone; place++) {
      await navigator.locks.request(`${name} ${place}`, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        await follow(subscription);
        isDone = true;
      });
    }
    if (isDone) return;
    report('waiting');
    await delay(LOOK_AGAIN_MS, signal);
  }
}

const unlessAborted = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};

/**
 * Whom a token is for: a digest of what it claims, but for the times and ids that differ in each token. Undefined for a token that is
 * no JWT, which only its own window can use.
 */
export async function audienceOf(token: string): Promise<string | undefined> {
  const claims = claimsOf(token);
  if (!claims) return undefined;
  const lasting = Object.entries(claims).filter(([name]) => !['exp', 'iat', 'nbf', 'jti'].includes(name));
  const text = JSON.stringify(lasting.sort());
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function claimsOf(token: string): object | undefined {
  const [, payload = ''] = token.split('.');
  try {
    const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const claims: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))),
    );
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}
