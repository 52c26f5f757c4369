/**
 * One cache for the marketplace's own data and for Ringback's. Without a connection a question fails at once, so
 * that pages say so instead of waiting.
 */
import { QueryClient } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, networkMode: 'always' } },
});
