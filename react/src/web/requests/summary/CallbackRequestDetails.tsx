'use client';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { useRequestDetails } from '../../../headless/requests/read/useRequestDetails.ts';
import type { RequestSummaryOptions } from '../../../headless/requests/summary/summaryModel.ts';
import { Root } from '../../platform/Root.tsx';
import { ListStyles } from '../../styles/ListStyles.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { CallbackHistory } from '../history/CallbackHistory.tsx';
import { RequestPanel } from './RequestPanel.tsx';

/** For the buyer: one request, what it is about, its steps, what was sent, and what can be done. */
export function CallbackRequestDetails({ request, requestId, ...options }: CallbackRequestDetailsProps) {
  return (
    <Root>
      <ListStyles />
      {request ? (
        <RequestPanel key={request.id} request={request} namesListing {...options} />
      ) : (
        <LoadedRequest id={requestId} {...options} />
      )}
    </Root>
  );
}

function LoadedRequest({ id, ...options }: RequestSummaryOptions & { id: string }) {
  const { state, request } = useRequestDetails(id);
  return (
    <ListFrame state={state}>
      {request && (
        <RequestPanel key={id} request={request} namesListing {...options}>
          <CallbackHistory request={request} />
        </RequestPanel>
      )}
    </ListFrame>
  );
}
