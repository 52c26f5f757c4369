import type { CallbackError, CallbackRequestDetail, SetSellerNote } from '@ringback/client';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface SellerNote {
  /** Rejects with a CallbackError; what was shown meanwhile is then taken back. */
  setSellerNote: (id: string, note: SetSellerNote) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CHANGE: RequestChange<SetSellerNote> = {
  send: (client, id, note) => client.setSellerNote(id, note),
  predict:
    ({ note }) =>
    () => ({ seller_note: note }),
};

/** Keeps the seller's private note about a request, which nobody else reads. */
export function useSellerNote(): SellerNote {
  const { run, loading, error } = useRequestChange(CHANGE);
  return { setSellerNote: run, loading, error };
}
