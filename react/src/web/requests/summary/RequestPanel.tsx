'use client';
import type { CallbackRequest } from '@ringback/client';
import type { ReactNode } from 'react';
import type { RequestSummaryOptions } from '../../../headless/requests/summary/summaryModel.ts';
import { useRequestSummary } from '../../../headless/requests/summary/useRequestSummary.ts';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { RequestSummary } from './RequestSummary.tsx';

interface RequestPanelProps extends RequestSummaryOptions {
  request: CallbackRequest;
  /** Outside of the listing's own page. */
  namesListing?: boolean | undefined;
  children?: ReactNode;
}

/** For the buyer: one request, its steps, what was sent, and what can be done. */
export function RequestPanel({ request, namesListing, children, ...options }: RequestPanelProps) {
  const model = useRequestSummary(request, options);
  return (
    <>
      <StatusMessage notice={model.announcement} />
      <RequestSummary model={model} namesListing={namesListing}>
        {children}
      </RequestSummary>
    </>
  );
}
