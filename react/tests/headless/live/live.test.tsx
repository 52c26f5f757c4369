/** Being told instead of asking: what others do shows at once, and asking goes on where nobody tells. */
import type { CallbackEvent, LiveStatus } from '@ringback/client';
import { focusManager, onlineManager } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  useCallbackNotifications,
  useCallbackRequest,
  useCanRequestCallback,
  useLiveStatus,
  useSellerCallbackRequests,
  useUnreadCallbackNotificationCount,
  useUpdateCallbackRequestStatus,
} from '../../../src/headless/index.ts';
import { usePollMs } from '../../../src/headless/live/polling.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import {
  BUYER_ID,
  idOf,
  LISTING_ID,
  makeNotification,
  makeRequest,
  SELLER_ID,
} from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const REQUEST_ID = idOf(1);
const sellersClient = () =>
  createFakeClient({
    userId: SELLER_ID,
    requests: [makeRequest({ id: REQUEST_ID }), makeRequest({ id: idOf(2) })],
  });
const asSeller = (client: FakeClient) => ({ client, userId: SELLER_ID });

/** Waits until what was told has been gathered. */
const tell = (client: FakeClient, ...events: CallbackEvent[]) =>
  act(async () => {
    for (const event of events) for (const subscriber of client.subscribers) subscriber.send(event);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
const setStatus = (client: FakeClient, status: LiveStatus) =>
  act(async () => {
    for (const subscriber of client.subscribers) subscriber.setStatus(status);
  });
const changed = (id: string) => ({
  type: 'request' as const,
  event_type: 'status_changed',
  callback_request_id: id,
  status: 'acknowledged' as const,
  happened_at: new Date().toISOString(),
});
afterEach(() =>
  act(async () => {
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
  }),
);

describe('what is told', () => {
  test("another's change shows without asking", async () => {
    const client = sellersClient();
    const { until } = await renderHook(
      () => ({ list: useSellerCallbackRequests(), detail: useCallbackRequest(REQUEST_ID) }),
      undefined,
      asSeller(client),
    );
    await setStatus(client, 'connected');
    await until(({ list, detail }) => list.requests.length === 2 && !!detail.request);
    client.server.requests[0] = makeRequest({ id: REQUEST_ID, status: 'cancelled' });
    await tell(client, changed(REQUEST_ID));
    await until(
      ({ list, detail }) =>
        list.requests[0]?.status === 'cancelled' && detail.request?.status === 'cancelled',
    );
  });

  test('a change of one request asks for no other, and many at once ask once', async () => {
    const client = sellersClient();
    const { until } = await renderHook(
      () => ({ list: useSellerCallbackRequests(), detail: useCallbackRequest(idOf(2)) }),
      undefined,
      asSeller(client),
    );
    await setStatus(client, 'connected');
    await until(({ list, detail }) => !list.loading && !!detail.request);
    await tell(client);
    const before = client.calls.length;
    await tell(client, ...Array.from({ length: 5 }, () => changed(REQUEST_ID)));
    expect(client.calls.slice(before).map(({ method }) => method)).toEqual(['listCallbackRequests']);
  });

  test('the unread count shows as it is told, and the list follows', async () => {
    const client = createFakeClient();
    const { until, result } = await renderHook(
      () => ({ unread: useUnreadCallbackNotificationCount(), inbox: useCallbackNotifications() }),
      undefined,
      { client },
    );
    await setStatus(client, 'connected');
    await until(({ inbox, unread }) => !inbox.loading && !unread.loading);
    await tell(client);
    client.server.notifications = [makeNotification({ id: idOf(9) })];
    const before = client.callsOf('getUnreadCount').length;
    await tell(client, { type: 'notifications', unread: 1 });
    expect(result.current.unread.count).toBe(1);
    await until(({ inbox }) => inbox.notifications.length === 1);
    expect(client.callsOf('getUnreadCount')).toHaveLength(before);
  });

  test('what may have been missed is asked for: after a reset, and before the connection stood', async () => {
    const client = sellersClient();
    const { until } = await renderHook(() => useSellerCallbackRequests(), undefined, asSeller(client));
    await until(({ loading }) => !loading);
    for (const happen of [() => setStatus(client, 'connected'), () => tell(client, { type: 'reset' })]) {
      client.server.requests = client.server.requests.slice(1);
      const { length } = client.server.requests;
      await happen();
      await until(({ requests }) => requests.length === length);
    }
  });

  test('an own change that is on its way is not undone', async () => {
    const client = sellersClient();
    const { result, until } = await renderHook(
      () => ({ list: useSellerCallbackRequests(), update: useUpdateCallbackRequestStatus() }),
      undefined,
      asSeller(client),
    );
    await setStatus(client, 'connected');
    await until(({ list }) => list.requests.length === 2);
    await tell(client);
    const release = client.hold('updateCallbackRequestStatus');
    let answer: Promise<unknown> | undefined;
    await act(async () => {
      answer = result.current.update.updateCallbackRequestStatus(REQUEST_ID, { status: 'completed' });
    });
    await tell(client, changed(idOf(2)));
    expect(result.current.list.requests[0]?.status).toBe('completed');
    release();
    await act(async () => answer);
  });
});

describe('the connection', () => {
  test('is one for all, opened by what needs it and left with it', async () => {
    const client = sellersClient();
    const { unmount } = await renderHook(
      () => [useSellerCallbackRequests(), useCallbackRequest(REQUEST_ID), useLiveStatus()],
      undefined,
      asSeller(client),
    );
    expect(client.subscribers.size).toBe(1);
    await unmount();
    await vi.waitFor(() => expect(client.subscribers.size).toBe(0), { timeout: 3_000 });
  });

  test('is held while the page is visible and online', async () => {
    const client = sellersClient();
    const { result } = await renderHook(() => useLiveStatus(), undefined, asSeller(client));
    await setStatus(client, 'connected');
    expect(result.current).toBe('connected');
    await act(async () => focusManager.setFocused(false));
    expect([client.subscribers.size, result.current]).toEqual([0, 'polling']);
    await act(async () => focusManager.setFocused(true));
    expect(client.subscribers.size).toBe(1);
    await act(async () => onlineManager.setOnline(false));
    expect([client.subscribers.size, result.current]).toEqual([0, 'offline']);
  });

  test('is not made for a listing that is only looked at, but for a request that waits', async () => {
    const looking = createFakeClient();
    const first = await renderHook(() => useCanRequestCallback(LISTING_ID, SELLER_ID), undefined, {
      client: looking,
    });
    await first.until(({ loading }) => !loading);
    expect(looking.subscribers.size).toBe(0);
    const waiting = createFakeClient({
      userId: BUYER_ID,
      requests: [makeRequest({ listing_id: LISTING_ID })],
    });
    const second = await renderHook(() => useCanRequestCallback(LISTING_ID, SELLER_ID), undefined, {
      client: waiting,
    });
    await second.until(({ existingRequest }) => existingRequest !== null);
    expect(waiting.subscribers.size).toBe(1);
  });

  test('asking again is rare while it stands and usual while it does not', async () => {
    const client = createFakeClient();
    const { result } = await renderHook(() => usePollMs(), undefined, { client });
    expect(result.current).toBe(15_000);
    await setStatus(client, 'connected');
    expect(result.current).toBe(60_000);
    await setStatus(client, 'offline');
    expect(result.current).toBe(15_000);
  });

  test('is not there with a client that cannot tell', async () => {
    const { subscribe: _none, ...client } = createFakeClient();
    const { result } = await renderHook(() => useLiveStatus(), undefined, { client: client as FakeClient });
    expect(result.current).toBe('polling');
  });
});
