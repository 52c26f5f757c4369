/** Parts that are loaded when they are needed. */
import { expect, test, vi } from 'vitest';
import { createLazyPart, type PartState, useLazyPart } from '../../../src/headless/platform/lazyPart.ts';
import { act, renderHook } from '../support/renderHook.tsx';

test('is loaded once, when it is first wanted', async () => {
  const importModule = vi.fn(async () => ({ answer: 42 }));
  const part = createLazyPart(importModule);
  const wantPart = (isWanted: boolean) => useLazyPart(part, isWanted);
  const hook = await renderHook<PartState<{ answer: number }>, boolean>(wantPart, false);
  expect(importModule).not.toHaveBeenCalled();
  await hook.rerender(true);
  await hook.until(({ module }) => module?.answer === 42);
  await part.load();
  expect(importModule).toHaveBeenCalledOnce();
});

test('is there at once when it was loaded before', async () => {
  const part = createLazyPart(async () => ({ answer: 42 }));
  await part.load();
  const { result } = await renderHook(() => useLazyPart(part, true), undefined);
  expect(result.first.module).toEqual({ answer: 42 });
});

test('a failed load is told, and can be tried again', async () => {
  const importModule = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const part = createLazyPart<{ answer: number }>(importModule.mockResolvedValue({ answer: 42 }));
  const hook = await renderHook(() => useLazyPart(part, true), undefined);
  await hook.until(({ hasFailed }) => hasFailed);
  await act(() => part.load());
  expect(hook.result.current).toEqual({ module: { answer: 42 }, hasFailed: false });
});
