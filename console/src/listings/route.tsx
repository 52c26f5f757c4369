/** The address of the listings compared, or of their categories: the days, the order, and one category. */
import { SELLER_SORTS } from '@ringback/client';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const listingsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/listings',
  validateSearch: searchOf({
    tab: param.oneOf(['category']),
    from: param.day(),
    to: param.day(),
    category: param.text(),
    sort: param.oneOf([...SELLER_SORTS, ...SELLER_SORTS.map((name) => `-${name}` as const)]),
  }),
  component: lazyRouteComponent(() => import('./ListingsPage.tsx'), 'ListingsPage'),
});
