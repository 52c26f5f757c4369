/** The addresses of all pages. Each page's own are in its folder, in route.tsx, and its code is loaded when it is opened. */
import { createRouter as create, type RouterHistory } from '@tanstack/react-router';
import { deliveriesRoute } from '../deliveries/route.tsx';
import { overviewRoute } from '../overview/route.tsx';
import { systemRoute } from '../system/route.tsx';
import { Broken } from '../ui/Broken.tsx';
import { parseSearch, stringifySearch } from '../ui/search.ts';
import { Skeleton } from '../ui/states.tsx';
import { basePath } from './config.ts';
import { consoleRoute, rootRoute } from './root.tsx';

const routeTree = rootRoute.addChildren([
  consoleRoute.addChildren([
    overviewRoute,
    // Requests and people
    deliveriesRoute,
    systemRoute,
    // Policy
    // Access and audit
  ]),
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
