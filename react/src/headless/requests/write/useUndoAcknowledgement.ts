import type { CallbackError, CallbackRequestDetail } from '@ringback/client';
import { predictUndo } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface UndoAcknowledgement {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  undoAcknowledgement: (id: string) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<undefined> = {
  send: (client, id) => client.undoAcknowledgement(id),
  predict: () => () => predictUndo(),
};

/** Lets the seller take back an acknowledgement within seconds: a slip of the call button. */
export function useUndoAcknowledgement(): UndoAcknowledgement {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { undoAcknowledgement: (id) => run(id, undefined), loading, error };
}
