/** A step that the seller takes by one press. */
import { requestWords } from '../../messages/en/request.ts';
import { sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { Action } from '../../ui/parts.ts';
import { openCallsOf } from '../openCalls.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';

export function useStatusAction(
  { request, busyWith, perform }: RequestActions,
  status: 'acknowledged' | 'completed',
  logNow: () => unknown,
): Action {
  const messages = useWords(requestWords, sellerWords);
  const { memory } = useCallbackContext();
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  async function run() {
    const { notices, undo } = messages;
    logNow();
    const notice = status === 'completed' ? notices.completed : { inPlace: undo.acknowledged };
    const isDone = await perform(status, notice, () => updateCallbackRequestStatus(request.id, { status }));
    if (isDone && status === 'completed') openCallsOf(memory).end(request.id);
  }
  const label = status === 'completed' ? messages.card.complete : messages.card.acknowledge;
  return { label, run, isBusy: busyWith === status };
}
