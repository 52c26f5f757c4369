/** The two routes above all others: the window as such, and the frame of the pages that need a session. */
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shared } from '../texts/en.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Missing } from '../ui/states.tsx';
import { SessionGate } from './SessionGate.tsx';
import { Shell } from './Shell.tsx';

const { states } = shared;

const Frame = ({ children }: { children: ReactNode }) => (
  <SessionGate>
    <Shell>{children}</Shell>
  </SessionGate>
);

/** An address that no page has meets this one alone. */
export const rootRoute = createRootRoute({
  notFoundComponent: () => (
    <Frame>
      <Page title={states.missing}>
        <p className="quiet">{states.missingHint}</p>
        <ButtonLink to="/">{states.home}</ButtonLink>
      </Page>
    </Frame>
  ),
});

/** Pages name it as their parent. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  notFoundComponent: Missing,
});
