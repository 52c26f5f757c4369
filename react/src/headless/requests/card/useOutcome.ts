/**
 * The outcome of a call: asked from the tap on, so that the question is there when the seller returns. One after
 * which the seller may plan another try waits for that plan, but not for long: the buyer should read of it.
 */
import { CALL_OUTCOMES, CallbackError, isCallbackError } from '@ringback/client';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { IconName } from '../../ui/slots.ts';
import { buyerName } from '../details.ts';
import { isUnlogged, type OpenCall, openCallsOf } from '../openCalls.ts';
import type { CallOutcome } from '../request.ts';
import { useDelayedChange } from '../useDelayedChange.ts';
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
const PLAN_MS = 60_000;

interface Outcome {
  outcome: CallbackCardModel['outcome'];
  /** Logs what waits for a plan, without one, as any other step must come after it; whether there was anything. */
  logNow: () => boolean;
}

export function useOutcome({ request, busyWith, perform }: RequestActions): Outcome {
  const messages = useWords(requestWords, sellerWords);
  const { memory, queryClient, keys } = useCallbackContext();
  const format = useFormat();
  const now = useNow();
  const call = useOpenCall(request.id);
  const openCalls = openCallsOf(memory);
  const { logCallbackAttempt } = useLogCallbackAttempt();
  const waiting = useDelayedChange(PLAN_MS);
  const [choice, setChoice] = useState<{ call: OpenCall | undefined; outcome: CallOutcome }>();
  const chosen = call && choice?.call === call ? choice.outcome : undefined;
  const { card, notices, outcomes } = messages;
  const isBusy = busyWith === 'outcome';
  // What is on its way counts as logged already.
  const isAsked = isUnlogged(call, request) || (call !== undefined && isBusy);

  function noticeOf(outcome: CallOutcome, next: string | null) {
    if (outcome === 'reached') return notices.completed;
    const label = outcomes[outcome];
    return next ? notices.attemptPlanned(label, format.when(next, now)) : notices.attemptLogged(label);
  }
  async function log(outcome: CallOutcome, next: string | null) {
    if (!call || openCalls.get(request.id) !== call) return;
    const attempt = { outcome, ...(next && { next_attempt_at: next }) };
    const isDone = await perform('outcome', noticeOf(outcome, next), () =>
      logCallbackAttempt(request.id, attempt, { idempotencyKey: call.key }).catch(asChanged),
    );
    if (isDone) openCalls.end(request.id, call);
  }
  function choose(outcome: CallOutcome) {
    waiting.undo();
    if (!RETRYABLE.includes(outcome)) return void log(outcome, null);
    setChoice({ call, outcome });
    waiting.delay({ shown: {}, send: () => log(outcome, null) });
  }
  function save(next: string | null) {
    waiting.undo();
    if (chosen) void log(chosen, next);
  }
  /** The request may now leave a list of another status. */
  function dismiss() {
    openCalls.end(request.id);
    void queryClient.invalidateQueries({ queryKey: keys.lists });
  }
  const retry = useRetry({ request, isBusy, save }, isAsked && chosen !== undefined);
  const outcome = {
    question: card.outcome(buyerName(request, messages)),
    options: CALL_OUTCOMES.map((value) => ({ value, label: outcomes[value], icon: ICONS[value] })),
    choose,
    dismiss: { label: card.dismissOutcome, run: dismiss, isBusy },
    retry,
  };
  return { outcome: isAsked ? outcome : undefined, logNow: waiting.sendNow };
}

/** The call was logged with another outcome or plan: by what had no answer, or in another window. */
function asChanged(error: unknown): never {
  const isLogged = isCallbackError(error) && error.code === 'idempotency_key_reused';
  throw isLogged ? new CallbackError('invalid_transition', error.message) : error;
}
