import type { CallbackError, CallbackRequestDetail, LogCallbackAttempt } from '@ringback/client';
import { predictAttempt } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface LogAttempt {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  logCallbackAttempt: (id: string, attempt: LogCallbackAttempt) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<LogCallbackAttempt> = {
  send: (client, id, attempt) => client.logCallbackAttempt(id, attempt),
  predict: (attempt) => (request) => predictAttempt(request, attempt),
};

/** Lets the seller tell how a call went; `reached` completes the request. Shown everywhere at once. */
export function useLogCallbackAttempt(): LogAttempt {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { logCallbackAttempt: run, loading, error };
}
