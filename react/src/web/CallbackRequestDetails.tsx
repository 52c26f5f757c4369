'use client';
import type { CallbackRequestDetailsProps } from '../headless/props.ts';
import { RequestPanel } from './RequestPanel.tsx';
import { Root } from './Root.tsx';

/** For the buyer: one request, its steps, and how to edit or withdraw it. */
export function CallbackRequestDetails({ request }: CallbackRequestDetailsProps) {
  return (
    <Root>
      <RequestPanel request={request} />
    </Root>
  );
}
