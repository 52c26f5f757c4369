/** Ringback's API for the signed-in person: as a buyer or seller. */
import { createCallbackClient } from '@ringback/client';
import { useMemo } from 'react';
import { useSession } from './session.tsx';

export function useCallbackClient() {
  const { getToken } = useSession();
  return useMemo(() => createCallbackClient({ baseUrl: location.origin, getToken }), [getToken]);
}
