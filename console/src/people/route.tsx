/** The addresses of people: the search, and one person with the delivery in the drawer. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const peopleRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/people',
  validateSearch: searchOf({ search: param.text(), all: param.flag() }),
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
});

export const personRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/people/$id',
  validateSearch: searchOf({ tab: param.oneOf(['received']), delivery: param.text() }),
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
});
