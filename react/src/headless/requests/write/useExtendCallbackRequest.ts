import type { CallbackError, CallbackRequestDetail } from '@ringback/client';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface ExtendRequest {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  extendCallbackRequest: (id: string) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<undefined> = {
  send: (client, id) => client.extendCallbackRequest(id),
  predict: () => () => ({}),
};

/** Lets the buyer keep an open request open for longer. */
export function useExtendCallbackRequest(): ExtendRequest {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { extendCallbackRequest: (id) => run(id, undefined), loading, error };
}
