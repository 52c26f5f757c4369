/** The buyer's requests: the tabs above them, each request, and which one is open. */
import type { CallbackRequest } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import type { ButtonWords } from '../../messages/en/button.ts';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { listsWords } from '../../messages/en/lists.ts';
import { mineWords } from '../../messages/en/mine.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useListState } from '../../ui/listState.ts';
import type { Badge } from '../../ui/parts.ts';
import { useHostValue } from '../../ui/useHostValue.ts';
import { statusBadge } from '../badges.ts';
import type { MyCallbackRequestsProps, MyRequestsValue } from '../props.ts';
import { statusAt } from '../request.ts';
import { useStatusTabs } from '../statusTabs.ts';
import type { MyRequest, MyRequestsModel } from './mineModel.ts';
import { type MyRequestList, useMyRequestList } from './useMyRequestList.ts';

const START: MyRequestsValue = { status: 'all', requestId: undefined };

export function useMyCallbackRequests(props: MyCallbackRequestsProps = {}): MyRequestsModel {
  const { mine: words, lists, dialog } = useWords(mineWords, listsWords);
  const [{ status, requestId }, change] = useHostValue(props, START);
  const list = useMyRequestList(status);
  const { requests } = list;
  const itemOf = useItem(requestId, (id) => change({ requestId: id }), list.wasOpen);
  const state = useListState(
    { ...list, count: requests.length },
    status === 'all' ? words.none : lists.noneWithStatus,
  );
  const isListed = requests.some(({ id }) => id === requestId);
  return {
    label: words.label,
    tabs: useStatusTabs('buyer', status, (chosen) => change({ status: chosen, requestId: undefined })),
    renew: useRenewal(list),
    state,
    items: requests.map(itemOf),
    otherId: isListed || !list.isSettled ? undefined : requestId,
    closeOther: { label: dialog.close, run: () => change({ requestId: undefined }), isBusy: false },
    isNew: state.kind === 'empty' && status === 'all',
  };
}

function useRenewal({ newCount, renew }: MyRequestList): MyRequestsModel['renew'] {
  const { lists: words } = useWords(listsWords);
  const { number } = useFormat();
  if (newCount === 0) return undefined;
  return { label: words.newOnes(newCount, number(newCount)), run: renew, isBusy: false };
}

function useItem(
  openId: string | undefined,
  open: (id: string | undefined) => void,
  wasOpen: MyRequestList['wasOpen'],
): (request: CallbackRequest) => MyRequest {
  const messages = useWords(requestWords, mineWords);
  const { confirmation } = useWords(buyerWords);
  const { when } = useFormat();
  const now = useNow();
  return (request) => {
    const { id, listing, requested_at } = request;
    const isOpen = id === openId;
    const label = isOpen ? messages.mine.hideHistory : messages.mine.showHistory;
    return {
      request,
      title: listing.title ?? messages.details.untitled,
      when: when(requested_at, now),
      status: statusBadge(messages, statusAt(request, now), 'buyer'),
      question: questionOf(request, now, messages, confirmation),
      isLarge: wasOpen(request),
      isOpen,
      toggle: { label, run: () => open(isOpen ? undefined : id), isBusy: false },
    };
  };
}

/** Whether the buyer may still say how a completed call went. */
function isUnanswered(
  { status, confirmation, can_confirm_until: until }: CallbackRequest,
  now: Date | undefined,
) {
  if (status !== 'completed' || confirmation !== null || until === null) return false;
  return !now || now.getTime() < Date.parse(until);
}

/** What the buyer is to do: confirm the number, or say how the call went. */
function questionOf(
  request: CallbackRequest,
  now: Date | undefined,
  { statusNotes }: ButtonWords,
  { question }: BuyerWords['confirmation'],
): Badge | undefined {
  if (request.is_waiting_for_code) return { label: statusNotes.code, icon: 'alert', tone: 'warning' };
  return isUnanswered(request, now) ? { label: question, icon: 'info', tone: 'accent' } : undefined;
}
