/** Declining a request: a press opens the field for the reason, a second one sends it. */
import { MAX_LENGTH, UpdateCallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { useCallbackContext } from '../context.ts';
import { useUpdateCallbackRequestStatus } from '../hooks/useUpdateCallbackRequestStatus.ts';
import type { Messages } from '../messages/en.ts';
import type { CallbackCardModel } from '../models.ts';
import { openCallsOf } from '../openCalls.ts';
import type { RequestActions } from './useRequestActions.ts';

export function useDeclining({
  request,
  busyWith,
  perform,
}: RequestActions): Pick<CallbackCardModel, 'decline' | 'declining'> {
  const { messages, memory } = useCallbackContext();
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const [isAsked, setIsAsked] = useState(false);
  const [reason, setReason] = useState('');
  const { card } = messages;
  const isBusy = busyWith === 'decline';
  const error = reasonError(reason, messages);

  async function confirm() {
    if (error !== undefined) return;
    const change = { status: 'cancelled', reason: reason.trim() || null } as const;
    const isDone = await perform('decline', messages.notices.declined, () =>
      updateCallbackRequestStatus(request.id, change),
    );
    if (!isDone) return;
    setIsAsked(false);
    openCallsOf(memory).end(request.id);
  }

  return {
    decline: { label: card.decline, run: () => setIsAsked(true), isBusy },
    declining: isAsked
      ? {
          label: card.declineReason,
          hint: card.declineHint,
          reason,
          setReason,
          confirm: { label: card.confirmDecline, run: confirm, isBusy },
          cancel: { label: card.cancel, run: () => setIsAsked(false), isBusy: false },
          error,
        }
      : undefined,
  };
}

function reasonError(reason: string, { fieldErrors }: Messages): string | undefined {
  if (UpdateCallbackRequest.shape.reason.safeParse(reason).success) return undefined;
  const isTooLong = [...reason.trim()].length > MAX_LENGTH.reason;
  return isTooLong ? fieldErrors.tooLong(MAX_LENGTH.reason) : fieldErrors.unreadable;
}
