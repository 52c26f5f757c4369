import { useIsTold } from '../live.ts';
import { useOnlineStatus } from './useOnlineStatus.ts';

/** `connected`: changes show as they happen. `polling`: within 15 seconds. `offline`: not before there is a connection. */
export type CallbackLiveStatus = 'connected' | 'polling' | 'offline';

/** How quickly changes that others make will show. */
export function useLiveStatus(): CallbackLiveStatus {
  const isOnline = useOnlineStatus();
  const isTold = useIsTold();
  if (!isOnline) return 'offline';
  return isTold ? 'connected' : 'polling';
}
