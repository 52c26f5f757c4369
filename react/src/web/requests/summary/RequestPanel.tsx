'use client';
import type { CallbackRequest } from '@ringback/client';
import { useRequestSummary } from '../../../headless/requests/summary/useRequestSummary.ts';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { RequestSummary } from './RequestSummary.tsx';

interface RequestPanelProps {
  request: CallbackRequest;
  /** Told when the buyer has changed the request. */
  onChange?: () => void;
}

/** For the buyer: one request, its steps, and how to edit or withdraw it. */
export function RequestPanel({ request, onChange }: RequestPanelProps) {
  const model = useRequestSummary(request, onChange);
  return (
    <>
      <StatusMessage notice={model.announcement} />
      <RequestSummary model={model} />
    </>
  );
}
