import type { CallbackError, CallbackRequestDetail, EditCallbackRequest } from '@ringback/client';
import { predictEdit } from './predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface EditRequest {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  editCallbackRequest: (id: string, changes: EditCallbackRequest) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<EditCallbackRequest> = {
  send: (client, id, changes) => client.editCallbackRequest(id, changes),
  predict: (changes) => (request) => predictEdit(request, changes),
};

/** Lets the buyer edit phone, name and preferred times while the request is open; shown everywhere at once. */
export function useEditCallbackRequest(): EditRequest {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { editCallbackRequest: run, loading, error };
}
