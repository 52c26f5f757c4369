/**
 * What surrounds every page: the way to skip to the content, the header, the navigation, and the offline
 * notice.
 */
import { useOnlineStatus, useUnreadCallbackNotificationCount } from '@ringback/react';
import type { ReactNode } from 'react';
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
        {isOnline && signedIn && <Unreachable />}
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
function Unreachable() {
  const { states } = useWords();
  const { error } = useUnreadCallbackNotificationCount();
  const isUnreachable = error?.code === 'network_error' || error?.code === 'timeout';
  return isUnreachable ? <Offline>{states.unreachable}</Offline> : null;
}
