/** What the policy's pages ask, and what a change makes old. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../app/client.tsx';

const KEY = ['policy'] as const;
export const CHANGES_KEY = [...KEY, 'changes'] as const;

export function usePolicy() {
  const client = useClient();
  return useQuery({
    queryKey: [...KEY, 'settings'],
    queryFn: ({ signal }) => client.getPolicy({ signal }),
  });
}

export function useSwitches() {
  const client = useClient();
  return useQuery({
    queryKey: [...KEY, 'switches'],
    queryFn: ({ signal }) => client.listSwitches({ signal }),
  });
}

/** Gives the function to call after a change: everything here is asked again. */
export function useReload(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: KEY }), [queryClient]);
}
