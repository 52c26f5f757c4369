/** A buyer's view of one request. */
import { useRequestSummary } from '../../../headless/index.ts';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { RequestSummaryView } from './RequestSummaryView.tsx';

/** How far a request has come, and what its buyer can still do: edit it or withdraw it. */
export function CallbackRequestDetails({ request }: CallbackRequestDetailsProps) {
  return <RequestSummaryView summary={useRequestSummary(request)} />;
}
