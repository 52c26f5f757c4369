import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import type { Action } from '../../ui/parts.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { predictStatus } from '../write/predictions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';

/** Withdrawing: no question before, but some seconds to undo it. */
export function useWithdrawal({ request, busyWith, performLater }: RequestActions): Action {
  const { undo, summary } = useWords(requestWords, buyerWords);
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const input = { status: 'cancelled' } as const;
  const run = () =>
    performLater('withdraw', {
      notice: undo.withdrawn,
      shown: predictStatus(request, input, request.requester_id ?? undefined),
      change: () => updateCallbackRequestStatus(request.id, input),
    });
  return { label: summary.withdraw, run, isBusy: busyWith === 'withdraw' };
}
