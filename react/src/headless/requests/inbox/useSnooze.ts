/** Putting an open request off: the same suggestions as for another attempt, or a time of the seller's own. */
import { useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { inboxWords } from '../../messages/en/inbox.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useRetry } from '../card/useRetry.ts';
import { isOpen, isSnoozed, statusAt } from '../request.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useSnoozeCallbackRequest } from '../write/useSnoozeCallbackRequest.ts';
import type { SnoozeModel } from './inboxModel.ts';

export function useSnooze({ request, busyWith, perform }: RequestActions): SnoozeModel | undefined {
  const { snooze: words, card } = useWords(inboxWords, sellerWords);
  const format = useFormat();
  const now = useNow();
  const { snoozeCallbackRequest } = useSnoozeCallbackRequest();
  const [isAsked, setAsked] = useState(false);
  const isBusy = busyWith === 'snooze';

  async function snooze(until: string | null) {
    const notice = until === null ? words.ended : card.snoozed(format.when(until, now));
    await perform('snooze', { inPlace: notice }, () => snoozeCallbackRequest(request.id, { until }));
  }
  function choose(at: string | null) {
    setAsked(false);
    if (at !== null) void snooze(at);
  }
  const { question, at, none } = words;
  const choice = useRetry({ request, isBusy, save: choose }, isAsked, { question, at, none });
  if (!isOpen({ status: statusAt(request, now) })) return undefined;
  const until = isSnoozed(request, now) ? card.snoozed(format.when(request.snoozed_until, now)) : undefined;
  return {
    until,
    end: until ? { label: words.end, run: () => void snooze(null), isBusy } : undefined,
    open: choice ? undefined : { label: words.open, run: () => setAsked(true), isBusy },
    choice,
  };
}
