import type { CallbackError, PutPreferences } from '@ringback/client';
import { useState } from 'react';
import { errorText } from '../../messages/errorText.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useCallbackPreferences } from '../useCallbackPreferences.ts';

/** A change by one press. It shows at once; one that is refused is taken back, and `problem` says why. */
export function useChange() {
  const { messages } = useCallbackContext();
  const { updatePreferences } = useCallbackPreferences();
  const [problem, setProblem] = useState<string>();
  const change = (changes: Partial<PutPreferences>) => {
    setProblem(undefined);
    updatePreferences(changes).catch((error: CallbackError) => setProblem(errorText(messages, error)));
  };
  return { change, problem };
}
