/** Calling the buyer: one tap acknowledges, for some seconds it can be undone. */
import { useMemo, useState } from 'react';
import type { Format } from '../../format/format.ts';
import { useFormat } from '../../format/useFormat.ts';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { type SellerWords, sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { buyerName } from '../details.ts';
import { usePhoneRules } from '../form/phoneRules.ts';
import { openCallsOf } from '../openCalls.ts';
import { isPreferredNow } from '../request.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';
import type { CallbackCardModel } from './cardModel.ts';
import { useNumber } from './useNumber.ts';

/** `logNow` logs the outcome of an earlier call. */
export function useCall(actions: RequestActions, logNow: () => boolean): CallbackCardModel['call'] {
  const { request, perform } = actions;
  const messages = useWords(requestWords, sellerWords);
  const { memory, region } = useCallbackContext();
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const caution = useCaution(request, messages);
  const known = useNumber(actions);
  const phone = known?.phone;
  const { module: rules } = usePhoneRules(phone !== undefined);
  // Reading a number takes longer than all else that a key in the note draws again.
  const number = useMemo(() => phone && (rules?.formatPhone(phone, region) ?? phone), [rules, phone, region]);
  if (!known) return undefined;

  function start() {
    const earlier = request.attempts_count + Number(logNow());
    openCallsOf(memory).start(request.id, earlier);
    if (request.status !== 'pending') return;
    void perform('acknowledged', { inPlace: messages.undo.acknowledged }, () =>
      updateCallbackRequestStatus(request.id, { status: 'acknowledged' }),
    );
  }
  const addressOf = (dialled: string | undefined) => dialled && `tel:${dialled}`;
  return {
    href: addressOf(phone),
    label: messages.card.call(buyerName(request, messages)),
    number: number ?? known.mask ?? '',
    reveal: async () => addressOf(await known.reveal()),
    isRevealing: known.isRevealing,
    start,
    caution,
  };
}

/** What speaks against a call now: shown by the first press, so that it takes a second one to call. */
function useCaution(
  request: RequestActions['request'],
  messages: RequestWords & SellerWords,
): NonNullable<CallbackCardModel['call']>['caution'] {
  const { card } = messages;
  const format = useFormat();
  const now = useNow();
  const [shownFor, setShownFor] = useState<string>();
  const text = request.paused_at ? card.paused : outsidePreferredTimes(request, messages, format, now);
  if (text === undefined) return undefined;
  return { text, isShown: shownFor === text, show: () => setShownFor(text) };
}

function outsidePreferredTimes(
  request: RequestActions['request'],
  messages: RequestWords & SellerWords,
  format: Format,
  now: Date | undefined,
): string | undefined {
  const times = format.ranges(request.preferred_ranges.slice(0, 1), now);
  if (!now || !times || isPreferredNow(request, now)) return undefined;
  return messages.card.caution(buyerName(request, messages), times);
}
