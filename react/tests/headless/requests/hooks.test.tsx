/** The hooks as the seed writes them, and what they promise beyond. */
import { type CreateCallbackRequest, isCallbackError } from '@ringback/client';
import { describe, expect, test } from 'vitest';
import {
  useCallbackNotifications,
  useCallbackRequest,
  useCallbackRequestStats,
  useCanRequestCallback,
  useCreateCallbackRequest,
  useSellerCallbackRequests,
  useUnreadCallbackNotificationCount,
  useUpdateCallbackRequestStatus,
} from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, idOf, LISTING_ID, makeNotification, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';
import { manyRequests, sellersClient } from '../support/sellersClient.ts';

const INPUT: CreateCallbackRequest = {
  seller_id: SELLER_ID,
  listing_id: LISTING_ID,
  requester_phone: '+442079460018',
  requester_name: 'Ama Mensah',
  message: 'Interested in this item',
  callback_reason: 'general_inquiry',
  preferred_time: 'evening',
  preferred_days: ['Monday', 'Tuesday'],
  priority: 'normal',
};

describe('useCreateCallbackRequest', () => {
  test('makes a request, which eligibility then shows without being asked again', async () => {
    const { result, client, until } = await renderHook(
      () => ({
        create: useCreateCallbackRequest(),
        eligibility: useCanRequestCallback(LISTING_ID, SELLER_ID),
      }),
      undefined,
    );
    await until(({ eligibility }) => eligibility.canRequest);
    expect(result.current.create).toMatchObject({ loading: false, error: null });
    client.hold('getEligibility');
    const request = await act(() => result.current.create.createCallbackRequest(INPUT));
    expect(request.status).toBe('pending');
    expect(result.current.eligibility).toMatchObject({
      canRequest: false,
      existingRequest: { id: request.id },
    });
  });

  test('takes ids as the marketplace has them, numbers too, and sends strings', async () => {
    const { result, client, until } = await renderHook(
      () => ({ create: useCreateCallbackRequest(), eligibility: useCanRequestCallback(7, 42) }),
      undefined,
    );
    await until(({ eligibility }) => !eligibility.loading);
    expect(client.callsOf('getEligibility')[0]).toEqual(['7', '42', expect.anything()]);
    client.hold('getEligibility');
    await act(() => result.current.create.createCallbackRequest({ ...INPUT, listing_id: 7, seller_id: 42 }));
    expect(client.callsOf('createCallbackRequest')[0]?.[0]).toMatchObject({
      listing_id: '7',
      seller_id: '42',
    });
    expect(result.current.eligibility.existingRequest).not.toBeNull();
  });

  test('a double tap makes one call', async () => {
    const { result, client } = await renderHook(() => useCreateCallbackRequest(), undefined);
    const release = client.hold('createCallbackRequest');
    let both: Promise<{ id: string }[]> | undefined;
    await act(async () => {
      both = Promise.all([
        result.current.createCallbackRequest(INPUT),
        result.current.createCallbackRequest({ ...INPUT }),
      ]);
    });
    expect(result.current.loading).toBe(true);
    const [first, second] =
      (await act(async () => {
        release();
        return both;
      })) ?? [];
    expect(first?.id).toBe(second?.id);
    expect(client.callsOf('createCallbackRequest')).toHaveLength(1);
  });

  test('a repeat after a lost answer carries the same key, other content another one', async () => {
    const { result, client } = await renderHook(() => useCreateCallbackRequest(), undefined);
    const heal = client.refuse('createCallbackRequest', 'network_error');
    const attempt = (input: CreateCallbackRequest) =>
      act(() => result.current.createCallbackRequest(input).catch((error: unknown) => error));
    expect(isCallbackError(await attempt(INPUT))).toBe(true);
    expect(result.current.error?.code).toBe('network_error');
    await attempt({ ...INPUT, message: 'Something else' });
    await attempt({ ...INPUT, message: 'Something else' });
    heal();
    await attempt({ ...INPUT, message: 'Something else' });
    const keys = client.callsOf('createCallbackRequest').map(([, options]) => options);
    expect(keys[1]).not.toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[1]);
    expect(keys[3]).toEqual(keys[1]);
  });
});

describe('useSellerCallbackRequests', () => {
  test('pages by cursor until the end', async () => {
    const { result, until } = await renderHook(
      () => useSellerCallbackRequests({ status: 'pending', limit: 2, offset: 0 }),
      undefined,
      {
        client: sellersClient(5),
        userId: SELLER_ID,
      },
    );
    expect(result.first).toMatchObject({ requests: [], loading: true, error: null, hasMore: false });
    await until(({ loading }) => !loading);
    expect(result.current.requests.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
    await act(() => result.current.loadMore());
    await act(() => result.current.loadMore());
    expect(result.current.requests).toHaveLength(5);
    expect(result.current.hasMore).toBe(false);
  });

  test('an offset leaves out the newest', async () => {
    const { result, until } = await renderHook(
      () => useSellerCallbackRequests({ limit: 2, offset: 3 }),
      undefined,
      {
        client: sellersClient(5),
        userId: SELLER_ID,
      },
    );
    await until(({ loading }) => !loading);
    expect(result.current.requests.map(({ id }) => id)).toEqual([idOf(4), idOf(5)]);
  });

  test('shows what a refresh finds, and keeps what it had when that fails', async () => {
    const client = sellersClient(1);
    const { result, until } = await renderHook(() => useSellerCallbackRequests(), undefined, {
      client,
      userId: SELLER_ID,
    });
    await until(({ loading }) => !loading);
    client.server.requests = manyRequests(2);
    await act(() => result.current.refresh());
    expect(result.current.requests).toHaveLength(2);
    client.refuse('listCallbackRequests', 'overloaded');
    await act(() => result.current.refresh());
    expect(result.current.error?.code).toBe('overloaded');
    expect(result.current.requests).toHaveLength(2);
  });

  test("another user's list is never shown", async () => {
    const client = sellersClient(1);
    const first = await renderHook(() => useSellerCallbackRequests(), undefined, {
      client,
      userId: SELLER_ID,
    });
    await first.until(({ requests }) => requests.length === 1);
    client.hold('listCallbackRequests');
    const second = await renderHook(() => useSellerCallbackRequests(), undefined, {
      client,
      userId: BUYER_ID,
    });
    expect(second.result.current.requests).toEqual([]);
  });
});

describe('useUpdateCallbackRequestStatus', () => {
  const useAll = () => ({
    list: useSellerCallbackRequests(),
    detail: useCallbackRequest(idOf(1)),
    stats: useCallbackRequestStats(),
    update: useUpdateCallbackRequestStatus(),
  });
  type All = ReturnType<typeof useAll>;
  const isLoaded = ({ list, detail, stats }: All) =>
    list.requests.length > 0 && !!detail.request && !!stats.stats;
  const shown = ({ list, detail, stats }: All) => ({
    list: list.requests[0]?.status,
    detail: detail.request?.status,
    pending: stats.stats?.as_seller.pending,
    acknowledged: stats.stats?.as_seller.acknowledged,
  });
  const BEFORE = { list: 'pending', detail: 'pending', pending: 2, acknowledged: 0 };
  const AFTER = { list: 'acknowledged', detail: 'acknowledged', pending: 1, acknowledged: 1 };

  test('shows the change everywhere before the server has answered', async () => {
    const client = sellersClient(2);
    const { result, until } = await renderHook(useAll, undefined, { client, userId: SELLER_ID });
    await until(isLoaded);
    expect(shown(result.current)).toEqual(BEFORE);
    const release = client.hold('updateCallbackRequestStatus');
    let answer: Promise<unknown> | undefined;
    await act(async () => {
      answer = result.current.update.updateCallbackRequestStatus(idOf(1), { status: 'acknowledged' });
    });
    await until(({ update }) => update.loading);
    expect(shown(result.current)).toEqual(AFTER);
    release();
    await act(async () => answer);
    expect(shown(result.current)).toEqual(AFTER);
  });

  test('takes it back when the server refuses', async () => {
    const client = sellersClient(2);
    const { result, until } = await renderHook(useAll, undefined, { client, userId: SELLER_ID });
    await until(isLoaded);
    client.refuse('updateCallbackRequestStatus', 'invalid_transition');
    for (const method of ['listCallbackRequests', 'getCallbackRequest', 'getStats'] as const)
      client.hold(method);
    await act(async () => {
      const change = result.current.update.updateCallbackRequestStatus(idOf(1), { status: 'acknowledged' });
      await expect(change).rejects.toMatchObject({ code: 'invalid_transition' });
    });
    expect(shown(result.current)).toEqual(BEFORE);
    expect(result.current.update.error?.code).toBe('invalid_transition');
  });
});

describe('the others', () => {
  test('useCallbackRequestStats gives both sides', async () => {
    const { result, until } = await renderHook(() => useCallbackRequestStats(), undefined, {
      client: sellersClient(3),
      userId: SELLER_ID,
    });
    expect(result.first).toMatchObject({ stats: null, loading: true, error: null });
    await until(({ loading }) => !loading);
    expect(result.current.stats?.as_seller).toMatchObject({ total_received: 3, pending: 3 });
    expect(result.current.stats?.as_requester.total_sent).toBe(0);
  });

  test('useCanRequestCallback says that nobody is signed in', async () => {
    const client = createFakeClient();
    client.refuse('getEligibility', 'unauthenticated');
    const { result, until } = await renderHook(
      () => useCanRequestCallback(LISTING_ID, SELLER_ID),
      undefined,
      { client },
    );
    await until(({ loading }) => !loading);
    expect(result.current).toMatchObject({
      canRequest: false,
      existingRequest: null,
      error: { code: 'unauthenticated' },
    });
  });

  test('reading notifications changes the count', async () => {
    const notifications = [1, 2, 3].map((number) => makeNotification({ id: idOf(number) }));
    const client = createFakeClient({ notifications });
    const { result, until } = await renderHook(
      () => ({ inbox: useCallbackNotifications(), unread: useUnreadCallbackNotificationCount() }),
      undefined,
      { client },
    );
    await until(({ unread, inbox }) => unread.count === 3 && inbox.notifications.length === 3);
    await act(() => result.current.inbox.markRead(idOf(2)));
    await until(({ unread }) => unread.count === 2);
    await act(() => result.current.inbox.markAllRead());
    await until(
      ({ unread, inbox }) => unread.count === 0 && inbox.notifications.every(({ read_at }) => read_at),
    );
  });
});
