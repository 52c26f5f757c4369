/** The buyer's requests in one tab, open ones first, which hold still while they are looked at. */
import type { CallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { useNow } from '../../platform/clock.ts';
import { type Answers, arrivalsIn, leftBehind, renewed, settle, UNSETTLED } from '../read/settled.ts';
import { useBuyerCallbackRequests } from '../read/useBuyerCallbackRequests.ts';
import { useFollowedRequests } from '../read/useFollowedRequests.ts';
import type { RequestList } from '../read/useRequestList.ts';
import { isOpen, statusAt } from '../request.ts';
import type { StatusChoice } from '../statusTabs.ts';

export interface MyRequestList extends Omit<RequestList, 'refreshing'> {
  /** Has an answer that is not about to be replaced. */
  isSettled: boolean;
  /** How many were made since, elsewhere. */
  newCount: number;
  /** Shows them. */
  renew: () => void;
  /** Whether a request was open when the tab was opened. */
  wasOpen: (request: CallbackRequest) => boolean;
}

export function useMyRequestList(tab: StatusChoice): MyRequestList {
  const { refreshing, requests, ...list } = useBuyerCallbackRequests({
    status: tab === 'all' ? undefined : tab,
  });
  const [held, setHeld] = useState(UNSETTLED);
  const isComplete = !list.loading && !refreshing;
  const known = { key: tab, listed: openFirst(requests), newest: requests, isComplete };
  const answers: Answers = { ...known, followed: useFollowedRequests(leftBehind(held, known)) };
  const settled = settle(held, answers);
  if (settled !== held) setHeld(settled);
  return {
    ...list,
    requests: settled.requests,
    isSettled: settled.isSettled,
    newCount: arrivalsIn(settled, answers).length,
    renew: () => setHeld(renewed(settled, answers)),
    wasOpen: useWasOpen(tab, settled.requests),
  };
}

const openFirst = (requests: CallbackRequest[]) => [
  ...requests.filter(isOpen),
  ...requests.filter((request) => !isOpen(request)),
];

/** What is drawn large stays so until the tab is left, as what is below would move. */
function useWasOpen(tab: StatusChoice, requests: readonly CallbackRequest[]) {
  const now = useNow();
  const [seen, setSeen] = useState({ tab, open: new Map<string, boolean>() });
  const isOpenNow = (request: CallbackRequest) => isOpen({ status: statusAt(request, now) });
  const before = seen.tab === tab ? seen.open : new Map<string, boolean>();
  const added = requests.filter(({ id }) => !before.has(id));
  const open = new Map([...before, ...added.map((request) => [request.id, isOpenNow(request)] as const)]);
  if (seen.tab !== tab || added.length > 0) setSeen({ tab, open });
  return ({ id }: CallbackRequest) => open.get(id) ?? false;
}
