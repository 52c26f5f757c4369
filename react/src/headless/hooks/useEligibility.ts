import type { CallbackError, Eligibility } from '@ringback/client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallbackContext } from '../context.ts';
import { liveWhileOpen, QUERY_DEFAULTS } from '../live.ts';

/** Whether the reader may ask for a call about a listing; the request that is there already is followed while it is open. */
export function useEligibility(
  listingId: string,
  sellerId: string,
  enabled = true,
): UseQueryResult<Eligibility, CallbackError> {
  const { client, keys, queryClient } = useCallbackContext();
  return useQuery<Eligibility, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      enabled,
      queryKey: keys.eligibility(listingId, sellerId),
      queryFn: ({ signal }) => client.getEligibility(listingId, sellerId, { signal }),
      refetchInterval: ({ state }) => liveWhileOpen(state.data?.existing_request),
    },
    queryClient,
  );
}
