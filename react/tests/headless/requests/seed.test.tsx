/** The requirement's own snippets, as they are written there. That they compile is half of the test. */
import { expect, expectTypeOf, test } from 'vitest';
import {
  type CallbackRequestCardProps,
  useCallbackRequestStats,
  useCanRequestCallback,
  useCreateCallbackRequest,
  useSellerCallbackRequests,
} from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

test('the four hooks', async () => {
  const listingId = LISTING_ID;
  const sellerId = SELLER_ID;
  const { result, until } = await renderHook(() => {
    const { createCallbackRequest, loading, error } = useCreateCallbackRequest();
    const seller = useSellerCallbackRequests({
      status: 'pending',
      limit: 20,
      offset: 0,
    });
    const eligibility = useCanRequestCallback(listingId, sellerId);
    const stats = useCallbackRequestStats();
    const create = () =>
      createCallbackRequest({
        seller_id: SELLER_ID,
        listing_id: LISTING_ID,
        requester_phone: '+1234567890',
        requester_name: 'John Doe',
        message: 'Interested in this item',
        callback_reason: 'general_inquiry',
        preferred_time: 'evening',
        preferred_days: ['Monday', 'Tuesday'],
        priority: 'normal',
      });
    return { create, loading, error, seller, eligibility, stats };
  }, undefined);

  expect(Object.keys(result.first.seller).sort()).toEqual([
    'error',
    'hasMore',
    'loadMore',
    'loading',
    'refresh',
    'refreshing',
    'requests',
  ]);
  expect(Object.keys(result.first.eligibility).sort()).toEqual([
    'canRequest',
    'error',
    'existingRequest',
    'loading',
  ]);
  expect(Object.keys(result.first.stats).sort()).toEqual(['error', 'loading', 'refresh', 'stats']);
  await until(({ eligibility }) => eligibility.canRequest);
  await act(() => result.current.create());
  await until(({ eligibility }) => eligibility.existingRequest?.requester_name === 'John Doe');
  expect(result.current).toMatchObject({ loading: false, error: null });
});

test('the rates and counts that it names are there', async () => {
  const { result, until } = await renderHook(() => useCallbackRequestStats(), undefined, {
    client: createFakeClient(),
  });
  await until(({ stats }) => stats !== null);
  expect(Object.keys(result.current.stats?.as_seller ?? {})).toEqual(
    expect.arrayContaining(['total_received', 'pending', 'acknowledged', 'completed', 'response_rate']),
  );
  expect(Object.keys(result.current.stats?.as_requester ?? {})).toEqual(
    expect.arrayContaining(['total_sent', 'pending_sent', 'completed_sent', 'success_rate']),
  );
});

test('what the list gives fits the card, and refresh fits its onStatusUpdate', () => {
  type List = ReturnType<typeof useSellerCallbackRequests>;
  expectTypeOf<List['requests'][number]>().toExtend<CallbackRequestCardProps['request']>();
  expectTypeOf<List['refresh']>().toExtend<NonNullable<CallbackRequestCardProps['onStatusUpdate']>>();
});
