/** One call over HTTP: token, headers, retries, and the answer or the error it means. */
import * as z from 'zod/mini';
import { errorOfStatus, networkError, readAnswer } from '../call/answer.ts';
import { DEVICE_HEADER, type DeviceStorage } from '../call/device.ts';
import { DEFAULT_RETRY_POLICY, withRetries } from '../call/retry.ts';
import { CallbackError } from '../errors.ts';
import { Problem } from '../schemas/index.ts';
import { hintAtCors } from './corsHint.ts';
import { fromProblem } from './problem.ts';

export interface HttpClientOptions {
  /** Where the API answers, with or without a path before `/v1`. */
  baseUrl: string;
  /** The signed-in user's token, or null. Asked before every attempt; `refresh` is true after the API has refused the last token. */
  getToken: (options: { refresh: boolean }) => string | null | Promise<string | null>;
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Time for one attempt, in milliseconds; 10,000 by default. The whole call takes at most three times as long. */
  timeoutMs?: number;
  /** How many attempts may follow the first; 3 by default. */
  maxRetries?: number;
  /**
   * Whether `fetch` gives answers piece by piece, which live updates need; found out by default. React Native's own cannot,
   * `expo/fetch` can: give both, `fetch` and `streaming: true`.
   */
  streaming?: boolean;
  /** Keeps the random id of this device; `localStorage` by default. Give `AsyncStorage` in React Native. */
  deviceStorage?: DeviceStorage;
  /** Called when there is no token, or the API refuses a fresh one too. */
  onUnauthenticated?: () => void;
}

export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query string. */
  path: string;
  body?: unknown;
  idempotencyKey?: string | undefined;
  device?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  retryAfterSeconds: number | undefined;
  text: string;
}

/** What shows who makes a call. */
export interface Proof {
  headers: Record<string, string>;
  credentials: 'include' | 'omit';
}

type CallerOptions = Omit<HttpClientOptions, 'getToken'>;

/** Sends a call with what shows who makes it. */
type Attempt<Options> = (options: Options, call: HttpCall, signal: AbortSignal) => Promise<HttpAnswer>;

/** Gives the function that makes calls. Repeats are harmless: a call only reads, carries its key, or sets what is then set. */
export function createCaller<Options extends CallerOptions>(options: Options, attempt: Attempt<Options>) {
  const policy = {
    timeoutMs: options.timeoutMs ?? DEFAULT_RETRY_POLICY.timeoutMs,
    maxRetries: options.maxRetries ?? DEFAULT_RETRY_POLICY.maxRetries,
  };
  return async <Schema extends z.ZodMiniType>(schema: Schema, call: HttpCall): Promise<z.output<Schema>> => {
    const answer = await withRetries(policy, call.signal, (signal) => attempt(options, call, signal));
    return readAnswer(schema, parseJson(answer.text));
  };
}

/** Sends the call with a token, once more with a fresh one when the first is refused. */
export async function withToken(
  options: HttpClientOptions,
  call: HttpCall,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let answer: HttpAnswer | undefined;
  for (const refresh of [false, true]) {
    const token = await getToken(options, refresh);
    if (token === null) break;
    answer = await send(options, call, bearer(token), signal);
    if (answer.status !== 401) return successOrThrow(answer);
  }
  options.onUnauthenticated?.();
  if (answer) return successOrThrow(answer);
  throw new CallbackError('unauthenticated', 'Sign in to continue.');
}

export async function getToken(options: HttpClientOptions, refresh: boolean): Promise<string | null> {
  try {
    return await options.getToken({ refresh });
  } catch (cause) {
    throw new CallbackError('unauthenticated', 'The sign-in could not be confirmed. Sign in again.', {
      cause,
    });
  }
}

/** What a token shows. */
export const bearer = (token: string): Proof => ({
  headers: { authorization: `Bearer ${token}` },
  credentials: 'omit',
});

export async function send(
  options: CallerOptions,
  call: HttpCall,
  { headers, credentials }: Proof,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const fetch = options.fetch ?? globalThis.fetch;
  try {
    const response = await fetch(addressOf(options, call.path), {
      method: call.method,
      headers: { ...headers, ...headersOf(call) },
      credentials,
      signal,
      keepalive: call.method !== 'GET', // a change goes through even if its page is left
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    return {
      status: response.status,
      retryAfterSeconds: secondsUntil(response.headers.get('retry-after')),
      text: await response.text(),
    };
  } catch (cause) {
    hintAtCors(options.baseUrl, cause);
    throw networkError(cause);
  }
}

export function addressOf({ baseUrl }: Pick<HttpClientOptions, 'baseUrl'>, path: string): string {
  return baseUrl.replace(/\/+$/, '') + path;
}

function headersOf(call: HttpCall): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    ...(call.body !== undefined && { 'content-type': 'application/json' }),
    ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
    ...(call.device !== undefined && { [DEVICE_HEADER]: call.device }),
  };
}

/** The answer of success; any other is thrown as the error that it means. */
export function successOrThrow(answer: HttpAnswer): HttpAnswer {
  const { status, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) return answer;
  const problem = z.safeParse(Problem, parseJson(answer.text));
  if (!problem.success) throw errorOfStatus(status, { retryAfterSeconds });
  throw fromProblem({ retry_after_seconds: retryAfterSeconds, ...problem.data, status });
}

/** The value, or undefined when it is not JSON; the schemas then refuse it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Retry-After, which is a number of seconds or a date. */
export function secondsUntil(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
