/** What a list shows in each state of its hook. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { type LoadedList, useListState } from '../../../src/headless/index.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const LIST: LoadedList = {
  ...{ loading: false, error: null, count: 0, hasMore: false },
  refresh: async () => {},
  loadMore: async () => {},
};
const OFFLINE = new CallbackError('network_error', 'No connection.');
const MESSAGE = 'No connection. Check your network and try again.';

const stateOf = async (list: Partial<LoadedList>) => {
  const { result } = await renderHook(() => useListState({ ...LIST, ...list }, 'Nothing yet.'), undefined);
  return result;
};

test.each([
  [{ loading: true }, { kind: 'loading', label: 'Loading…' }],
  [{}, { kind: 'empty', text: 'Nothing yet.' }],
  [{ error: OFFLINE }, { kind: 'failed', message: MESSAGE, retry: { label: 'Try again' } }],
  [{ count: 3 }, { kind: 'items', more: undefined, notice: undefined }],
  [
    { count: 3, hasMore: true },
    { kind: 'items', more: { label: 'Show more', isBusy: false } },
  ],
])('%o', async (list, state) => {
  expect((await stateOf(list)).current).toMatchObject(state);
});

test('an error leaves the items that are there already', async () => {
  expect((await stateOf({ count: 3, error: OFFLINE })).current).toMatchObject({
    kind: 'items',
    notice: MESSAGE,
  });
});

test('more is asked for once at a time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const loadMore = vi.fn(() => promise);
  const result = await stateOf({ count: 3, hasMore: true, loadMore });
  const more = () => ('more' in result.current ? result.current.more : undefined);
  await act(async () => more()?.run());
  expect(more()?.isBusy).toBe(true);
  await act(async () => more()?.run());
  expect(loadMore).toHaveBeenCalledTimes(1);
  await act(async () => resolve());
  expect(more()?.isBusy).toBe(false);
});

test('a retry that fails can be tried again', async () => {
  const refresh = vi.fn(() => Promise.reject(OFFLINE));
  const result = await stateOf({ error: OFFLINE, refresh });
  const retry = () => ('retry' in result.current ? result.current.retry : undefined);
  await act(async () => retry()?.run());
  expect(retry()?.isBusy).toBe(false);
  await act(async () => retry()?.run());
  expect(refresh).toHaveBeenCalledTimes(2);
});
