/** Whether the service is ready to answer, asked again and again. */
import { useQuery } from '@tanstack/react-query';
import { fetchReadiness } from '../app/api.ts';
import { useWords } from '../app/settings.tsx';
import { Icon } from '../ui/Icon.tsx';

const POLL_MS = 10_000;

export function Health() {
  const { operator: words } = useWords();
  const { data, error } = useQuery({
    queryKey: ['market', 'readiness'],
    queryFn: fetchReadiness,
    refetchInterval: POLL_MS,
  });
  if (!data && !error) return null;
  const isReady = data?.isReady === true;
  return (
    <p className={isReady ? 'health is-ready' : 'health'} role="status">
      <Icon name={isReady ? 'check' : 'alert'} />
      <span>
        {words.health(isReady ? words.ready : words.notReady)}
        {data?.problem && <small>{data.problem}</small>}
      </span>
    </p>
  );
}
