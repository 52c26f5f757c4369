'use client';
import type { CallbackRequestDetailsProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { RequestPanel } from './RequestPanel.tsx';

/** For the buyer: one request, its steps, what was sent, and what can be done. */
export function CallbackRequestDetails(props: CallbackRequestDetailsProps) {
  return (
    <Root>
      <RequestPanel {...props} />
    </Root>
  );
}
