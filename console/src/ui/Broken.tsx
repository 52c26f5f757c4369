/** A page that breaks, or whose code could not be loaded; the navigation beside it goes on working. */
import { useOnlineStatus } from '@ringback/react/headless';
import { useRouter } from '@tanstack/react-router';
import { shared } from '../texts/en.ts';
import { Button } from './Button.tsx';
import { State } from './states.tsx';

const { states } = shared;

export function Broken({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <State icon={useOnlineStatus() ? 'alert' : 'offline'} title={states.broken} isAlert>
      <p className="quiet">{error instanceof Error && error.message}</p>
      <p className="page-actions">
        <Button icon="retry" onClick={() => void router.invalidate()}>
          {states.retry}
        </Button>
        <Button onClick={() => location.reload()}>{states.reload}</Button>
      </p>
    </State>
  );
}
