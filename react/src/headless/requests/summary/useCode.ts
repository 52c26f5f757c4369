import type { RequestActions } from '../useRequestActions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';
import type { RequestSummary } from './summaryModel.ts';

/** Confirming the number. Who changes it begins again: this request ends at once, and the form has what was typed. */
export function useCode(
  { request, succeed, perform }: RequestActions,
  isOpen: boolean,
  requestAgain: (() => void) | undefined,
): RequestSummary['code'] {
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  if (!isOpen || !request.is_waiting_for_code) return undefined;
  async function changeNumber(again: () => void) {
    const withdraw = () => updateCallbackRequestStatus(request.id, { status: 'cancelled' });
    if (await perform('change number', undefined, withdraw)) again();
  }
  return {
    request,
    onAnswer: succeed,
    changeNumber: requestAgain && (() => changeNumber(requestAgain)),
  };
}
