/** The list of keys. */
import { useState } from 'react';
import { inboxWords } from '../../messages/en/inbox.ts';
import { useWords } from '../../messages/useWords.ts';
import type { ShortcutHelp } from './inboxModel.ts';

export function useShortcutHelp(isEnabled: boolean): ShortcutHelp | undefined {
  const { keys: words, dialog } = useWords(inboxWords);
  const [isOpen, setOpen] = useState(false);
  if (!isEnabled) return undefined;
  const texts: [key: string, text: string][] = [
    ['j', words.next],
    ['k', words.previous],
    ['c', words.call],
    ['a', words.acknowledge],
    ['d', words.decline],
    ['/', words.search],
    ['?', words.help],
    ['Esc', words.back],
  ];
  return {
    title: words.title,
    keys: texts.map(([label, text]) => ({ label, text })),
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    closeLabel: dialog.close,
  };
}
