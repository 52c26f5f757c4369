/** The address of the overview, which is the console's first page, with the days that its figures are of. */
import { FIGURE_INTERVALS } from '@ringback/client';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/',
  validateSearch: searchOf({
    from: param.day(),
    to: param.day(),
    interval: param.oneOf(FIGURE_INTERVALS),
    category: param.text(),
    country: param.text(),
    compare: param.oneOf(['none']),
    hours: param.oneOf(['requested', 'preferred', 'called']),
  }),
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});
