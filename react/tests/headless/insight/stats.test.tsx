/** A person's figures: what they count, and no rate of too few. */
import type { Stats } from '@ringback/client';
import { expect, test } from 'vitest';
import { type CallbackStatsProps, useCallbackStats } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { NO_STATS } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

async function renderStats(as: CallbackStatsProps['as'], changes: Partial<Stats>, locale = 'en-GB') {
  const client = createFakeClient();
  client.getStats = async () => ({ ...NO_STATS, ...changes });
  const hook = await renderHook(() => useCallbackStats({ as }), undefined, { client, locale });
  await hook.until(({ state }) => state.kind === 'items');
  return hook.result.current;
}

test('a seller’s figures, with those that need more requests', async () => {
  const { figures } = await renderStats('seller', {
    as_seller: {
      ...NO_STATS.as_seller,
      ...{ total_received: 1200, answer_rate: 83.3, median_response_minutes: 95 },
    },
  });
  expect(figures).toMatchObject([
    { label: 'Requests received', value: '1,200', isKnown: true, hint: undefined },
    { label: 'Answer rate', value: '83%', isKnown: true },
    { label: 'Contact rate', value: 'Not enough requests yet', isKnown: false },
    { label: 'Usual response time', value: '1.6 h', isKnown: true },
  ]);
  for (const { hint } of figures.slice(1)) expect(hint).not.toBe('');
});

test('a seller’s requests by status', async () => {
  const { split } = await renderStats('seller', {
    as_seller: { ...NO_STATS.as_seller, total_received: 4, pending: 1, completed: 3 },
  });
  expect(split.shares).toMatchObject([
    { status: 'pending', label: 'Waiting', count: '1', percent: '25%', start: 0, share: 25 },
    { status: 'acknowledged', label: 'You’ll call', count: '0', percent: '0%', start: 25, share: 0 },
    { status: 'completed', count: '3', percent: '75%', start: 25, share: 75 },
    { status: 'cancelled', start: 100, share: 0 },
    { status: 'expired', start: 100, share: 0 },
  ]);
});

test('a buyer’s success rate, of what they have sent', async () => {
  const as_requester = { ...NO_STATS.as_requester, total_sent: 6, completed_sent: 4, success_rate: 66.67 };
  const { figures, split } = await renderStats('buyer', { as_requester });
  expect(figures).toMatchObject([
    { label: 'Requests sent', value: '6' },
    { label: 'Success rate', value: '67%', isKnown: true },
  ]);
  expect(split.shares.find(({ status }) => status === 'completed')).toMatchObject({ count: '4', share: 100 });
});

test('a buyer with fewer than five requests has no rate', async () => {
  const { figures, split } = await renderStats('buyer', {
    as_requester: { ...NO_STATS.as_requester, total_sent: 4 },
  });
  expect(figures[1]).toMatchObject({ value: 'Not enough requests yet', isKnown: false });
  expect(split.shares.map(({ share }) => share)).toEqual([0, 0, 0, 0, 0]);
});

test('a failure can be tried again', async () => {
  const client = createFakeClient();
  const allow = client.refuse('getStats', 'network_error');
  const hook = await renderHook(() => useCallbackStats({ as: 'seller' }), undefined, { client });
  await hook.until(({ state }) => state.kind === 'failed');
  allow();
  const { state } = hook.result.current;
  await act(async () => state.kind === 'failed' && state.retry.run());
  await hook.until(({ figures }) => figures.length === 4);
});
