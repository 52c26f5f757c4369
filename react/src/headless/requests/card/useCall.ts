/** Calling the buyer: one tap acknowledges, and asks for the outcome when the seller returns. */
import { CALL_OUTCOMES } from '@ringback/client';
import { requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { IconName } from '../../ui/slots.ts';
import { usePhoneRules } from '../form/phoneRules.ts';
import { openCallsOf } from '../openCalls.ts';
import type { CallOutcome } from '../request.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useLogCallbackAttempt } from '../write/useLogCallbackAttempt.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';
import type { CallbackCardModel } from './cardModel.ts';
import { useOpenCall } from './useOpenCall.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const ICONS: Record<CallOutcome, IconName> = {
  reached: 'check-circle',
  no_answer: 'x',
  voicemail: 'clock',
  busy: 'minus',
  wrong_number: 'x-circle',
};

export function useCall(actions: RequestActions): Pick<CallbackCardModel, 'call' | 'outcome'> {
  const { request } = actions;
  const isAsked = useOpenCall(request.id);
  const call = usePhoneCall(actions);
  const outcome = useOutcome(actions);
  return { call, outcome: isAsked ? outcome : undefined };
}

function usePhoneCall({ request, perform }: RequestActions): CallbackCardModel['call'] {
  const messages = useWords(requestWords, sellerWords);
  const { memory, region } = useCallbackContext();
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const phone = request.requester_phone;
  // Anything else could make a link do something other than its label.
  const isCallable = phone !== null && E164.test(phone);
  const { module: rules } = usePhoneRules(isCallable);
  if (!isCallable) return undefined;

  function start() {
    openCallsOf(memory).start(request.id);
    if (request.status !== 'pending') return;
    void perform('acknowledged', messages.notices.acknowledged, () =>
      updateCallbackRequestStatus(request.id, { status: 'acknowledged' }),
    );
  }
  return {
    href: `tel:${phone}`,
    label: messages.card.call(request.requester_name),
    number: rules?.formatPhone(phone, region) ?? phone,
    start,
  };
}

function useOutcome({
  request,
  busyWith,
  perform,
}: RequestActions): NonNullable<CallbackCardModel['outcome']> {
  const messages = useWords(requestWords, sellerWords);
  const { memory, queryClient, keys } = useCallbackContext();
  const openCalls = openCallsOf(memory);
  const { logCallbackAttempt } = useLogCallbackAttempt();
  const { card, notices, outcomes } = messages;

  async function choose(outcome: CallOutcome) {
    const notice = outcome === 'reached' ? notices.completed : notices.attemptLogged(outcomes[outcome]);
    const isDone = await perform('outcome', notice, () => logCallbackAttempt(request.id, { outcome }));
    if (isDone) openCalls.end(request.id);
  }
  /** The request may now leave a list of another status. */
  function dismiss() {
    openCalls.end(request.id);
    void queryClient.invalidateQueries({ queryKey: keys.lists });
  }
  return {
    question: card.outcome(request.requester_name),
    options: CALL_OUTCOMES.map((value) => ({ value, label: outcomes[value], icon: ICONS[value] })),
    choose,
    dismiss: {
      label: card.dismissOutcome,
      run: dismiss,
      isBusy: busyWith === 'outcome',
    },
  };
}
