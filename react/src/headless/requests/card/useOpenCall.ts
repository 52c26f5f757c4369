import { useSyncExternalStore } from 'react';
import { useCallbackContext } from '../../platform/context.ts';
import { type OpenCall, openCallsOf } from '../openCalls.ts';

/** The seller's last call about the request, for as long as its outcome is not logged. */
export function useOpenCall(requestId: string): OpenCall | undefined {
  const openCalls = openCallsOf(useCallbackContext().memory);
  return useSyncExternalStore(
    openCalls.subscribe,
    () => openCalls.get(requestId),
    () => undefined,
  );
}
