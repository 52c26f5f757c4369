/** Advice and figures: shown once, and never a rate of too few. */
import { expect, test } from 'vitest';
import {
  createMemoryStorage,
  useCallbackGuidelines,
  useCallbackStatistics,
} from '../../../src/headless/index.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { NO_STATS } from '../../support/samples.ts';
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

test.each([
  ['en', {}, '83%'],
  ['de', de, '83\u00a0%'],
])('percentages are written as in %s', async (locale, messages, value) => {
  const client = createFakeClient();
  client.getStats = async () => ({ ...NO_STATS, as_seller: { ...NO_STATS.as_seller, answer_rate: 83.3 } });
  const { until } = await renderHook(() => useCallbackStatistics(), undefined, {
    client,
    locale,
    messages,
  });
  await until(({ figures }) => figures[0]?.value === value);
});

test('figures say what they count, and nothing where there are too few', async () => {
  const client = createFakeClient();
  const as_seller = { ...NO_STATS.as_seller, answer_rate: 83.3, median_response_minutes: 95 };
  client.getStats = async () => ({ ...NO_STATS, as_seller });
  const { result, until } = await renderHook(() => useCallbackStatistics(), undefined, {
    client,
  });
  await until(({ figures }) => figures.length > 0);
  expect(result.current.figures).toMatchObject([
    { label: 'Answer rate', value: '83%', isKnown: true },
    { label: 'Contact rate', value: 'Not enough requests yet', isKnown: false },
    { label: 'Usual response time', value: '1.6 h', isKnown: true },
  ]);
  for (const { hint } of result.current.figures) expect(hint).not.toBe('');
});
