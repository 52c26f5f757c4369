/** The address of what is kept for how long. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';

export const privacyRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/privacy',
  component: lazyRouteComponent(() => import('./PrivacyPage.tsx'), 'PrivacyPage'),
});
