import type { CallbackError, OwnFigures } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { QUERY_DEFAULTS } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';

/** They move slowly, and cost more than the counts. */
const STALE_MS = 5 * 60_000;

/** The signed-in seller's last 30 days beside the 30 before; undefined until they have come, or where a server has none. */
export function useOwnFigures(isWanted: boolean): OwnFigures | undefined {
  const { client, keys, queryClient } = useCallbackContext();
  const { data } = useQuery<OwnFigures, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      staleTime: STALE_MS,
      enabled: isWanted,
      queryKey: [...keys.stats, 'seller'],
      queryFn: ({ signal }) => client.getOwnFigures({}, { signal }),
    },
    queryClient,
  );
  return data;
}
