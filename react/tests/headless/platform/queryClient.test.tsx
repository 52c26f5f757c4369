/** The cache: one that a host gives us, or our own beside the host's. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createRoot } from 'test-renderer';
import { expect, test } from 'vitest';
import { CallbackProvider, useCallbackRequestStats } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const sizeOf = (queryClient: QueryClient) => queryClient.getQueryCache().getAll().length;

test("a host's is used when it is given", async () => {
  const queryClient = new QueryClient();
  const { until } = await renderHook(() => useCallbackRequestStats(), undefined, { queryClient });
  await until(({ stats }) => stats !== null);
  expect(sizeOf(queryClient)).toBe(1);
});

test('what it says about errors of its own does not concern us', async () => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { throwOnError: true, retry: 3 } } });
  const client = createFakeClient();
  client.refuse('getStats', 'overloaded');
  const { until } = await renderHook(() => useCallbackRequestStats(), undefined, { queryClient, client });
  await until(({ error }) => error?.code === 'overloaded');
});

test("a host's that stands around us is left alone", async () => {
  const queryClient = new QueryClient();
  const client = createFakeClient();
  function Stats() {
    useCallbackRequestStats();
    return null;
  }
  const root = createRoot();
  const render = (view: ReactElement) => act(async () => root.render(view));
  await render(
    <QueryClientProvider client={queryClient}>
      <CallbackProvider client={client}>
        <Stats />
      </CallbackProvider>
    </QueryClientProvider>,
  );
  await expect.poll(() => client.callsOf('getStats')).toHaveLength(1);
  expect(sizeOf(queryClient)).toBe(0);
  await act(async () => root.unmount());
});
