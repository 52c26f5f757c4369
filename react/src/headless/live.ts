/** How answers are cached and kept fresh; the one place that knows that we ask again instead of being told. */
import type { CallbackRequest } from '@ringback/client';
import { isOpen } from './request.ts';

const ASK_AGAIN_MS = 15_000;
const MOST_PAGES = 3;

/** For every query. The client has retried already; offline it says so, instead of waiting silently. */
export const QUERY_DEFAULTS = {
  retry: false,
  networkMode: 'always',
  staleTime: 10_000,
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
} as const;

/** For every mutation: nothing is queued behind the reader's back. */
export const MUTATION_DEFAULTS = { retry: false, networkMode: 'always' } as const;

/** While the page is visible (TanStack Query pauses it otherwise). */
export const LIVE = { refetchInterval: ASK_AGAIN_MS } as const;

/** How long until a request is asked for again: while it is open its status can change. */
export function liveWhileOpen(request: CallbackRequest | null | undefined): number | false {
  return request && isOpen(request) ? ASK_AGAIN_MS : false;
}

/** A long list is read anew, page after page, only when the reader returns to it or asks. */
export function liveWhileShort(pages = 0): number | false {
  return pages <= MOST_PAGES ? ASK_AGAIN_MS : false;
}
