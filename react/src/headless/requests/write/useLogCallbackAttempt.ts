import type {
  CallbackError,
  CallbackRequestDetail,
  LogCallbackAttempt,
  WriteOptions,
} from '@ringback/client';
import { useCallback } from 'react';
import { predictAttempt } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface LogAttempt {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  logCallbackAttempt: (
    id: string,
    attempt: LogCallbackAttempt,
    options?: WriteOptions,
  ) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<{ attempt: LogCallbackAttempt; options: WriteOptions | undefined }> = {
  send: (client, id, { attempt, options }) => client.logCallbackAttempt(id, attempt, options),
  predict:
    ({ attempt }) =>
    (request) =>
      predictAttempt(request, attempt),
};

/** Lets the seller log a call attempt; `reached` completes the request. Shown everywhere at once. */
export function useLogCallbackAttempt(): LogAttempt {
  const { run, loading, error } = useRequestChange(CHANGE);
  const logCallbackAttempt: LogAttempt['logCallbackAttempt'] = useCallback(
    (id, attempt, options) => run(id, { attempt, options }),
    [run],
  );
  return { logCallbackAttempt, loading, error };
}
