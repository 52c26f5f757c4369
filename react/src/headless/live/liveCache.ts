/** What is told becomes what is shown: answers that a change may alter are asked for again. */
import type { CallbackEvent } from '@ringback/client';
import type { QueryClient } from '@tanstack/react-query';
import type { QueryKeys } from '../platform/queryKeys.ts';
import type { LiveHandlers } from './liveConnection.ts';

/** Several events often come together, and our own change is told while its answer is still on its way. */
const GATHER_MS = 50;

interface Cache {
  queryClient: QueryClient;
  keys: QueryKeys;
}

export function createLiveCache({ queryClient, keys }: Cache): LiveHandlers {
  const changed = new Set<string>();

  function refreshAll() {
    void queryClient.invalidateQueries({ queryKey: keys.requests });
    void queryClient.invalidateQueries({ queryKey: keys.notifications });
  }

  function noteRequest(id: string) {
    if (changed.size === 0) setTimeout(refreshRequests, GATHER_MS);
    changed.add(id);
  }

  function refreshRequests() {
    const others = isRequestBut(keys, new Set(changed));
    changed.clear();
    // An answer without a change that is on its way would undo what is shown; when it is through, all is asked for anyway.
    if (queryClient.isMutating({ mutationKey: keys.requests }) > 0) return;
    void queryClient.invalidateQueries({
      queryKey: keys.requests,
      predicate: ({ queryKey }) => !others(queryKey),
    });
  }

  function takeUnread(unread: number | undefined) {
    if (unread !== undefined && unread === queryClient.getQueryData(keys.unreadCount)) return;
    if (unread !== undefined) queryClient.setQueryData(keys.unreadCount, unread);
    const queryKey = unread === undefined ? keys.notifications : keys.notificationLists;
    void queryClient.invalidateQueries({ queryKey });
  }

  return {
    onStart: refreshAll,
    onEvent(event: CallbackEvent) {
      if (event.type === 'request') noteRequest(event.callback_request_id);
      if (event.type === 'notifications') takeUnread(event.unread);
      if (event.type === 'reset') refreshAll();
    },
  };
}

/** Whether a key is that of a single request, and none of these. */
function isRequestBut(keys: QueryKeys, ids: ReadonlySet<string>) {
  const prefix = keys.request('').slice(0, -1);
  return (queryKey: readonly unknown[]) =>
    prefix.every((part, index) => part === queryKey[index]) && !ids.has(String(queryKey.at(-1)));
}
