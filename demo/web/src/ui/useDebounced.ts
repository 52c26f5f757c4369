/** The value as it was when it last rested: for searching while the reader types. */
import { useEffect, useState } from 'react';

export const REST_MS = 250;

export function useDebounced<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
