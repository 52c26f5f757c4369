/** The HTTP client against a server in the test. */

import { type Handler, json, startServer } from '@ringback/testing/client/server.ts';
import { beforeEach, expect, vi } from 'vitest';
import { CallbackError, createCallbackClient, type HttpClientOptions } from '../../src/index.ts';
import { DETAIL } from './samples.ts';

export const created = json(201, DETAIL);

export const clientFor = (baseUrl: string, options: Partial<HttpClientOptions> = {}) =>
  createCallbackClient({ baseUrl, getToken: () => 'token', timeoutMs: 5_000, ...options });

export async function serving(handler: Handler, options: Partial<HttpClientOptions> = {}) {
  const server = await startServer(handler);
  return { ...server, client: clientFor(server.url, options) };
}

/** The error with which the call is refused. */
export const failure = async (promise: Promise<unknown>): Promise<CallbackError> => {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(CallbackError);
  return error as CallbackError;
};

/** Jitter draws from Math.random; with 0 a retry follows at once. */
export function retryAtOnce(): void {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    return () => vi.restoreAllMocks();
  });
}
