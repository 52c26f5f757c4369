import type { CallbackError, Eligibility } from '@ringback/client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { QUERY_DEFAULTS, usePollMs, whileOpen } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { isOpen } from '../request.ts';

/** Whether the reader may ask for a call about a listing; the request that is there already is followed while it is open. */
export function useEligibility(
  listingId: string,
  sellerId: string,
  enabled = true,
): UseQueryResult<Eligibility, CallbackError> {
  const { client, keys, queryClient } = useCallbackContext();
  const queryKey = keys.eligibility(listingId, sellerId);
  const existing = queryClient.getQueryData<Eligibility>(queryKey)?.existing_request;
  // A listing that is only looked at needs no connection.
  const pollMs = usePollMs(enabled && !!existing && isOpen(existing));
  return useQuery<Eligibility, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      enabled,
      queryKey,
      queryFn: ({ signal }) => client.getEligibility(listingId, sellerId, { signal }),
      refetchInterval: ({ state }) => whileOpen(state.data?.existing_request, pollMs),
    },
    queryClient,
  );
}
