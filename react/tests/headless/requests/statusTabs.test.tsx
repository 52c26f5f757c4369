/** The tabs that filter requests by status, with their counts. */
import { expect, test, vi } from 'vitest';
import { useStatusTabs } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { renderHook } from '../support/renderHook.tsx';

const requests = [
  makeRequest({ id: idOf(1) }),
  makeRequest({ id: idOf(2), status: 'completed' }),
  makeRequest({ id: idOf(3), status: 'completed' }),
];

test.each([
  ['seller', SELLER_ID, 'You’ll call'],
  ['buyer', BUYER_ID, 'Seller will call'],
] as const)('a %s’s requests are counted', async (as, userId, acknowledged) => {
  const client = createFakeClient({ requests, userId });
  const choose = vi.fn();
  const hook = await renderHook(() => useStatusTabs(as, 'pending', choose), undefined, { client });
  expect(hook.result.first.tabs[0]).toEqual({ value: 'all', label: 'All', count: undefined });
  await hook.until(({ tabs }) => tabs[0]?.count !== undefined);
  const { label, value, tabs } = hook.result.current;
  expect({ label, value }).toEqual({ label: 'Status', value: 'pending' });
  expect(tabs.map(({ label, count }) => `${label} ${count}`)).toEqual([
    ...['All 3', 'Waiting 1', `${acknowledged} 0`, 'Completed 2', 'Closed 0', 'Expired 0'],
  ]);
  hook.result.current.choose('completed');
  expect(choose).toHaveBeenCalledWith('completed');
});

test('the other side’s requests are not counted', async () => {
  const client = createFakeClient({ requests, userId: SELLER_ID });
  const hook = await renderHook(() => useStatusTabs('buyer', 'all', () => {}), undefined, { client });
  await hook.until(({ tabs }) => tabs[0]?.count === '0');
});
