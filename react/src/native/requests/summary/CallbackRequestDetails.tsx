/** A buyer's view of one request. */
import type { CallbackRequest } from '@ringback/client';
import type { ReactNode } from 'react';
import { type RequestSummaryOptions, useRequestSummary } from '../../../headless/index.ts';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { useRequestDetails } from '../../../headless/requests/read/useRequestDetails.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { CallbackHistory } from '../history/CallbackHistory.tsx';
import { RequestSummaryView } from './RequestSummaryView.tsx';

/** What a request is about, how far it has come, what was sent, and what its buyer can still do. */
export function CallbackRequestDetails({ request, requestId, ...options }: CallbackRequestDetailsProps) {
  return request ? (
    <RequestPanel key={request.id} request={request} {...options} />
  ) : (
    <LoadedRequest id={requestId} {...options} />
  );
}

function LoadedRequest({ id, ...options }: RequestSummaryOptions & { id: string }) {
  const { state, request } = useRequestDetails(id);
  return (
    <ListFrame state={state}>
      {request && (
        <RequestPanel key={id} request={request} {...options}>
          <CallbackHistory request={request} />
        </RequestPanel>
      )}
    </ListFrame>
  );
}

interface RequestPanelProps extends RequestSummaryOptions {
  request: CallbackRequest;
  children?: ReactNode;
}

/** A request outside of its listing's own page. */
export function RequestPanel({ request, children, ...options }: RequestPanelProps) {
  return (
    <RequestSummaryView summary={useRequestSummary(request, options)} namesListing>
      {children}
    </RequestSummaryView>
  );
}
