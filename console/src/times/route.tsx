/** The address of the times: the days, the zone in whose clock calls are shown, and what narrows them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const timesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/times',
  validateSearch: searchOf({
    from: param.day(),
    to: param.day(),
    time_zone: param.text(),
    category: param.text(),
    country: param.text(),
  }),
  component: lazyRouteComponent(() => import('./TimesPage.tsx'), 'TimesPage'),
});
