'use client';
import type { CallbackRequest } from '@ringback/client';
import { useRequestSummary } from '../headless/models/useRequestSummary.ts';
import { RequestSummary } from './RequestSummary.tsx';
import { News } from './ui/News.tsx';

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
      <News notice={model.announcement} />
      <RequestSummary model={model} />
    </>
  );
}
