/** Tells screen readers what has happened. */
import { useEffect } from 'react';
import { AccessibilityInfo } from 'react-native';

/** Speaks the words when they change, and again when `occasion` does. */
export function useAnnouncement(words: string | undefined, occasion?: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new occasion is a reason to say the same again
  useEffect(() => {
    if (words) AccessibilityInfo.announceForAccessibility(words);
  }, [words, occasion]);
}
