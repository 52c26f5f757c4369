/** What the inbox shows: kept by the host, or here. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallbackInboxProps, InboxValue } from '../props.ts';

const START: InboxValue = { status: 'pending', search: '', listingId: undefined, requestId: undefined };

export type ChangeInbox = (changes: Partial<InboxValue>) => void;

export function useInboxValue(props: CallbackInboxProps): [value: InboxValue, change: ChangeInbox] {
  const [own, setOwn] = useState<InboxValue>({ ...START, ...props.defaultValue });
  const value = props.value ? { ...START, ...props.value } : own;
  const latest = useRef({ value, onChange: props.onChange });
  useEffect(() => {
    latest.current = { value, onChange: props.onChange };
  });
  const change = useCallback((changes: Partial<InboxValue>) => {
    const next = { ...latest.current.value, ...changes };
    latest.current.value = next; // another change may come before the next rendering
    setOwn(next);
    latest.current.onChange?.(next);
  }, []);
  return [value, change];
}
