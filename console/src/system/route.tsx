/** The address of the system page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';

export const systemRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/system',
  component: lazyRouteComponent(() => import('./SystemPage.tsx'), 'SystemPage'),
});
