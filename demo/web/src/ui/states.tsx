/** What a list or a page shows while it is loading, empty or failed. */
import { type ReactNode, useTransition } from 'react';
import { useWords } from '../app/settings.tsx';
import { Icon, type MarketIcon } from './Icon.tsx';

/** Something is on its way. It appears after a moment, so that quick answers do not flicker. */
export function Loading() {
  const { states } = useWords();
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {states.loading}
    </div>
  );
}

/** Nothing is there, and what can be done about it. */
export function Empty({ icon, children }: { icon: MarketIcon; children: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

/** It went wrong; `retry` tries again. */
export function Failed({ message, retry }: { message?: string | undefined; retry: () => void }) {
  const { states } = useWords();
  return (
    <div className="empty" role="alert">
      <Icon name="alert" />
      <p>{message ?? states.failed}</p>
      <button type="button" className="button" onClick={retry}>
        {states.retry}
      </button>
    </div>
  );
}

/** At the end of a list that goes on. */
export function More({ load }: { load: () => Promise<unknown> }) {
  const { states } = useWords();
  const [isLoading, start] = useTransition();
  const loadOnce = () => {
    if (!isLoading) start(async () => void (await load()));
  };
  return (
    <p className="more">
      <button type="button" className="button" onClick={loadOnce} aria-disabled={isLoading}>
        {isLoading ? states.loading : states.more}
      </button>
    </p>
  );
}
