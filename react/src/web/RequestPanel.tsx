'use client';
import type { CallbackRequest } from '@ringback/client';
import { useRequestSummary } from '../headless/models/useRequestSummary.ts';
import { RequestSummary } from './RequestSummary.tsx';
import { Status } from './ui/Status.tsx';

/** For the buyer: one request, its steps, and how to correct or withdraw it. */
export function RequestPanel({ request }: { request: CallbackRequest }) {
  const model = useRequestSummary(request);
  return (
    <>
      <RequestSummary model={model} />
      <Status>{model.announcement?.message}</Status>
    </>
  );
}
