/** The two routes above all others: the window as such, and the frame of the pages that need a session. */
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { Missing } from '../ui/states.tsx';
import { SessionGate } from './SessionGate.tsx';
import { Shell } from './Shell.tsx';

export const rootRoute = createRootRoute();

/** Pages name it as their parent. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  component: () => (
    <SessionGate>
      <Shell>
        <Outlet />
      </Shell>
    </SessionGate>
  ),
  notFoundComponent: Missing,
});
