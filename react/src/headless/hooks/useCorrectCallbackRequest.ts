import type { CallbackError, CallbackRequestDetail, CorrectCallbackRequest } from '@ringback/client';
import { predictCorrection } from '../predictions.ts';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface CorrectRequest {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  correctCallbackRequest: (id: string, changes: CorrectCallbackRequest) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<CorrectCallbackRequest> = {
  send: (client, id, changes) => client.correctCallbackRequest(id, changes),
  predict: (changes) => (request) => predictCorrection(request, changes),
};

/** Lets the buyer correct phone, name and wishes while the request is open; shown everywhere at once. */
export function useCorrectCallbackRequest(): CorrectRequest {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { correctCallbackRequest: run, loading, error };
}
