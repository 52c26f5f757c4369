/** A person's figures: what they count, and no rate of too few. */
import type { ResponseTime, Stats } from '@ringback/client';
import { expect, test } from 'vitest';
import { type CallbackStatsProps, useCallbackStats } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { NO_OWN_FIGURES, NO_STATS, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const NO_TIME: ResponseTime = { usual_response_minutes: null, basis: { requests: 0, answered: 0 } };

async function renderStats(as: CallbackStatsProps['as'], changes: Partial<Stats>, time = NO_TIME) {
  const client = createFakeClient({ userId: SELLER_ID });
  client.getStats = async () => ({ ...NO_STATS, ...changes });
  client.getResponseTime = async () => time;
  const options = { client, locale: 'en-GB', userId: SELLER_ID };
  const hook = await renderHook(() => useCallbackStats({ as }), undefined, options);
  await hook.until(({ state }) => state.kind === 'items');
  return hook.result.current;
}

test('a seller’s figures, with those that need more requests', async () => {
  const as_seller = { ...NO_STATS.as_seller, total_received: 1200, answer_rate: 83.3 };
  const { figures } = await renderStats('seller', { as_seller });
  expect(figures).toMatchObject([
    { label: 'Requests received', value: '1,200', isKnown: true, hint: undefined },
    { label: 'Answer rate', value: '83%', isKnown: true },
    { label: 'Contact rate', value: 'Not enough requests yet', isKnown: false },
    { label: 'Usual response time', value: 'Not enough requests yet', isKnown: false },
  ]);
  for (const { hint } of figures.slice(1)) expect(hint).not.toBe('');
});

test.each<[string, ResponseTime, { value: string; isKnown: boolean; hint: string[] }]>([
  [
    'is what buyers see, with what it is made of',
    { usual_response_minutes: 95, basis: { requests: 14, answered: 12 } },
    { value: '2 hours', isKnown: true, hint: ['Three out of four', 'From 14 requests', 'no answer: 2'] },
  ],
  [
    'is not shown while too many got no answer',
    { usual_response_minutes: null, basis: { requests: 14, answered: 6 } },
    { value: 'Not shown to buyers', isKnown: false, hint: ['fewer than three out of four', 'no answer: 8'] },
  ],
  [
    'needs five requests',
    { usual_response_minutes: null, basis: { requests: 4, answered: 4 } },
    { value: 'Not enough requests yet', isKnown: false, hint: ['So far: 4.'] },
  ],
])('a seller’s usual response time %s', async (_what, time, { hint, ...shown }) => {
  const { figures } = await renderStats('seller', {}, time);
  expect(figures[3]).toMatchObject({ label: 'Usual response time', ...shown });
  for (const part of hint) expect(figures[3]?.hint).toContain(part);
});

test('a seller’s last 30 days, each beside the 30 before; a buyer has none', async () => {
  const client = createFakeClient({ userId: SELLER_ID });
  client.getOwnFigures = async () => ({
    ...NO_OWN_FIGURES,
    figures: {
      ...NO_OWN_FIGURES.figures,
      ...{ received: 1240, answer_rate: 83.3, completion_rate: 71, median_response_seconds: 5400 },
    },
    before: {
      ...NO_OWN_FIGURES.before,
      figures: { ...NO_OWN_FIGURES.before.figures, received: 900, answer_rate: 78.2 },
    },
  });
  const options = { client, locale: 'en-GB', userId: SELLER_ID };
  const seller = await renderHook(() => useCallbackStats({ as: 'seller' }), undefined, options);
  await seller.until(({ recent }) => recent !== undefined);
  expect(seller.result.current.recent).toMatchObject({
    title: 'Last 30 days',
    figures: [
      { label: 'Received', value: '1,240', hint: 'In the 30 days before: 900' },
      { label: 'Answered', value: '83%', hint: 'In the 30 days before: 78%' },
      { value: 'Not enough requests yet', isKnown: false, hint: 'No figure for the 30 days before' },
      { label: 'Completed after you accepted', value: '71%' },
      { label: 'Median response time', value: '2 hours', hint: 'No figure for the 30 days before' },
    ],
  });
  const buyer = await renderHook(() => useCallbackStats({ as: 'buyer' }), undefined, options);
  await buyer.until(({ state }) => state.kind === 'items');
  expect(buyer.result.current.recent).toBeUndefined();
});

test('a server without figures of the last days leaves the others as they are', async () => {
  const client = createFakeClient({ userId: SELLER_ID });
  client.refuse('getOwnFigures', 'not_found');
  const options = { client, locale: 'en-GB', userId: SELLER_ID };
  const hook = await renderHook(() => useCallbackStats({ as: 'seller' }), undefined, options);
  await hook.until(({ state }) => state.kind === 'items');
  expect(hook.result.current.recent).toBeUndefined();
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
