'use client';
import { useRequestSummary } from '../headless/models/useRequestSummary.ts';
import type { CallbackRequestDetailsProps } from '../headless/props.ts';
import { RequestSummary } from './RequestSummary.tsx';
import { Root } from './Root.tsx';
import { Status } from './ui/Status.tsx';

/** For the buyer: one request, its steps, and how to correct or withdraw it. */
export function CallbackRequestDetails({ request }: CallbackRequestDetailsProps) {
  const model = useRequestSummary(request);
  return (
    <Root>
      <RequestSummary model={model} />
      <Status>{model.announcement}</Status>
    </Root>
  );
}
