/** The address of the deliveries: filters, the part that is shown, and the delivery in the drawer. */
import { DELIVERY_CHANNELS, DELIVERY_STATES, FIGURE_INTERVALS } from '@ringback/client';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const deliveriesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/deliveries',
  validateSearch: searchOf({
    tab: param.oneOf(['figures', 'list']),
    channel: param.oneOf(DELIVERY_CHANNELS),
    state: param.oneOf(DELIVERY_STATES),
    reason: param.text(),
    interval: param.oneOf(FIGURE_INTERVALS),
    show: param.oneOf(['sent', 'dead_letters', 'failed_attempts']),
    from: param.day(),
    to: param.day(),
    id: param.text(),
  }),
  component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
});
