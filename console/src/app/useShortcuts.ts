/** The keys that work on every page. */
import { useEffect } from 'react';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const PALETTE_KEYS = IS_MAC ? '⌘K' : 'Ctrl K';

interface Shortcuts {
  openPalette: () => void;
  openHelp: () => void;
}

/** Single keys do nothing while one types, or while a dialog is open. */
export function useShortcuts({ openPalette, openHelp }: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return openPalette();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (event.key === '?') openHelp();
      if (event.key === '/') {
        event.preventDefault();
        focusSearch() || openPalette();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');
}

/** The page's own field, where it has one. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main [data-search]');
  field?.focus();
  field?.select();
  return field !== null;
}
