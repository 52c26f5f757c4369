'use client';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { RequestPanel } from './RequestPanel.tsx';

/** For the buyer: one request, its steps, and how to edit or withdraw it. */
export function CallbackRequestDetails({ request }: CallbackRequestDetailsProps) {
  return (
    <Root>
      <RequestPanel request={request} />
    </Root>
  );
}
