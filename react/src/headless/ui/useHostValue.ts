/** What a component shows, such as its tab: kept by the host, for instance in the page's address, or here. */
import { useCallback, useEffect, useRef, useState } from 'react';

export interface HostValue<Value> {
  /** Where the app keeps it; what is left out is as at first. */
  value?: Partial<Value> | undefined;
  /** At first, where the component keeps it. */
  defaultValue?: Partial<Value> | undefined;
  onChange?: ((value: Value) => void) | undefined;
}

export function useHostValue<Value extends object>(
  props: HostValue<Value>,
  start: Value,
): [value: Value, change: (changes: Partial<Value>) => void] {
  const [own, setOwn] = useState<Value>({ ...start, ...props.defaultValue });
  const value = props.value ? { ...start, ...props.value } : own;
  const latest = useRef({ value, onChange: props.onChange });
  useEffect(() => {
    latest.current = { value, onChange: props.onChange };
  });
  const change = useCallback((changes: Partial<Value>) => {
    const next = { ...latest.current.value, ...changes };
    latest.current.value = next; // another change may come before the next rendering
    setOwn(next);
    latest.current.onChange?.(next);
  }, []);
  return [value, change];
}
