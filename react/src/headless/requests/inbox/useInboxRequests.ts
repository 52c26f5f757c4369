/** The requests in the seller's inbox, which hold still while they are looked at. */
import type { CallbackRequest } from '@ringback/client';
import { useMemo, useState } from 'react';
import type { InboxValue } from '../props.ts';
import { type Answers, arrivalsIn, leftBehind, renewed, settle, UNSETTLED } from '../read/settled.ts';
import { useFollowedRequests } from '../read/useFollowedRequests.ts';
import type { RequestList } from '../read/useRequestList.ts';
import { useSellerCallbackRequests } from '../read/useSellerCallbackRequests.ts';

const PAGE = 50;
/** From so many on they are not counted one by one. */
export const MOST_NEW = 20;

export interface InboxRequests extends Pick<RequestList, 'loading' | 'error' | 'hasMore' | 'loadMore'> {
  requests: CallbackRequest[];
  /** How many have come since. */
  newCount: number;
  refresh: () => Promise<void>;
  /** Lists the requests as they are now, those that have come since on top. */
  renew: () => Promise<void>;
}

export function useInboxRequests({ status, search, listingId }: InboxValue): InboxRequests {
  const filter = { status: status === 'all' ? undefined : status, search, listingId };
  const inOrder = { ...filter, order: 'needs_action', limit: PAGE } as const;
  const list = useSellerCallbackRequests(inOrder);
  // Searches are dear, and run one after the other: one answers both.
  const newest = useSellerCallbackRequests(search === '' ? { ...filter, limit: MOST_NEW } : inOrder);
  const [held, setHeld] = useState(UNSETTLED);
  const key = JSON.stringify([status, search, listingId]);
  const isComplete = ![list.loading, list.refreshing, newest.loading, newest.refreshing].includes(true);
  // There may be thousands of rows, and each key in the search field comes by.
  const known = useMemo(
    () => ({ key, listed: list.requests, newest: newest.requests, isComplete }),
    [key, list.requests, newest.requests, isComplete],
  );
  const followed = useFollowedRequests(useMemo(() => leftBehind(held, known), [held, known]));
  const answers: Answers = useMemo(() => ({ ...known, followed }), [known, followed]);
  const settled = useMemo(() => settle(held, answers), [held, answers]);
  if (settled !== held) setHeld(settled);
  const newCount = useMemo(() => arrivalsIn(settled, answers).length, [settled, answers]);

  async function refresh() {
    await Promise.all([list.refresh(), newest.refresh()]);
    setHeld((latest) => ({ ...latest, isSettled: false }));
  }
  async function renew() {
    if (newCount > 0) setHeld(renewed(settled, answers));
    else await refresh();
  }
  const { loading, error, hasMore, loadMore } = list;
  return { requests: settled.requests, newCount, loading, error, hasMore, loadMore, refresh, renew };
}
