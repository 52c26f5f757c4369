/** What the elements of a page share: the client of a person, and what it has answered. */
import type { CallbackClient, HttpClientOptions } from '@ringback/client';
import { QueryClient } from '@tanstack/react-query';
import { createLightClient } from './lightClient.ts';

type Credential = string | HttpClientOptions['getToken'] | undefined;

export interface SignIn {
  client: CallbackClient;
  queryClient: QueryClient;
  /** Differs for each: hooks stay with the query client that they began with, so a new one needs new components. */
  id: number;
}

const signIns = new Map<Credential, Map<string, SignIn>>();
let count = 0;

/** One for each address and way to a token, so that a page full of buttons asks as one. */
export function signInOf(baseUrl: string, credential: Credential): SignIn {
  const known = signIns.get(credential) ?? new Map<string, SignIn>();
  signIns.set(credential, known);
  const signIn = known.get(baseUrl) ?? createSignIn(baseUrl, credential);
  known.set(baseUrl, signIn);
  return signIn;
}

function createSignIn(baseUrl: string, credential: Credential): SignIn {
  const getToken = typeof credential === 'function' ? credential : () => credential ?? null;
  count += 1;
  return { client: createLightClient({ baseUrl, getToken }), queryClient: new QueryClient(), id: count };
}
