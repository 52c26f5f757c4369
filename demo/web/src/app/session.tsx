/** Who is signed in, in this window alone: two windows can be two people. */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { MarketSignIn } from '../../../src/market/types.ts';
import { fetchParts, postSignIn } from './api.ts';
import { keptIn } from './kept.ts';

interface Session {
  /** Null while nobody is signed in. */
  signedIn: MarketSignIn | null;
  signIn(personId: string): Promise<void>;
  signOut(): void;
  /** For the client: the token, or after a refusal a new one. */
  getToken(options: { refresh: boolean }): Promise<string | null>;
}

const KEY = 'market-session';
const kept = keptIn('sessionStorage');

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [signedIn, setSignedIn] = useState(readSession);
  const isArriving = useArrival(setSignedIn);
  const signIn = useCallback(async (personId: string) => {
    setSignedIn(keepSession(await postSignIn(personId)));
  }, []);
  const signOut = useCallback(() => setSignedIn(keepSession(null)), []);
  const getToken = useCallback(async ({ refresh }: { refresh: boolean }) => {
    const current = readSession();
    if (!refresh || current === null) return current?.token ?? null;
    const renewed = await postSignIn(current.account.id);
    setSignedIn(keepSession(renewed));
    return renewed.token;
  }, []);
  const session = useMemo(
    () => ({ signedIn, signIn, signOut, getToken }),
    [signedIn, signIn, signOut, getToken],
  );
  return isArriving ? null : <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in, and the ways to change that. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('Wrap this component in <SessionProvider>.');
  return session;
}

/**
 * `?as=buyer`, which the start page's links carry, signs in as who plays that part. True until that is done.
 */
function useArrival(onSignedIn: (signedIn: MarketSignIn) => void): boolean {
  const [part, setPart] = useState(() => new URLSearchParams(location.search).get('as'));
  useEffect(() => {
    if (part === null) return;
    const arrive = async () => {
      const person = (await fetchParts()).find((candidate) => candidate.part === part);
      if (person) onSignedIn(keepSession(await postSignIn(person.id)));
    };
    arrive().finally(() => {
      history.replaceState(null, '', location.pathname);
      setPart(null);
    });
  }, [part, onSignedIn]);
  return part !== null;
}

function readSession(): MarketSignIn | null {
  const text = kept.read(KEY);
  return text === null ? null : JSON.parse(text);
}

function keepSession<SignedIn extends MarketSignIn | null>(signedIn: SignedIn): SignedIn {
  kept.write(KEY, signedIn && JSON.stringify(signedIn));
  return signedIn;
}
