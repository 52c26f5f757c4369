/** How answers are cached and kept fresh; the one place that knows how often we ask again, and that we need not while we are told. */
import type { CallbackRequest } from '@ringback/client';
import { useSyncExternalStore } from 'react';
import { useCallbackContext } from '../platform/context.ts';
import { isOpen } from '../requests/request.ts';

const POLL_MS = 15_000;
/** To be on the safe side. */
const POLL_WHILE_LIVE_MS = 60_000;
const MOST_PAGES = 3;

/**
 * For every query, whatever a host has set for its own. The client has retried already; offline it says so, instead of waiting silently.
 */
export const QUERY_DEFAULTS = {
  retry: false,
  throwOnError: false,
  networkMode: 'always',
  staleTime: 10_000,
  refetchOnMount: true,
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
} as const;

/** For every mutation: nothing is queued behind the reader's back. */
export const MUTATION_DEFAULTS = { retry: false, throwOnError: false, networkMode: 'always' } as const;

/**
 * How long until an answer is asked for again, while the page is visible (TanStack Query pauses it otherwise). Whoever needs
 * that is told of changes as well, where the client can.
 */
export function usePollMs(isNeeded = true): number {
  return useIsLive(isNeeded) ? POLL_WHILE_LIVE_MS : POLL_MS;
}

/** Whether changes are told as they happen. */
export function useIsLive(isNeeded = true): boolean {
  const { live } = useCallbackContext();
  return useSyncExternalStore(isNeeded ? live.watch : watchNothing, live.isConnected, () => false);
}

const watchNothing = () => () => {};

/** A request is asked for again while it is open: its status can change. */
export function whileOpen(request: CallbackRequest | null | undefined, pollMs: number): number | false {
  return request && isOpen(request) ? pollMs : false;
}

/** A long list is read anew, page after page, only when the reader returns to it, asks, or something has happened. */
export function whileShort(pages: number | undefined, pollMs: number): number | false {
  return pages === undefined || pages <= MOST_PAGES ? pollMs : false;
}
