/**
 * What surrounds every page: the way to skip to the content, the header, the navigation, and the offline
 * notice.
 */
import { useLiveStatus, useOnlineStatus, useUnreadCallbackNotificationCount } from '@ringback/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';

export function Shell({ children }: { children: ReactNode }) {
  const { nav, states } = useWords();
  const { signedIn } = useSession();
  const isOnline = useOnlineStatus();
  return (
    <>
      <a className="skip" href="#content">
        {nav.skip}
      </a>
      <Header />
      <div className="offline" role="status">
        {!isOnline && <Offline>{states.offline}</Offline>}
        {isOnline && signedIn && <Connection />}
      </div>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Navigation place="bottom" />
    </>
  );
}

function Offline({ children }: { children: string }) {
  return (
    <p>
      <Icon name="offline" /> {children}
    </p>
  );
}

/** The unread notifications are asked for again and again, on every page. */
function Connection() {
  const { states } = useWords();
  const { error } = useUnreadCallbackNotificationCount();
  const isSlow = useIsSlow();
  if (error?.code === 'network_error' || error?.code === 'timeout') {
    return <Offline>{states.unreachable}</Offline>;
  }
  return isSlow ? <Offline>{states.slow}</Offline> : null;
}

const CONNECTING_MS = 20_000;

/** No live updates for longer than connecting takes: with too many windows of other people, for one. */
function useIsSlow(): boolean {
  const isPolling = useLiveStatus() === 'polling';
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = isPolling ? setTimeout(() => setSlow(true), CONNECTING_MS) : undefined;
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPolling]);
  return isSlow;
}
