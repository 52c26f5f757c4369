/**
 * On an engine like React Native's Hermes: without much of Intl, without localStorage, without
 * navigator.language.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { formOf, optionsOf, renderButton, summaryOf } from '../support/renderButton.tsx';
import { act } from '../support/renderHook.tsx';

const PROPS = {
  listingId: LISTING_ID,
  sellerId: SELLER_ID,
  sellerName: 'Kofi',
  sellerHasPhone: true,
  listingTitle: 'Bicycle',
};
/** The host tells nothing: what there is of the engine has to do. */
const PLAIN = { locale: undefined, timeZone: undefined, storage: undefined };

beforeEach(() => {
  const { DateTimeFormat, NumberFormat, Collator } = Intl;
  vi.stubGlobal('Intl', { DateTimeFormat, NumberFormat, Collator });
  vi.stubGlobal('navigator', { product: 'ReactNative' });
  vi.stubGlobal('localStorage', undefined);
});
afterEach(() => vi.unstubAllGlobals());

test('a buyer requests a callback and reads about it', async () => {
  const button = await renderButton(PROPS, PLAIN);
  const { result, client, until } = button;
  await until(({ state }) => state === 'available');
  await act(async () => result.current.press());
  await until(({ form }) => form !== undefined && optionsOf(form, 'region').length > 200);
  await act(async () => formOf(button).set('phone', '+44 20 7946 0018'));
  await act(async () => formOf(button).set('name', 'Ama'));
  await act(async () => formOf(button).submit());
  await until(({ dialog }) => dialog === 'request');
  expect(client.server.requests).toHaveLength(1);
  expect(summaryOf(button).steps[0]?.at).toMatch(/^today at /);
});

test('preferred times are converted all the same', async () => {
  const request = makeRequest({
    preferred_time: 'evening',
    preferred_days: ['Monday'],
    time_zone: 'Asia/Tokyo',
  });
  const client = createFakeClient({ requests: [request] });
  const button = await renderButton(PROPS, { ...PLAIN, client, timeZone: 'UTC' });
  await button.until(({ state }) => state === 'requested');
  await act(async () => button.result.current.press());
  const times = summaryOf(button).details.find(({ label }) => label === 'Preferred times');
  expect(times?.text).toContain('Monday, 8:00 AM–12:00 PM your time');
});
