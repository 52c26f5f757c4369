import type { CallbackError, CallbackRequest } from '@ringback/client';
import { useEligibility } from './useEligibility.ts';

export interface CanRequestCallback {
  /** False until it is known. */
  canRequest: boolean;
  loading: boolean;
  error: CallbackError | null;
  /** Today's request about this listing, or else the latest that is still open. */
  existingRequest: CallbackRequest | null;
}

/** Whether the signed-in buyer may ask this seller for a call about this listing. */
export function useCanRequestCallback(listingId: string, sellerId: string): CanRequestCallback {
  const { data, isLoading, error } = useEligibility(listingId, sellerId);
  return {
    canRequest: data?.can_request ?? false,
    loading: isLoading,
    error,
    existingRequest: data?.existing_request ?? null,
  };
}
