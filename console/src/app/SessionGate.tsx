/** Asks who is signed in before anything else is drawn; without a session, or when it has ended, asks to sign in, at the same address. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { Failed } from '../ui/states.tsx';
import { useClient } from './client.tsx';
import { isSignedOut } from './queryClient.ts';
import { SignedOut } from './SignedOut.tsx';
import { Starting } from './Starting.tsx';
import { SessionContext } from './session.tsx';
import { hasSignedOut, useSessionKey } from './sessionKey.ts';

export function SessionGate({ children }: { children: ReactNode }) {
  const client = useClient();
  const key = useSessionKey();
  const hadKey = useRef(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['session', key],
    queryFn: ({ signal }) => client.getOperatorSession({ signal }),
    enabled: key !== null,
    staleTime: 60_000,
  });
  if (key !== null) hadKey.current = true;
  if (key === null || isSignedOut(error)) return <SignedOut hasEnded={hadKey.current && !hasSignedOut()} />;
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <Starting />;
}
