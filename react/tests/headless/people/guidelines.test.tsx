/** Advice is shown once. */
import { expect, test } from 'vitest';
import { createMemoryStorage, useCallbackGuidelines } from '../../../src/headless/index.ts';
import { renderHook } from '../support/renderHook.tsx';

test('guidelines are open once for each person and side', async () => {
  const storage = createMemoryStorage();
  const render = (as: 'buyer' | 'seller', userId: string) =>
    renderHook(() => useCallbackGuidelines({ as }), undefined, { storage, userId });
  const first = await render('buyer', '1');
  await first.until(({ isOpen }) => isOpen);
  expect(first.result.current.tips.length).toBeGreaterThan(2);
  await first.unmount();
  expect((await render('buyer', '1')).result.current.isOpen).toBe(false);
  await (await render('seller', '1')).until(({ isOpen }) => isOpen);
  await (await render('buyer', '2')).until(({ isOpen }) => isOpen);
});

test('their words are the host’s', async () => {
  const messages = { guidelines: { buyer: ['Be kind.'] } };
  const { result } = await renderHook(() => useCallbackGuidelines({ as: 'buyer' }), undefined, { messages });
  expect(result.current.tips).toEqual(['Be kind.']);
});
