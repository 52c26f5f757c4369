/** Asks who is signed in before anything else is drawn; without a session, or when it has ended, asks to sign in, at the same address. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Skeleton } from '../ui/states.tsx';
import { useClient } from './client.tsx';
import { isSignedOut } from './queryClient.ts';
import { SignedOut } from './SignedOut.tsx';
import { SessionContext } from './session.tsx';
import { useSessionKey } from './sessionKey.ts';

export function SessionGate({ children }: { children: ReactNode }) {
  const client = useClient();
  const key = useSessionKey();
  const { data, error, refetch } = useQuery({
    queryKey: ['session', key],
    queryFn: ({ signal }) => client.getOperatorSession({ signal }),
    enabled: key !== null,
    staleTime: 60_000,
  });
  if (key === null) return <SignedOut />;
  if (data && !isSignedOut(error)) return <SessionContext value={data}>{children}</SessionContext>;
  if (isSignedOut(error)) return <SignedOut />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <div className="app-starting">
      <Skeleton />
    </div>
  );
}
