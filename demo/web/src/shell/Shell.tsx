/**
 * What surrounds every page: the way to skip to the content, the header, the navigation, and the offline
 * notice.
 */
import { useOnlineStatus } from '@ringback/react';
import type { ReactNode } from 'react';
import { useWords } from '../app/settings.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';

export function Shell({ children }: { children: ReactNode }) {
  const { nav, states } = useWords();
  const isOnline = useOnlineStatus();
  return (
    <>
      <a className="skip" href="#content">
        {nav.skip}
      </a>
      <Header />
      <div className="offline" role="status">
        {!isOnline && (
          <p>
            <Icon name="offline" /> {states.offline}
          </p>
        )}
      </div>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Navigation place="bottom" />
    </>
  );
}
