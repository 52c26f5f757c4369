/** What the form knows of the reader, while the rules of phone numbers are still on their way. */
import * as phoneRules from '@ringback/client/phone';
import { beforeEach, expect, test, vi } from 'vitest';
import { createLazyPart, type LazyPart, useLazyPart } from '../../../src/headless/platform/lazyPart.ts';
import type { PhoneRules } from '../../../src/headless/requests/form/phoneRules.ts';
import { LISTING_ID, SELLER_ID } from '../../support/samples.ts';
import { formOf, renderButton } from '../support/renderButton.tsx';
import { act } from '../support/renderHook.tsx';

/** The rules, which arrive, or do not, when the test says so. */
const rules = vi.hoisted(() => ({ part: {} as LazyPart<PhoneRules> }));
let arrive: (loaded: PhoneRules) => void;
let fail: (error: Error) => void;

vi.mock('../../../src/headless/requests/form/phoneRules.ts', () => ({
  loadPhoneRules: () => rules.part.load?.(),
  usePhoneRules: (isWanted: boolean) => useLazyPart(rules.part, isWanted),
}));

beforeEach(() => {
  const arrival = new Promise<PhoneRules>((resolve, reject) => {
    arrive = resolve;
    fail = reject;
  });
  rules.part = createLazyPart(() => arrival);
});

async function openForm() {
  const props = {
    listingId: LISTING_ID,
    sellerId: SELLER_ID,
    sellerName: 'Kofi',
    sellerHasPhone: true,
  };
  const profile = { name: 'Ama Mensah', phone: '+442079460018' };
  const button = await renderButton({ ...props, listingTitle: 'Bicycle' }, { profile });
  await button.until(({ state }) => state === 'available');
  await act(async () => button.result.current.press());
  return button;
}

test('the number is written once, by the rules, and not into what is being typed', async () => {
  const [idle, typing] = [await openForm(), await openForm()];
  await act(async () => formOf(typing).set('phone', '020 7946 0'));
  expect(formOf(idle).values.phone).toBe('');
  await act(async () => arrive(phoneRules));
  await idle.until(({ form }) => form?.values.phone === '020 7946 0018');
  expect(formOf(typing).values).toMatchObject({ region: 'GB', phone: '020 7946 0' });
});

test('where they cannot be loaded the number stands as it was given', async () => {
  const button = await openForm();
  expect(formOf(button).values).toMatchObject({ name: 'Ama Mensah', phone: '' });
  await act(async () => fail(new TypeError('Failed to fetch')));
  await button.until(({ form }) => form?.values.phone === '+442079460018');
});

test('a form that is sent before they are there is sent with the number', async () => {
  const button = await openForm();
  await act(async () => void formOf(button).submit());
  await act(async () => arrive(phoneRules));
  await button.until(({ dialog }) => dialog === 'request');
  expect(button.client.callsOf('createCallbackRequest')[0]?.[0]).toMatchObject({
    requester_phone: '020 7946 0018',
    phone_region: 'GB',
  });
});
