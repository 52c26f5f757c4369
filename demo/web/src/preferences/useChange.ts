/** A change by one press. It shows at once; when it is refused it is taken back, with a notice. */
import type { CallbackError, PutPreferences } from '@ringback/client';
import type { CallbackPreferences } from '@ringback/react';
import { useErrorText } from '../ui/errorText.ts';
import { useNotices } from '../ui/Notices.tsx';

export type Change = (changes: Partial<PutPreferences>) => void;

export function useChange({ updatePreferences }: CallbackPreferences): Change {
  const notify = useNotices();
  const errorText = useErrorText();
  return (changes) => {
    updatePreferences(changes).catch((error: CallbackError) =>
      notify({ tone: 'error', message: errorText(error) }),
    );
  };
}
