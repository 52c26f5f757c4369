/** The address of the sellers compared: the days, and by what they are ordered. */
import { SELLER_SORTS } from '@ringback/client';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const sellersRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/sellers',
  validateSearch: searchOf({
    from: param.day(),
    to: param.day(),
    sort: param.oneOf([...SELLER_SORTS, ...SELLER_SORTS.map((name) => `-${name}` as const)]),
  }),
  component: lazyRouteComponent(() => import('./SellersPage.tsx'), 'SellersPage'),
});
