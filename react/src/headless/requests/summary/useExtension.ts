import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useExtendCallbackRequest } from '../write/useExtendCallbackRequest.ts';
import type { RequestSummary } from './summaryModel.ts';

/** Keeping a request open for longer, offered when it expires soon. */
export function useExtension(
  { request, busyWith, perform }: RequestActions,
  isSoon: boolean,
): RequestSummary['extension'] {
  const { summary, notices } = useWords(requestWords, buyerWords);
  const { extendCallbackRequest } = useExtendCallbackRequest();
  if (!isSoon || !request.can_extend) return undefined;
  const run = () => void perform('extend', notices.extended, () => extendCallbackRequest(request.id));
  return {
    question: summary.extendQuestion,
    action: { label: summary.extend, run, isBusy: busyWith === 'extend' },
  };
}
