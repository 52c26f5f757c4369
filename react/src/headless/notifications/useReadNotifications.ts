/** A request that has been seen or handled needs no notification any more. */
import { useEffect, useRef } from 'react';
import { useCallbackNotifications } from './useCallbackNotifications.ts';

const MOST = { limit: 100, unreadOnly: true };

/** Gives the function that marks what is unread about a request as read. */
export function useReadNotifications(): (requestId: string) => void {
  const { notifications, markRead } = useCallbackNotifications(MOST);
  return (requestId) => {
    for (const { id, callback_request_id } of notifications)
      if (callback_request_id === requestId) void markRead(id).catch(() => {}); // it stays unread
  };
}

/** Marks them while the request is on the screen, also those that come meanwhile. */
export function useSeenRequest(requestId: string): void {
  const { notifications, markRead } = useCallbackNotifications(MOST);
  const marked = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, callback_request_id } of notifications) {
      if (callback_request_id !== requestId || marked.current.has(id)) continue;
      marked.current.add(id);
      void markRead(id).catch(() => marked.current.delete(id));
    }
  }, [notifications, markRead, requestId]);
}
