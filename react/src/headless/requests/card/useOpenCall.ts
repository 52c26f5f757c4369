import { useSyncExternalStore } from 'react';
import { useCallbackContext } from '../../platform/context.ts';
import { openCallsOf } from '../openCalls.ts';

/** Whether the seller has called about the request and not yet told how it went. */
export function useOpenCall(requestId: string): boolean {
  const openCalls = openCallsOf(useCallbackContext().memory);
  return useSyncExternalStore(
    openCalls.subscribe,
    () => openCalls.has(requestId),
    () => false,
  );
}
