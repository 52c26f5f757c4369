import type { CallbackError, CallbackRequestDetail, UpdateCallbackRequest } from '@ringback/client';
import { predictStatus } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface UpdateCallbackRequestStatus {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  updateCallbackRequestStatus: (id: string, change: UpdateCallbackRequest) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<UpdateCallbackRequest> = {
  send: (client, id, change) => client.updateCallbackRequestStatus(id, change),
  predict: (change, userId) => (request) => predictStatus(request, change, userId),
};

/** Lets the seller acknowledge, complete or decline, and the buyer withdraw; shown everywhere at once. */
export function useUpdateCallbackRequestStatus(): UpdateCallbackRequestStatus {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { updateCallbackRequestStatus: run, loading, error };
}
