/** The address of the review desk: the part that is shown, and the request whose related ones are listed. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const reviewsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/reviews',
  validateSearch: searchOf({
    tab: param.oneOf(['asked', 'decided', 'sent', 'refused', 'lists']),
    related: param.text(),
  }),
  component: lazyRouteComponent(() => import('./ReviewsPage.tsx'), 'ReviewsPage'),
});
