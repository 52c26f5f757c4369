import type { CallbackError, ResponseTime } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { QUERY_DEFAULTS } from '../live/polling.ts';
import { responseTimeWords } from '../messages/en/responseTime.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import type { MarketplaceKey } from '../requests/props.ts';
import { usualText } from './responseTime.ts';

/** It moves slowly, and a page may show it of many sellers. */
const STALE_MS = 5 * 60_000;

export interface CallbackResponseTimeProps {
  sellerId: MarketplaceKey;
}

export interface CallbackResponseTimeModel {
  /** "Usually answers within 2 hours"; undefined until it has come, and while too little is known to say so. */
  text: string | undefined;
  /** The same in minutes, not rounded up. */
  minutes: number | undefined;
}

/** How soon a seller usually answers. */
export function useCallbackResponseTime({ sellerId }: CallbackResponseTimeProps): CallbackResponseTimeModel {
  const { responseTime: words } = useWords(responseTimeWords);
  const { time } = useResponseTime(String(sellerId));
  const minutes = time?.usual_response_minutes ?? undefined;
  return { text: usualText(minutes, words), minutes };
}

interface ResponseTimeAnswer {
  time: ResponseTime | undefined;
  loading: boolean;
  error: CallbackError | null;
  refresh: () => Promise<void>;
}

/** What the server says of it; nothing is asked without a seller. */
export function useResponseTime(sellerId: string | undefined): ResponseTimeAnswer {
  const { client, keys, queryClient, userId } = useCallbackContext();
  const { data, isLoading, error, refetch } = useQuery<ResponseTime, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      staleTime: STALE_MS,
      refetchOnWindowFocus: true,
      enabled: sellerId !== undefined,
      // One's own changes with one's requests.
      queryKey: [...(sellerId === userId ? keys.requests : keys.user), 'response-time', sellerId ?? ''],
      queryFn: ({ signal }) => client.getResponseTime(sellerId ?? '', { signal }),
    },
    queryClient,
  );
  const refresh = useCallback(async () => void (await refetch()), [refetch]);
  return { time: data, loading: isLoading, error, refresh };
}
