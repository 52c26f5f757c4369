import type { CallbackError, CallbackRequestDetail, ConfirmCallbackRequest } from '@ringback/client';
import { predictConfirmation } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface ConfirmRequest {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  confirmCallbackRequest: (
    id: string,
    confirmation: ConfirmCallbackRequest,
  ) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<ConfirmCallbackRequest> = {
  send: (client, id, confirmation) => client.confirmCallbackRequest(id, confirmation),
  predict: (confirmation) => () => predictConfirmation(confirmation),
};

/** Lets the buyer answer whether the two talked, once the seller has completed the request, and rate the call. */
export function useConfirmCallbackRequest(): ConfirmRequest {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { confirmCallbackRequest: run, loading, error };
}
