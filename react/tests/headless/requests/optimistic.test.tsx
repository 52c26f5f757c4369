/** A change is shown at once; when it is refused, that alone is taken back. */
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import {
  useCallbackRequest,
  useCallbackRequestStats,
  useLogCallbackAttempt,
  useSellerCallbackRequests,
  useUpdateCallbackRequestStatus,
} from '../../../src/headless/index.ts';
import { idOf, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';
import { sellersClient } from '../support/sellersClient.ts';

describe('a refused change while there are others', () => {
  const useBoth = () => ({
    list: useSellerCallbackRequests({ limit: 2 }),
    stats: useCallbackRequestStats(),
    update: useUpdateCallbackRequestStatus(),
    attempt: useLogCallbackAttempt(),
  });

  /** The first request is being acknowledged, which `refuse` then refuses, and nothing is asked for again. */
  async function acknowledging() {
    const client = sellersClient(3);
    const hook = await renderHook(useBoth, undefined, { client, userId: SELLER_ID });
    const { result } = hook;
    await hook.until(({ list, stats }) => list.requests.length === 2 && stats.stats !== null);
    const release = client.hold('updateCallbackRequestStatus');
    let answer: Promise<unknown> | undefined;
    await act(async () => {
      answer = result.current.update.updateCallbackRequestStatus(idOf(1), { status: 'acknowledged' });
    });
    async function refuse() {
      client.refuse('updateCallbackRequestStatus', 'invalid_transition');
      for (const method of ['listCallbackRequests', 'getStats'] as const) client.hold(method);
      await act(async () => {
        release();
        await expect(answer).rejects.toMatchObject({ code: 'invalid_transition' });
      });
    }
    const reach = (id: string) =>
      act(() => result.current.attempt.logCallbackAttempt(id, { outcome: 'reached' }));
    const statuses = () => result.current.list.requests.map(({ status }) => status);
    return { ...hook, refuse, reach, statuses };
  }

  test('leaves what has become of another request', async () => {
    const { result, refuse, reach, statuses } = await acknowledging();
    await reach(idOf(2));
    expect(statuses()).toEqual(['acknowledged', 'completed']);
    await refuse();
    expect(statuses()).toEqual(['pending', 'completed']);
    expect(result.current.stats.stats?.as_seller).toMatchObject({
      ...{ pending: 2, acknowledged: 0, completed: 1 },
    });
  });

  test('leaves what has become of the same request since', async () => {
    const { result, refuse, reach, statuses } = await acknowledging();
    await reach(idOf(1));
    await refuse();
    expect(statuses()).toEqual(['completed', 'pending']);
    expect(result.current.list.requests[0]?.completed_at).not.toBeNull();
    expect(result.current.stats.stats?.as_seller).toMatchObject({ pending: 2, completed: 1 });
  });

  test('leaves the page that was loaded meanwhile', async () => {
    const { result, refuse, statuses } = await acknowledging();
    await act(() => result.current.list.loadMore());
    await refuse();
    expect(statuses()).toEqual(['pending', 'pending', 'pending']);
  });
});

test('a refused change goes back to the newest answer, not to one of a page that was left', async () => {
  const [client, queryClient] = [sellersClient(1), new QueryClient()];
  const options = { client, queryClient, userId: SELLER_ID };
  const page = await renderHook(() => useCallbackRequest(idOf(1)), undefined, options);
  await page.until(({ request }) => request?.status === 'pending');
  await page.unmount();
  await client.updateCallbackRequestStatus(idOf(1), { status: 'acknowledged' });

  const useListed = () => ({
    list: useSellerCallbackRequests(),
    stats: useCallbackRequestStats(),
    update: useUpdateCallbackRequestStatus(),
  });
  const { result, until } = await renderHook(useListed, undefined, options);
  await until(({ list, stats }) => list.requests.length === 1 && stats.stats !== null);
  client.refuse('updateCallbackRequestStatus', 'overloaded');
  for (const method of ['listCallbackRequests', 'getStats'] as const) client.hold(method);
  await act(async () => {
    const change = result.current.update.updateCallbackRequestStatus(idOf(1), { status: 'completed' });
    await expect(change).rejects.toMatchObject({ code: 'overloaded' });
  });
  expect(result.current.list.requests[0]?.status).toBe('acknowledged');
  const counts = { pending: 0, acknowledged: 1, completed: 0 };
  expect(result.current.stats.stats?.as_seller).toMatchObject(counts);
});
