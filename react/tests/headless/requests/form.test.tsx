/** The form behind the button, as a buyer fills it in, and what is kept of it. */
import { onlineManager } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, idOf, LISTING, LISTING_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';
import {
  comeBack,
  createdIn,
  fieldOf,
  formOf,
  openForm,
  optionsOf,
  PROPS,
  submit,
  summaryOf,
  toggle,
  type,
} from '../support/renderButton.tsx';
import { act } from '../support/renderHook.tsx';

afterEach(() => onlineManager.setOnline(true));

describe('asking for a call', () => {
  test("opens filled in, the number in the reader's own way of writing it, the own country first", async () => {
    const button = await openForm();
    await button.until(({ form }) => form?.values.phone === '020 7946 0018');
    expect(button.result.current.title).toBe('Request a callback from Kofi Boateng');
    expect(formOf(button).values).toMatchObject({
      name: 'Ama Mensah',
      region: 'GB',
      time: 'anytime',
      days: [],
    });
    expect(optionsOf(formOf(button), 'region')[0]).toMatchObject({
      value: 'GB',
      label: expect.stringContaining('+44'),
    });
    expect(fieldOf(formOf(button), 'time').hint).toContain('United Kingdom Time');
  });

  test('urgent requests that need a verified account cannot be chosen, and the reason stands there', async () => {
    const client = createFakeClient({ listing: { ...LISTING, urgent_needs_trust: true } });
    const button = await openForm({ client });
    await button.until(({ form }) => fieldOf(form as never, 'priority').hint !== undefined);
    const { hint } = fieldOf(formOf(button), 'priority');
    expect(hint).toBe('Urgent requests are for verified buyers only here.');
    const [urgent] = optionsOf(formOf(button), 'priority').filter(({ value }) => value === 'urgent');
    expect(urgent).toMatchObject({ isDisabled: true });
  });

  test('a buyer at the day’s limit may ask for a review, which stands there before anything is sent', async () => {
    const listing = { ...LISTING, limit: 'requests_per_user_per_day', can_ask_for_review: true };
    const client = createFakeClient({ obstacle: 'rate_limited', listing });
    const button = await openForm({ client });
    const reached = 'You’ve reached today’s limit for callback requests. Try again tomorrow.';
    expect(button.result.current.note).toBe(reached);
    await button.until(({ form }) => form?.askForReview !== undefined);
    expect(formOf(button).error).toBe(reached);
    await act(async () => formOf(button).askForReview?.run());
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)).toMatchObject([{ asks_for_review: true }]);
  });

  test('sends what was typed, shows the request and says so', async () => {
    const onNotify = vi.fn();
    const onRequested = vi.fn();
    const button = await openForm({ onNotify }, { onRequested });
    await type(button, 'message', ' Is it still there? ');
    await toggle(button, 'days', 'Tuesday');
    await toggle(button, 'days', 'Monday');
    await act(async () => formOf(button).set('time', 'evening'));
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)).toMatchObject([
      {
        listing_id: LISTING_ID,
        seller_id: SELLER_ID,
        requester_phone: '020 7946 0018',
        phone_region: 'GB',
        requester_name: 'Ama Mensah',
        message: 'Is it still there?',
        callback_reason: null,
        preferred_days: ['Monday', 'Tuesday'],
        preferred_time: 'evening',
        time_zone: 'Europe/London',
        priority: 'normal',
      },
    ]);
    const { state, label, note, announcement } = button.result.current;
    expect({ state, label, note }).toEqual({
      state: 'requested',
      label: 'Callback requested',
      note: 'The seller will call you.',
    });
    expect(summaryOf(button).status.label).toBe('Waiting');
    expect(announcement).toEqual({ tone: 'success', message: expect.stringContaining('Kofi Boateng') });
    expect(onNotify, 'the dialog shows it').not.toHaveBeenCalled();
    expect(onRequested).toHaveBeenCalledOnce();
  });

  test('a language of many countries chooses none, and a number with its country is sent', async () => {
    const button = await openForm({ locale: 'es-419', profile: { name: 'Ama Mensah' } });
    expect(formOf(button).values.region).toBe('');
    expect(optionsOf(formOf(button), 'region')[0]).toMatchObject({ value: '', label: 'Choose a country' });
    await type(button, 'phone', '+52 55 1234 5678');
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)[0]).toMatchObject({
      requester_phone: '+52 55 1234 5678',
      phone_region: 'MX',
    });
  });

  test('a number with its calling code brings its country along; one in national form changes none', async () => {
    const button = await openForm();
    await button.until(({ form }) => form?.values.phone === '020 7946 0018');
    await type(button, 'phone', '+33 1 70 18 99');
    expect(formOf(button).values.region).toBe('GB');
    await type(button, 'phone', '+33 1 70 18 99 00');
    expect(formOf(button).values.region).toBe('FR');
    await type(button, 'phone', '01 70 18 99 01');
    expect(formOf(button).values.region).toBe('FR');
  });

  test('a double tap sends once', async () => {
    const button = await openForm();
    const release = button.client.hold('createCallbackRequest');
    const { submit: tap } = formOf(button);
    await act(async () => {
      tap();
      tap();
    });
    await button.until(({ form }) => form?.isSubmitting === true);
    await submit(button);
    expect(formOf(button).submitLabel).toBe('Sending…');
    await act(async () => release());
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)).toHaveLength(1);
    expect(button.client.server.requests).toHaveLength(1);
  });

  test('says at each field what is wrong, and leads to the first', async () => {
    const button = await openForm({ profile: {} });
    await type(button, 'message', 'x'.repeat(1001));
    await submit(button);
    await button.until(({ form }) => form?.focus !== undefined);
    const { errors, focus } = formOf(button);
    expect(errors).toEqual({
      phone: 'Enter your phone number.',
      name: 'Enter your name.',
      message: 'Use at most 1000 characters.',
    });
    expect(focus).toEqual({ field: 'phone' });
    expect(fieldOf(formOf(button), 'message').hint).toBe('1 character too many');
    expect(createdIn(button.client)).toEqual([]);
    await type(button, 'name', 'Ama');
    expect(formOf(button).errors.name).toBeUndefined();
  });

  test.each([
    [
      '+44 1 1111 11111',
      'This doesn’t look like a valid phone number. Check the digits or change the country.',
    ],
    ['12345', 'This phone number is too short. Check the digits.'],
    [
      '020 7946 0018 ext. 5',
      'Numbers with an extension can’t be called back. Enter a number that rings directly.',
    ],
    [
      '1 213 373 4253',
      'This looks like a number from another country. Start it with + or choose that country.',
    ],
    ['+44 909 8790000', 'We can’t call premium or special numbers. Use a mobile or landline number.'],
  ])('the phone rules refuse %s', async (phone, sentence) => {
    const button = await openForm();
    await type(button, 'phone', phone);
    await submit(button);
    await button.until(({ form }) => form?.errors.phone === sentence);
  });

  test.each([
    [
      'phone_not_allowed',
      { field: 'requester_phone' },
      { phone: expect.stringContaining('premium or special numbers') },
      undefined,
    ],
    [
      'invalid_input',
      { field: 'requester_name' },
      { name: expect.stringContaining('can’t accept this') },
      undefined,
    ],
    ['rate_limited', { limit: 'requests_per_user_per_day' }, {}, expect.stringContaining('tomorrow')],
    ['overloaded', {}, {}, 'We’re busy right now. Try again in a moment.'],
  ] as const)(
    'what the server refuses with %s is told where it belongs',
    async (code, details, errors, error) => {
      const button = await openForm();
      button.client.refuse('createCallbackRequest', code, details);
      await submit(button);
      await button.until(({ form }) => (form?.error ?? form?.focus) !== undefined);
      expect(formOf(button)).toMatchObject({ errors, error });
      expect(button.result.current.dialog).toBe('form');
    },
  );

  test('a second attempt leads to the first request', async () => {
    const button = await openForm();
    button.client.server.requests = [makeRequest({ id: idOf(7) })];
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(button.result.current.request?.id).toBe(idOf(7));
    expect(button.result.current.announcement).toEqual({
      tone: 'info',
      message: expect.stringContaining('already'),
    });
  });

  test('offline it says so and keeps nothing waiting to be sent', async () => {
    const button = await openForm();
    await act(async () => onlineManager.setOnline(false));
    expect(formOf(button).offlineNote).toContain('offline');
    await submit(button);
    expect(formOf(button).error).toBeUndefined();
    await act(async () => onlineManager.setOnline(true));
    expect(createdIn(button.client)).toEqual([]);
    expect(formOf(button)).toMatchObject({ offlineNote: undefined, error: undefined });
  });
});

describe('consent', () => {
  const text = { version: 3, locale: 'en', text: 'I agree to be called.', is_required: true };
  const given = { version: 3, locale: 'en', source: 'native' }; // no document here

  test('is shown, and the request names the text', async () => {
    const client = createFakeClient();
    client.getConsent = async () => text;
    const button = await openForm({ client });
    await button.until(({ form }) => form?.consent === text.text);
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)).toMatchObject([{ consent: given }]);
  });

  test('that could not be read is asked for once the request needs it', async () => {
    const client = createFakeClient();
    client.refuse('getConsent', 'network_error');
    const button = await openForm({ client });
    const answerAgain = client.refuse('createCallbackRequest', 'invalid_input', { field: 'consent' });
    await submit(button);
    await button.until(({ form }) => form?.error?.startsWith('No connection.') ?? false);
    client.getConsent = async () => text;
    await submit(button);
    await button.until(({ form }) => form?.error === 'Read the text above the button, then send.');
    expect(formOf(button).consent).toBe(text.text);
    answerAgain();
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(client).at(-1)).toMatchObject({ consent: given });
  });

  test('that could not be read keeps no request from being sent where it is not required', async () => {
    const client = createFakeClient();
    client.refuse('getConsent', 'network_error');
    const button = await openForm({ client });
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)[0]).not.toHaveProperty('consent');
  });
});

test('offline, what was wrong before gives way to that', async () => {
  const button = await openForm();
  button.client.refuse('createCallbackRequest', 'overloaded');
  await submit(button);
  await button.until(({ form }) => form?.error !== undefined);
  await act(async () => onlineManager.setOnline(false));
  await submit(button);
  expect(formOf(button).error).toBeUndefined();
  expect(formOf(button).offlineNote).toContain('offline');
});

describe('the draft', () => {
  test('survives a closed dialog', async () => {
    const button = await openForm();
    await type(button, 'phone', '020 7946 0999');
    await act(async () => button.result.current.close());
    await act(async () => button.result.current.press());
    expect(formOf(button).values.phone).toBe('020 7946 0999');
  });

  test('holds what was typed and nothing else, so that what becomes known later fills the other fields', async () => {
    const storage = createMemoryStorage();
    const button = await openForm({ storage });
    await type(button, 'message', 'Half');
    const stored = storage.getItem(`ringback:draft:${BUYER_ID}:${LISTING_ID}`);
    expect(JSON.parse(String(await stored)).value).toEqual({ message: 'Half' });
  });

  test('that came from storage is kept with what is typed after it', async () => {
    const storage = createMemoryStorage();
    const first = await openForm({ storage });
    await type(first, 'message', 'Half a sent');
    await first.unmount();
    const second = await openForm({ storage });
    await second.until(({ form }) => form?.values.message === 'Half a sent');
    await act(async () => formOf(second).set('time', 'evening'));
    await second.unmount();
    const third = await openForm({ storage });
    await third.until(({ form }) => form?.values.time === 'evening');
    expect(formOf(third).values.message).toBe('Half a sent');
  });

  test('survives a reload, without the number and the name, for this user and listing only', async () => {
    const storage = createMemoryStorage();
    const setItem = vi.spyOn(storage, 'setItem');
    const before = await openForm({ storage });
    await type(before, 'message', 'Half a sent');
    await type(before, 'phone', '020 7946 0999');
    await type(before, 'name', 'Secret Name');
    await before.unmount();
    expect(setItem.mock.calls.join()).not.toMatch(/0999|Secret/);

    const after = await openForm({ storage });
    await after.until(({ form }) => form?.values.message === 'Half a sent');
    expect(formOf(after).values.name).toBe('Ama Mensah');
    const elsewhere = await openForm({ storage }, { listingId: idOf(50) });
    expect(formOf(elsewhere).values.message).toBe('');
    const otherUser = await openForm({ storage, userId: idOf(60) });
    expect(formOf(otherUser).values.message).toBe('');
  });

  test('is forgotten after a day', async () => {
    const storage = createMemoryStorage();
    const day = 24 * 60 * 60 * 1000;
    const value = { message: 'Old' };
    const stored = JSON.stringify({ at: Date.now() - day, value });
    storage.setItem(`ringback:draft:${BUYER_ID}:${LISTING_ID}`, stored);
    const button = await openForm({ storage });
    expect(formOf(button).values.message).toBe('');
  });

  test('is dropped once it is sent', async () => {
    const storage = createMemoryStorage();
    const button = await openForm({ storage });
    await type(button, 'message', 'Sent');
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(storage.getItem(`ringback:draft:${BUYER_ID}:${LISTING_ID}`)).toBeNull();
    button.client.server.requests = [];
    await act(async () => comeBack());
    await button.until(({ state }) => state === 'available');
    await act(async () => button.result.current.press());
    expect(formOf(button).values.message).toBe('');
  });

  test('what is stored cannot break the form', async () => {
    const storage = createMemoryStorage();
    const value = {
      days: ['Monday', 7, 'Noday'],
      time: {},
      priority: 'nuclear',
      message: 5,
      reason: null,
      phone: 'x',
    };
    storage.setItem(`ringback:draft:${BUYER_ID}:${LISTING_ID}`, JSON.stringify({ at: Date.now(), value }));
    const button = await openForm({ storage });
    await button.until(({ form }) => form?.values.days.length === 1);
    expect(formOf(button).values).toMatchObject({
      time: 'anytime',
      priority: 'normal',
      message: '',
    });
  });

  test('does not follow to another listing', async () => {
    const button = await openForm();
    await type(button, 'message', 'About the bicycle');
    await button.rerender({ ...PROPS, listingId: idOf(70) });
    expect(formOf(button).values.message).toBe('');
  });
});
