/** The outcome of a call: asked from the tap on, so that the question is there when the seller returns. */
import { CALL_OUTCOMES } from '@ringback/client';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { IconName } from '../../ui/slots.ts';
import { openCallsOf } from '../openCalls.ts';
import type { CallOutcome } from '../request.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useLogCallbackAttempt } from '../write/useLogCallbackAttempt.ts';
import type { CallbackCardModel } from './cardModel.ts';
import { useOpenCall } from './useOpenCall.ts';
import { useRetry } from './useRetry.ts';

const ICONS: Record<CallOutcome, IconName> = {
  reached: 'check-circle',
  no_answer: 'x',
  voicemail: 'clock',
  busy: 'minus',
  wrong_number: 'x-circle',
};
/** After these the seller may try again. */
const RETRYABLE: readonly CallOutcome[] = ['no_answer', 'voicemail', 'busy'];

export function useOutcome({ request, busyWith, perform }: RequestActions): CallbackCardModel['outcome'] {
  const messages = useWords(requestWords, sellerWords);
  const { memory, queryClient, keys } = useCallbackContext();
  const format = useFormat();
  const now = useNow();
  const isAsked = useOpenCall(request.id);
  const openCalls = openCallsOf(memory);
  const { logCallbackAttempt } = useLogCallbackAttempt();
  const [chosen, setChosen] = useState<CallOutcome>();
  const { card, notices, outcomes } = messages;
  const isBusy = busyWith === 'outcome';

  function noticeOf(outcome: CallOutcome, next: string | null) {
    if (outcome === 'reached') return notices.completed;
    const label = outcomes[outcome];
    return next ? notices.attemptPlanned(label, format.when(next, now)) : notices.attemptLogged(label);
  }
  async function log(outcome: CallOutcome, next: string | null) {
    const isDone = await perform('outcome', noticeOf(outcome, next), () =>
      logCallbackAttempt(request.id, { outcome, ...(next && { next_attempt_at: next }) }),
    );
    if (!isDone) return;
    setChosen(undefined);
    openCalls.end(request.id);
  }
  /** The request may now leave a list of another status. */
  function dismiss() {
    openCalls.end(request.id);
    void queryClient.invalidateQueries({ queryKey: keys.lists });
  }
  const save = (next: string | null) => chosen && void log(chosen, next);
  const retry = useRetry({ request, isBusy, save }, isAsked && chosen !== undefined);
  if (!isAsked) return undefined;
  return {
    question: card.outcome(request.requester_name),
    options: CALL_OUTCOMES.map((value) => ({ value, label: outcomes[value], icon: ICONS[value] })),
    choose: (outcome) => (RETRYABLE.includes(outcome) ? setChosen(outcome) : void log(outcome, null)),
    dismiss: { label: card.dismissOutcome, run: dismiss, isBusy },
    retry,
  };
}
