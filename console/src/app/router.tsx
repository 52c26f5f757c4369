/** The addresses of all pages. Each page's own are in its folder, in route.tsx, and its code is loaded when it is opened. */
import { createRouter as create, type RouterHistory } from '@tanstack/react-router';
import { accessRoute, signInRoute } from '../access/route.tsx';
import { auditRoute } from '../audit/route.tsx';
import { deliveriesRoute } from '../deliveries/route.tsx';
import { listingsRoute } from '../listings/route.tsx';
import { overviewRoute } from '../overview/route.tsx';
import { peopleRoute, personRoute } from '../people/route.tsx';
import { policyRoute } from '../policy/route.tsx';
import { privacyRoute } from '../privacy/route.tsx';
import { requestRoute, requestsRoute } from '../requests/route.tsx';
import { reviewsRoute } from '../reviews/route.tsx';
import { sellersRoute } from '../sellers/route.tsx';
import { systemRoute } from '../system/route.tsx';
import { timesRoute } from '../times/route.tsx';
import { Broken } from '../ui/Broken.tsx';
import { parseSearch, stringifySearch } from '../ui/search.ts';
import { Skeleton } from '../ui/states.tsx';
import { basePath } from './config.ts';
import { consoleRoute, rootRoute } from './root.tsx';

const routeTree = rootRoute.addChildren([
  consoleRoute.addChildren([
    overviewRoute,
    requestsRoute,
    requestRoute,
    peopleRoute,
    personRoute,
    sellersRoute,
    listingsRoute,
    timesRoute,
    reviewsRoute,
    deliveriesRoute,
    systemRoute,
    policyRoute,
    accessRoute,
    auditRoute,
    privacyRoute,
  ]),
  signInRoute,
]);

export const createRouter = (history?: RouterHistory) =>
  create({
    routeTree,
    ...(history && { history }),
    basepath: history ? '/' : basePath(),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: ({ error }) => <Broken error={error} />,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRouter>;
  }
}
