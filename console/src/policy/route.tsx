/** The address of the policy: its settings, what is off, and its history, as tabs. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const policyRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/policy',
  validateSearch: searchOf({ tab: param.oneOf(['switches', 'history']), setting: param.text() }),
  component: lazyRouteComponent(() => import('./PolicyPage.tsx'), 'PolicyPage'),
});
