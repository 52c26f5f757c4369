/** Whether and when another callback may be requested, once a request has ended. */
import type { CallbackRequest } from '@ringback/client';
import type { SummaryReader } from './note.ts';
import type { RequestSummary } from './summaryModel.ts';

export function againOf(
  { may_request_again_at: at, updated_at: updatedAt }: CallbackRequest,
  { messages: { summary }, format, now }: SummaryReader,
  requestAgain: (() => void) | undefined,
): RequestSummary['again'] {
  if (at === null) return undefined;
  // The page's minute may have begun before the withdrawal that allows another request at once.
  if (now && Date.parse(at) > Math.max(now.getTime(), Date.parse(updatedAt))) {
    return { text: summary.againAt(format.when(at, now)), action: undefined };
  }
  const action = requestAgain && { label: summary.again, run: requestAgain, isBusy: false };
  return { text: summary.againNow, action };
}
