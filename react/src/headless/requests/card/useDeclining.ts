/** Declining a request: a press opens the field for the reason, a second one sends it. */
import { MAX_LENGTH, UpdateCallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { perKey } from '../../platform/perKey.ts';
import type { Memory } from '../../platform/storage.ts';
import { openCallsOf } from '../openCalls.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { predictStatus } from '../write/predictions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';
import type { CallbackCardModel } from './cardModel.ts';

interface Refusal {
  isAsked: boolean;
  reason: string;
}

/**
 * What is being written, by request: a card that leaves the list for a while, as in a search, comes back with
 * it.
 */
const refusalsOf = perKey((_user: Memory) => new Map<string, Refusal>());

export function useDeclining(
  { request, busyWith, performLater }: RequestActions,
  logNow: () => unknown,
): Pick<CallbackCardModel, 'decline' | 'declining'> {
  const messages = useWords(requestWords, sellerWords);
  const { memory, userId } = useCallbackContext();
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const refusals = refusalsOf(memory);
  const [refusal, setRefusal] = useState(() => refusals.get(request.id) ?? { isAsked: false, reason: '' });
  const [isJustAsked, setIsJustAsked] = useState(false);
  const { isAsked, reason } = refusal;
  const { card } = messages;
  const isBusy = busyWith === 'decline';
  const error = reasonError(reason, messages);
  const reasons = Object.values(card.declineReasons);

  function keep(changes: Partial<Refusal>) {
    const next = { ...refusal, ...changes };
    refusals.set(request.id, next);
    setRefusal(next);
  }
  function ask() {
    setIsJustAsked(true);
    keep({ isAsked: true });
  }
  /** The field stays as it is until the answer is there: what was written survives an undo and a failure. */
  function confirm() {
    if (error !== undefined) return;
    logNow();
    const input = { status: 'cancelled', reason: reason.trim() || null } as const;
    performLater('decline', {
      notice: messages.undo.declined,
      shown: predictStatus(request, input, userId ?? request.seller_id ?? undefined),
      change: () => send(input),
    });
  }
  async function send(input: UpdateCallbackRequest) {
    const answer = await updateCallbackRequestStatus(request.id, input);
    setRefusal({ isAsked: false, reason: '' });
    refusals.delete(request.id);
    openCallsOf(memory).end(request.id);
    return answer;
  }

  return {
    decline: { label: card.decline, run: ask, isBusy },
    declining: isAsked
      ? {
          label: card.declineReason,
          hint: card.declineHint,
          reason,
          setReason: (text) => keep({ reason: text }),
          suggestions: reasons,
          suggest: (text) => keep({ reason: withReason(reason, text, reasons) }),
          takesFocus: isJustAsked,
          confirm: { label: card.confirmDecline, run: confirm, isBusy },
          cancel: { label: card.cancel, run: () => keep({ isAsked: false }), isBusy: false },
          error,
        }
      : undefined,
  };
}

/** Takes the place of another suggestion; what the seller wrote stays before it. */
function withReason(written: string, chosen: string, reasons: readonly string[]): string {
  const own = written.trim();
  return own === '' || reasons.includes(own) ? chosen : `${own} ${chosen}`;
}

function reasonError(reason: string, { fieldErrors }: RequestWords): string | undefined {
  if (UpdateCallbackRequest.shape.reason.safeParse(reason).success) return undefined;
  const isTooLong = [...reason.trim()].length > MAX_LENGTH.reason;
  return isTooLong ? fieldErrors.tooLong(MAX_LENGTH.reason) : fieldErrors.unreadable;
}
