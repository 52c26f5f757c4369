/** The rules about phone numbers could not be loaded: the form works, and the server judges the number. */
import { expect, test, vi } from 'vitest';
import { createdIn, formOf, openListing, submit, type } from '../support/renderButton.tsx';
import { act, type RenderOptions } from '../support/renderHook.tsx';

vi.mock('../../../src/headless/requests/form/phoneRules.ts', () => {
  const state = { module: undefined, hasFailed: true };
  return {
    // The first is what every test of hooks awaits before it starts.
    loadPhoneRules: vi
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockRejectedValue(new TypeError('Failed to fetch')),
    usePhoneRules: () => state,
  };
});

async function openWithoutRules(options: RenderOptions = {}) {
  const button = await openListing({ profile: { name: 'Ama Mensah' }, ...options });
  await button.until(({ state }) => state === 'available');
  await act(async () => button.result.current.press());
  await button.until(({ form }) => form !== undefined);
  return button;
}

test('a number is sent as it was typed, with its country', async () => {
  const button = await openWithoutRules();
  await type(button, 'phone', '(020) 7946 0018');
  await submit(button);
  await button.until(({ dialog }) => dialog === 'request');
  expect(createdIn(button.client)).toMatchObject([
    { requester_phone: '(020) 7946 0018', phone_region: 'GB' },
  ]);
});

test('an empty one is not sent, and what the server refuses stands at the field', async () => {
  const button = await openWithoutRules({ profile: { name: 'Ama' } });
  await submit(button);
  await button.until(({ form }) => form?.errors.phone === 'Enter your phone number.');
  button.client.refuse('createCallbackRequest', 'invalid_phone', { field: 'requester_phone' });
  await type(button, 'phone', '12');
  await submit(button);
  await button.until(({ form }) => form?.errors.phone?.includes('valid phone number') === true);
  expect(formOf(button).error).toBeUndefined();
});
