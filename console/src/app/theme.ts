/** Light or dark: as the system has it, or as chosen here. */
import { useSyncExternalStore } from 'react';
import { keep, onKept, readKept } from './kept.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const NAME = 'theme';
const listeners = new Set<() => void>();

const readTheme = (): Theme => THEMES.find((theme) => theme === readKept(NAME)) ?? 'system';

/** Before the first paint. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = readTheme();
}

export function setTheme(theme: Theme): void {
  keep(NAME, theme === 'system' ? null : theme);
  changed();
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onKept(NAME, changed);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function changed(): void {
  applyTheme();
  for (const listener of listeners) listener();
}
