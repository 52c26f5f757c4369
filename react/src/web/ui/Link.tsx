'use client';
import type { MouseEvent, ReactNode } from 'react';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { LinkProps } from '../../headless/ui/parts.ts';

/** A link to a page of the app. A plain click goes through the app's router; all others are the browser's. */
export function Link(props: LinkProps<ReactNode>) {
  const { href, className = 'cb-link', accessibilityLabel, onPress, children } = props;
  const { onNavigate } = useCallbackContext();
  function press(event: MouseEvent) {
    onPress?.();
    if (!onNavigate || !isPlain(event)) return;
    event.preventDefault();
    onNavigate(href);
  }
  return (
    <a href={href} className={className} aria-label={accessibilityLabel} onClick={press}>
      {children}
    </a>
  );
}

/** Without the keys that open another window or save the page. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
