import { useState } from 'react';
import type { Action } from './parts.ts';

/** An action that is busy while it runs, and does not run twice at once. The hooks of the client report errors. */
export function useAction(label: string, start: () => Promise<unknown>): Action {
  const [isBusy, setBusy] = useState(false);
  const run = () => {
    if (isBusy) return;
    setBusy(true);
    void start()
      .catch(() => {})
      .finally(() => setBusy(false));
  };
  return { label, run, isBusy };
}
