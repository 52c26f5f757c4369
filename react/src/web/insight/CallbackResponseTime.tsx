'use client';
import {
  type CallbackResponseTimeProps,
  useCallbackResponseTime,
} from '../../headless/insight/useResponseTime.ts';
import { Root } from '../platform/Root.tsx';

/** "Usually answers within 2 hours", beside a seller's name or on a listing; nothing while too little is known. */
export function CallbackResponseTime(props: CallbackResponseTimeProps) {
  const { text } = useCallbackResponseTime(props);
  if (text === undefined) return null;
  return (
    <Root>
      <p className="cb-muted">{text}</p>
    </Root>
  );
}
