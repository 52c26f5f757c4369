/** An operator's call: by a token, or by a session whose other half the browser adds as a cookie. */
import { CallbackError } from '../errors.ts';
import {
  bearer,
  getToken,
  type HttpAnswer,
  type HttpCall,
  type HttpClientOptions,
  type Proof,
  send,
  successOrThrow,
  withToken,
} from './call.ts';

export type OperatorClientOptions =
  | HttpClientOptions
  | (Omit<HttpClientOptions, 'getToken' | 'streaming'> & {
      /** The `session_key` that signing in answered, or null. Asked before every attempt. */
      sessionKey: () => string | null;
    });

/** Signing in needs no proof yet, and may bring one. */
const SIGN_IN = '/v1/operator/sessions';

export async function asOperator(
  options: OperatorClientOptions,
  call: HttpCall,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  if (call.method === 'POST' && call.path === SIGN_IN) {
    return successOrThrow(await send(options, call, await proofForSigningIn(options), signal));
  }
  return 'sessionKey' in options ? withSession(options, call, signal) : withToken(options, call, signal);
}

async function withSession(
  options: Extract<OperatorClientOptions, { sessionKey: unknown }>,
  call: HttpCall,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const key = options.sessionKey();
  const answer =
    key === null ? null : await send(options, call, session({ 'ringback-session-key': key }), signal);
  if (answer && answer.status !== 401) return successOrThrow(answer);
  options.onUnauthenticated?.();
  if (answer) return successOrThrow(answer);
  throw new CallbackError('unauthenticated', 'Sign in to continue.');
}

async function proofForSigningIn(options: OperatorClientOptions): Promise<Proof> {
  const token = 'getToken' in options ? await getToken(options, false) : null;
  return token === null ? session({}) : { ...bearer(token), credentials: 'include' };
}

const session = (headers: Record<string, string>): Proof => ({ headers, credentials: 'include' });
