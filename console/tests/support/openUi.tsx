/** Draws a part alone, at an address that it may change, for an operator who is signed in. */
import type { OperatorSession } from '@ringback/client';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react/pure';
import { createQueryClient } from '../../src/app/queryClient.ts';
import { SessionContext } from '../../src/app/session.tsx';
import { NoticesProvider } from '../../src/ui/Notices.tsx';
import { parseSearch, stringifySearch } from '../../src/ui/search.ts';
import { SESSION } from './fixtures.ts';

interface Options {
  path?: string;
  role?: OperatorSession['role'];
  /** As a page's route has it. */
  validateSearch?: (search: Record<string, unknown>) => Record<string, unknown>;
}

export async function openUi(ui: ReactNode, { path = '/', role = 'admin', validateSearch }: Options = {}) {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/$',
    component: () => (
      <main>
        <h1>A page</h1>
        {ui}
      </main>
    ),
    ...(validateSearch && { validateSearch }),
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [path] }),
    parseSearch,
    stringifySearch,
  });
  await render(
    <QueryClientProvider client={createQueryClient()}>
      <SessionContext value={{ ...SESSION, role }}>
        <NoticesProvider>
          <RouterProvider router={router as never} />
        </NoticesProvider>
      </SessionContext>
    </QueryClientProvider>,
  );
  return router;
}
