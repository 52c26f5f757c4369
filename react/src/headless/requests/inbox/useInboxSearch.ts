/** The text in the search field, which becomes the search once it rests. */
import { useEffect, useState } from 'react';
import { inboxWords } from '../../messages/en/inbox.ts';
import { useWords } from '../../messages/useWords.ts';
import type { CallbackInboxModel } from './inboxModel.ts';

const REST_MS = 250;

export function useInboxSearch(value: string, search: (value: string) => void): CallbackInboxModel['search'] {
  const { inbox: words } = useWords(inboxWords);
  const [field, setField] = useState({ text: value, value, sent: value });
  // Another value than the one that was sent is the host's, as after Back in the browser.
  if (field.value !== value) {
    setField({ text: value === field.sent ? field.text : value, value, sent: value });
  }
  const { text } = field;
  useEffect(() => {
    const sent = text.trim();
    if (sent === value) return;
    const timer = setTimeout(() => {
      setField((latest) => ({ ...latest, sent }));
      search(sent);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, value, search]);
  return { label: words.search, text, set: (written) => setField({ ...field, text: written }) };
}
