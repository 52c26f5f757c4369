/** How soon a seller usually answers, as everyone is told. */
import { expect, test } from 'vitest';
import { useCallbackResponseTime } from '../../../src/headless/index.ts';
import { responseDuration } from '../../../src/headless/insight/responseTime.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { en } from '../../../src/headless/messages/en.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, SELLER_ID } from '../../support/samples.ts';
import { renderHook } from '../support/renderHook.tsx';

async function renderTime(minutes: number | null, userId: string | undefined = BUYER_ID) {
  const client = createFakeClient();
  client.getResponseTime = async () => ({ usual_response_minutes: minutes, basis: null });
  return renderHook(() => useCallbackResponseTime({ sellerId: SELLER_ID }), undefined, { client, userId });
}

test('is a sentence, and in minutes for views of one’s own', async () => {
  const hook = await renderTime(95);
  await hook.until(({ text }) => text !== undefined);
  expect(hook.result.current).toEqual({ text: 'Usually answers within 2 hours', minutes: 95 });
});

test('says nothing while too little is known', async () => {
  const hook = await renderTime(null);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(hook.result.current).toEqual({ text: undefined, minutes: undefined });
});

test.each([
  [0, '1 minute'],
  [12.1, '13 minutes'],
  [59, '59 minutes'],
  [59.5, '1 hour'],
  [61, '2 hours'],
  [1379, '23 hours'],
  [1381, '1 day'],
  [1441, '2 days'],
])('%d minutes are rounded up to %s', (minutes, text) => {
  expect(responseDuration(minutes, en.responseTime)).toBe(text);
});

test('is in the reader’s language', () => {
  expect(de.responseTime.usual(responseDuration(2881, de.responseTime))).toBe(
    'Antwortet meist innerhalb von 3 Tagen',
  );
});
