/** The whole console: client, cache, notices, and the page that the address asks for. */
import type { OperatorClient } from '@ringback/client';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { NoticesProvider } from '../ui/Notices.tsx';
import { ClientContext } from './client.tsx';
import type { createRouter } from './router.tsx';

interface AppProps {
  client: OperatorClient;
  queryClient: QueryClient;
  router: ReturnType<typeof createRouter>;
}

export function App({ client, queryClient, router }: AppProps) {
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ClientContext>
  );
}
