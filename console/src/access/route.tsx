/** The addresses of signing in, which needs no session, and of the page of sessions and operators. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute, rootRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});

export const accessRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/access',
  validateSearch: searchOf({ tab: param.oneOf(['operators']), ended: param.flag() }),
  component: lazyRouteComponent(() => import('./AccessPage.tsx'), 'AccessPage'),
});
