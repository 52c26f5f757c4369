/** The seller's inbox: its list, what narrows it, and which request is open. */
import type { CallbackRequest } from '@ringback/client';
import { useCallback, useMemo } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { type InboxWords, inboxWords } from '../../messages/en/inbox.ts';
import { type ListsWords, listsWords } from '../../messages/en/lists.ts';
import { requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { perKey } from '../../platform/perKey.ts';
import { useListState } from '../../ui/listState.ts';
import { useAction } from '../../ui/useAction.ts';
import { useHostValue } from '../../ui/useHostValue.ts';
import type { CallbackInboxProps, InboxValue } from '../props.ts';
import { useStatusTabs } from '../statusTabs.ts';
import type { CallbackInboxModel, InboxRow } from './inboxModel.ts';
import { rowOf } from './rows.ts';
import { type InboxRequests, MOST_NEW, useInboxRequests } from './useInboxRequests.ts';
import { useInboxSearch } from './useInboxSearch.ts';
import { useListingFilter } from './useListingFilter.ts';
import { useShortcutHelp } from './useShortcutHelp.ts';

const START: InboxValue = { status: 'pending', search: '', listingId: undefined, requestId: undefined };

export function useCallbackInbox(props: CallbackInboxProps = {}): CallbackInboxModel {
  const messages = useWords(inboxWords, listsWords);
  const { inbox: words } = messages;
  const [value, change] = useHostValue(props, START);
  const inbox = useInboxRequests(value);
  const { requests } = inbox;
  const rows = useRows(requests);
  const renew = useRenewal(inbox);
  const state = useListState({ ...inbox, count: rows.length }, emptyText(value, messages));
  const search = useInboxSearch(
    value.search,
    useCallback((text) => change({ search: text }), [change]),
  );

  function move(step: 1 | -1) {
    const at = rows.findIndex(({ id }) => id === value.requestId);
    const next = rows[at < 0 ? 0 : at + step];
    if (next) change({ requestId: next.id });
    else if (step === 1 && state.kind === 'items') state.more?.run();
  }
  return {
    label: words.label,
    value,
    search,
    tabs: useStatusTabs('seller', value.status, (status) => change({ status })),
    listing: useListingFilter(requests, value.listingId, (listingId) => change({ listingId })),
    renew,
    state,
    rows,
    current: requests.find(({ id }) => id === value.requestId),
    placeholder: words.choose,
    open: useCallback((requestId: string) => change({ requestId }), [change]),
    close: useCallback(() => change({ requestId: undefined }), [change]),
    move,
    announcement: renew.hasNew ? renew.label : undefined,
    help: useShortcutHelp(props.shortcuts ?? true),
  };
}

/** The same row for as long as its request is the same, so that a view draws only what has changed. */
function useRows(requests: readonly CallbackRequest[]): InboxRow[] {
  const messages = useWords(requestWords, sellerWords);
  const format = useFormat();
  const now = useNow();
  const row = useMemo(
    () => perKey((request: CallbackRequest) => rowOf(request, { messages, format, now })),
    [messages, format, now],
  );
  return useMemo(() => requests.map(row), [requests, row]);
}

function useRenewal({ newCount, renew }: InboxRequests): CallbackInboxModel['renew'] {
  const { inbox: words, lists } = useWords(inboxWords, listsWords);
  const { number } = useFormat();
  const shown = newCount < MOST_NEW ? number(newCount) : `${number(MOST_NEW)}+`;
  const hasNew = newCount > 0;
  const action = useAction(hasNew ? lists.newOnes(newCount, shown) : words.refresh, renew);
  return { ...action, hasNew };
}

function emptyText(
  { status, search, listingId }: InboxValue,
  { inbox: words, lists }: InboxWords & ListsWords,
): string {
  if (search !== '' || listingId !== undefined) return words.noneFound;
  if (status === 'all') return words.none;
  return status === 'pending' || status === 'acknowledged' ? words.caughtUp : lists.noneWithStatus;
}
