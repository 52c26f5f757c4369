import { useOnlineStatus } from '../platform/useOnlineStatus.ts';
import { useIsLive } from './polling.ts';

/** `connected`: changes show as they happen. `polling`: within 15 seconds. `offline`: not before there is a connection. */
export type CallbackLiveStatus = 'connected' | 'polling' | 'offline';

/** How quickly changes that others make will show. */
export function useLiveStatus(): CallbackLiveStatus {
  const isOnline = useOnlineStatus();
  const isLive = useIsLive();
  if (!isOnline) return 'offline';
  return isLive ? 'connected' : 'polling';
}
