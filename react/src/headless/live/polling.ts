/** How answers are cached and kept fresh: how often they are polled, with and without live updates. */
import type { CallbackRequest } from '@ringback/client';
import { useSyncExternalStore } from 'react';
import { useCallbackContext } from '../platform/context.ts';
import { isOpen } from '../requests/request.ts';

const POLL_MS = 15_000;
/** In case an event is lost. */
const POLL_WHILE_LIVE_MS = 60_000;
const MOST_PAGES = 3;

/**
 * For every query, whatever a host has set for its own. The client has retried already; offline it says so,
 * instead of waiting silently.
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
 * The polling interval while the page is visible (TanStack Query pauses it otherwise). A component that polls
 * also gets live updates, where the client has them.
 */
export function usePollMs(isNeeded = true): number {
  return useIsLive(isNeeded) ? POLL_WHILE_LIVE_MS : POLL_MS;
}

/** Whether live updates arrive. */
export function useIsLive(isNeeded = true): boolean {
  const { live } = useCallbackContext();
  return useSyncExternalStore(isNeeded ? live.watch : watchNothing, live.isConnected, () => false);
}

const watchNothing = () => () => {};

/** A request is polled while it is open: its status can change. */
export function whileOpen(request: CallbackRequest | null | undefined, pollMs: number): number | false {
  return request && isOpen(request) ? pollMs : false;
}

/**
 * A long list is read again, page after page, only when the reader returns to it, refreshes it, or something
 * has happened.
 */
export function whileShort(pages: number | undefined, pollMs: number): number | false {
  return pages === undefined || pages <= MOST_PAGES ? pollMs : false;
}
