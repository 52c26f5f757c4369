/** A buyer's view of one request. */
import { useRequestSummary } from '../../../headless/index.ts';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { RequestSummaryView } from './RequestSummaryView.tsx';

/** How far a request has come, what was sent, and what its buyer can still do. */
export function CallbackRequestDetails({ request, ...options }: CallbackRequestDetailsProps) {
  return <RequestSummaryView summary={useRequestSummary(request, options)} />;
}
