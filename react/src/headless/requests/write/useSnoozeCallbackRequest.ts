import type { CallbackError, CallbackRequestDetail, SnoozeCallbackRequest } from '@ringback/client';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface SnoozeRequest {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  snoozeCallbackRequest: (id: string, snooze: SnoozeCallbackRequest) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<SnoozeCallbackRequest> = {
  send: (client, id, snooze) => client.snoozeCallbackRequest(id, snooze),
  predict:
    ({ until }) =>
    () => ({ snoozed_until: until }),
};

/** Lets the seller put an open request off until a time, or end that with null. */
export function useSnoozeCallbackRequest(): SnoozeRequest {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { snoozeCallbackRequest: run, loading, error };
}
