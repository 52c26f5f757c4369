import { useEffect, useRef } from 'react';
import { lookUp } from '../../headless/platform/lookUp.ts';

/** Single keys for the whole page, except while something is typed or a dialog is open. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>, isEnabled: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isEnabled) return;
    function press(event: KeyboardEvent) {
      const run = lookUp(latest.current, event.key);
      if (!run || isForOthers(event)) return;
      event.preventDefault(); // or the key would be typed into a field that gets the focus now
      run();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isEnabled]);
}

function isForOthers(event: KeyboardEvent): boolean {
  const { target, defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.closest(OTHERS) !== null);
}

const OTHERS =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, dialog, [role="dialog"], [role="menu"]';
