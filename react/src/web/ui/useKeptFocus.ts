'use client';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps a keyboard's place when the control that had the focus goes away, such as a button that has done its work: the
 * focus moves to `container`, which needs `tabIndex={-1}`.
 */
export function useKeptFocus<Container extends HTMLElement>(container: RefObject<Container | null>) {
  const focused = useRef<Element>(null);
  useEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) container.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: (event: { target: Element }) => {
      focused.current = event.target;
    },
    /** Not told of an element that is taken away; so this means that the reader left. */
    onBlur: () => {
      focused.current = null;
    },
  };
}
