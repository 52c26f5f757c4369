/** Ends the session, here and on the server. */
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from './client.tsx';
import { useSession } from './session.tsx';
import { signOutHere } from './sessionKey.ts';

export function useSignOut(): () => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const { session_id } = useSession();
  return () => {
    const end = session_id === null ? Promise.resolve() : client.endOperatorSession(session_id);
    // Without a connection it ends by itself, and this browser has forgotten its half.
    void end
      .catch(() => {})
      .then(() => {
        signOutHere();
        queryClient.clear();
      });
  };
}
