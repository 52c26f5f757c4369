/** The cache of answers. Without a connection a question fails at once, so that pages show it instead of waiting. */
import { isCallbackError } from '@ringback/client';
import { QueryClient } from '@tanstack/react-query';

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, networkMode: 'always', retry: false, refetchOnReconnect: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

/** Numbers that move are asked for this often while the page is in sight. */
export const POLL_MS = 8_000;

export const isSignedOut = (error: unknown): boolean =>
  isCallbackError(error) && error.code === 'unauthenticated';
