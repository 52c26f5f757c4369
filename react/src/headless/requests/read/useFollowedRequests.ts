import type { CallbackError, CallbackRequest, CallbackRequestDetail } from '@ringback/client';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { QUERY_DEFAULTS, usePollMs, whileOpen } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';

/** These requests as they are now, each asked for by itself. */
export function useFollowedRequests(ids: readonly string[]): CallbackRequest[] {
  const { client, keys, queryClient } = useCallbackContext();
  const pollMs = usePollMs();
  const queries = ids.map((id) => ({
    ...QUERY_DEFAULTS,
    queryKey: keys.request(id),
    queryFn: ({ signal }: { signal: AbortSignal }) => client.getCallbackRequest(id, { signal }),
    refetchInterval: ({ state }: { state: { data: CallbackRequestDetail | undefined } }) =>
      whileOpen(state.data, pollMs),
  }));
  return useQueries({ queries, combine: dataOf }, queryClient);
}

const dataOf = (results: UseQueryResult<CallbackRequestDetail, CallbackError | Error>[]) =>
  results.flatMap(({ data }) => data ?? []);
