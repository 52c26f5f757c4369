/** The addresses of requests: the list with its search and filters, and one request with the delivery in the drawer. */
import { DELIVERY_CHANNELS, DELIVERY_STATES, STATUSES } from '@ringback/client';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const requestsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/requests',
  validateSearch: searchOf({
    search: param.text(),
    all: param.flag(),
    status: param.oneOf(STATUSES),
    country: param.country(),
    channel: param.oneOf(DELIVERY_CHANNELS),
    channel_state: param.oneOf(DELIVERY_STATES),
    from: param.day(),
    to: param.day(),
  }),
  component: lazyRouteComponent(() => import('./RequestsPage.tsx'), 'RequestsPage'),
});

export const requestRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/requests/$id',
  validateSearch: searchOf({ delivery: param.text() }),
  component: lazyRouteComponent(() => import('./RequestPage.tsx'), 'RequestPage'),
});
