/** The frame of every page: navigation at the side (behind a button on phones), what the keyboard opens, and the page. */
import { useOnlineStatus } from '@ringback/react/headless';
import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { shared } from '../texts/en.ts';
import { Banner } from '../ui/Banner.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Sidebar } from './Sidebar.tsx';
import { useShortcuts } from './useShortcuts.ts';

const loadPalette = () => import('./Palette.tsx');
const Palette = lazy(loadPalette);
const Shortcuts = lazy(() => import('./Shortcuts.tsx'));

type Opened = 'palette' | 'shortcuts' | null;

export function Shell({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>(null);
  const main = useRef<HTMLElement>(null);
  const close = () => setOpened(null);
  useEffect(() => {
    // Once the page is there, so that what is typed right after Ctrl-K is not lost.
    void loadPalette();
  }, []);
  useShortcuts({ openPalette: () => setOpened('palette'), openHelp: () => setOpened('shortcuts') });
  const sidebar = (
    <Sidebar openPalette={() => setOpened('palette')} openShortcuts={() => setOpened('shortcuts')} />
  );
  return (
    <div className="app">
      {/* Not by its fragment: the document's base is another address. */}
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {shared.navigation.skip}
      </button>
      <nav className="sidebar" aria-label={shared.navigation.label}>
        {sidebar}
      </nav>
      <PhoneBar openPalette={() => setOpened('palette')}>{sidebar}</PhoneBar>
      <main ref={main} tabIndex={-1}>
        <OfflineBanner />
        {children}
      </main>
      <Suspense fallback={null}>
        {opened === 'palette' && <Palette onClose={close} openShortcuts={() => setOpened('shortcuts')} />}
        {opened === 'shortcuts' && <Shortcuts onClose={close} />}
      </Suspense>
    </div>
  );
}

function OfflineBanner() {
  if (useOnlineStatus()) return null;
  return (
    <Banner tone="warning" icon="offline">
      {shared.states.offline}
    </Banner>
  );
}

/** On phones: the bar at the top, whose button opens the navigation. */
function PhoneBar({ openPalette, children }: { openPalette: () => void; children: ReactNode }) {
  const drawer = useRef<HTMLDialogElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it
  useEffect(() => drawer.current?.close(), [path]);
  return (
    <header className="phone-bar">
      <IconButton icon="menu" label={shared.navigation.open} onClick={() => drawer.current?.showModal()} />
      <span className="phone-bar-name">{shared.product}</span>
      <IconButton icon="search" label={shared.palette.label} onClick={openPalette} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself */}
      <dialog
        ref={drawer}
        className="nav-drawer"
        aria-label={shared.navigation.label}
        onClick={({ target }) => target === drawer.current && drawer.current.close()}
      >
        <nav className="sidebar" aria-label={shared.navigation.label}>
          {children}
        </nav>
      </dialog>
    </header>
  );
}
