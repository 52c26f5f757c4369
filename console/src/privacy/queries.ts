/** What the parts of this folder read, and read again after an act. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { useNotify } from '../ui/Notices.tsx';

export function useHolds() {
  const client = useClient();
  return useQuery({ queryKey: ['privacy', 'holds'], queryFn: ({ signal }) => client.listHolds({ signal }) });
}

export function useConsentTexts() {
  const client = useClient();
  return useQuery({
    queryKey: ['privacy', 'consent'],
    queryFn: ({ signal }) => client.listConsentTexts({ signal }),
  });
}

export function useRetention() {
  const client = useClient();
  return useQuery({
    queryKey: ['privacy', 'retention'],
    queryFn: ({ signal }) => client.getRetention({ signal }),
  });
}

/** After an act: says what was done, and reads again what it changed. */
export function useDone(message: string, onClose: () => void) {
  const queries = useQueryClient();
  const notify = useNotify();
  return () => {
    onClose();
    notify({ tone: 'success', message });
    for (const queryKey of [['privacy'], ['person']]) void queries.invalidateQueries({ queryKey });
  };
}
