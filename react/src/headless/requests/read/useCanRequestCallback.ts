import type { CallbackError, CallbackRequest } from '@ringback/client';
import type { MarketplaceKey } from '../props.ts';
import { useEligibility } from './useEligibility.ts';

export interface CanRequestCallback {
  /** False until it is known. */
  canRequest: boolean;
  loading: boolean;
  error: CallbackError | null;
  /** Today's request about this listing, or else the latest that is still open. */
  existingRequest: CallbackRequest | null;
}

/** Whether the signed-in buyer may request a callback from this seller about this listing. */
export function useCanRequestCallback(
  listingId: MarketplaceKey,
  sellerId: MarketplaceKey,
): CanRequestCallback {
  const { data, isLoading, error } = useEligibility(String(listingId), String(sellerId));
  return {
    canRequest: data?.can_request ?? false,
    loading: isLoading,
    error,
    existingRequest: data?.existing_request ?? null,
  };
}
