/** The button on a listing and the form behind it, as a buyer goes through them. */
import { focusManager, onlineManager } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CallbackRequestButtonProps, createMemoryStorage } from '../../src/headless/index.ts';
import { createFakeClient, type FakeClient } from '../support/fakeClient.ts';
import { BUYER_ID, idOf, LISTING_ID, makeRequest, SELLER_ID } from '../support/samples.ts';
import { type Button, formOf, renderButton, summaryOf } from './support/renderButton.tsx';
import { act, type RenderOptions } from './support/renderHook.tsx';

const PROPS: CallbackRequestButtonProps = {
  listingId: LISTING_ID,
  sellerId: SELLER_ID,
  sellerName: 'Kofi Boateng',
  sellerPhone: '+233241234567',
  listingTitle: 'Bicycle',
};
const PROFILE = { name: 'Ama Mensah', phone: '+442079460018' };

const openListing = (options: RenderOptions = {}, props: Partial<CallbackRequestButtonProps> = {}) =>
  renderButton({ ...PROPS, ...props }, options);

/** The form, open, with what is known of the buyer. */
async function openForm(options: RenderOptions = {}, props: Partial<CallbackRequestButtonProps> = {}) {
  const button = await openListing({ profile: PROFILE, ...options }, props);
  await button.until(({ state }) => state === 'available');
  await act(async () => button.result.current.press());
  await button.until(({ form }) => form !== undefined && form.countries.length > 1);
  return button;
}

const type = (button: Button, field: 'phone' | 'name' | 'message', value: string) =>
  act(async () => formOf(button).set(field, value));
const submit = (button: Button) => act(async () => formOf(button).submit());
const createdIn = (client: FakeClient) => client.callsOf('createCallbackRequest').map(([input]) => input);

/** The reader returns to the page: what is open is asked for again. */
function comeBack() {
  focusManager.setFocused(false);
  focusManager.setFocused(true);
}

afterEach(() => onlineManager.setOnline(true));

describe('the state', () => {
  test.each([
    ['without a seller phone', {}, { sellerPhone: null }],
    ['with a blank one', {}, { sellerPhone: '  ' }],
    ['on an own listing', { userId: SELLER_ID }, {}],
  ])('hidden %s, and nothing is asked', async (_when, options, props) => {
    const { result, client } = await openListing(options, props);
    expect(result.current.state).toBe('hidden');
    expect(client.calls).toEqual([]);
  });

  test('hidden on what the server knows to be an own listing', async () => {
    const client = createFakeClient({ obstacle: 'own_listing' });
    const { until } = await openListing({ client });
    await until(({ state }) => state === 'hidden');
  });

  test('looks the same while eligibility is asked as when it is there', async () => {
    const { result, until } = await openListing();
    expect(result.first).toMatchObject({
      state: 'checking',
      label: 'Call me back',
      note: undefined,
      dialog: 'closed',
    });
    await until(({ state }) => state === 'available');
    expect(result.current).toMatchObject({ label: 'Call me back', note: undefined });
  });

  test('says why not', async () => {
    const client = createFakeClient({ obstacle: 'listing_unavailable' });
    const { result, until } = await openListing({ client });
    await until(({ state }) => state === 'unavailable');
    expect(result.current.note).toBe('This listing is no longer available.');
    await act(async () => result.current.press());
    expect(result.current.dialog).toBe('closed');
  });

  test('asks the host to sign in', async () => {
    const client = createFakeClient();
    client.refuse('getEligibility', 'unauthenticated');
    const onSignIn = vi.fn();
    const { result, until } = await openListing({ client, onSignIn });
    await until(({ state }) => state === 'signed_out');
    await act(async () => result.current.press());
    expect(onSignIn).toHaveBeenCalledOnce();
  });

  test('tries again after a failure', async () => {
    const client = createFakeClient();
    const heal = client.refuse('getEligibility', 'network_error');
    const { result, until } = await openListing({ client });
    await until(({ state }) => state === 'failed');
    expect(result.current).toMatchObject({
      label: 'Try again',
      note: expect.stringContaining('No connection'),
    });
    heal();
    await act(async () => result.current.press());
    await until(({ state }) => state === 'available');
  });
});

describe('asking for a call', () => {
  test("opens filled in, the number in the reader's own way of writing it, the own country first", async () => {
    const button = await openForm();
    await button.until(({ form }) => form?.values.phone === '020 7946 0018');
    expect(button.result.current.title).toBe('Ask Kofi Boateng to call you');
    expect(formOf(button).values).toMatchObject({
      name: 'Ama Mensah',
      region: 'GB',
      time: 'anytime',
      days: [],
    });
    expect(formOf(button).countries[0]).toMatchObject({
      value: 'GB',
      label: expect.stringContaining('+44'),
    });
    expect(formOf(button).zoneNote).toContain('United Kingdom Time');
  });

  test('sends what was typed, shows the request and says so', async () => {
    const onNotify = vi.fn();
    const onRequested = vi.fn();
    const button = await openForm({ onNotify }, { onRequested });
    await type(button, 'message', ' Is it still there? ');
    await act(async () => formOf(button).toggleDay('Tuesday'));
    await act(async () => formOf(button).toggleDay('Monday'));
    await act(async () => formOf(button).set('time', 'evening'));
    await submit(button);
    await button.until(({ dialog }) => dialog === 'request');
    expect(createdIn(button.client)).toEqual([
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
      label: 'Call requested',
      note: 'The seller has been told and will call you.',
    });
    expect(summaryOf(button).status.label).toBe('Waiting');
    expect(announcement).toEqual({ tone: 'success', message: expect.stringContaining('Kofi Boateng') });
    expect(onNotify).toHaveBeenCalledWith(announcement);
    expect(onRequested).toHaveBeenCalledOnce();
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
    const { errors, focus, messageLeft, counter } = formOf(button);
    expect(errors).toEqual({
      phone: 'Enter the number to call.',
      name: 'Enter your name.',
      message: 'Use at most 1000 characters.',
    });
    expect(focus).toEqual({ field: 'phone' });
    expect({ messageLeft, counter }).toEqual({ messageLeft: -1, counter: '1 character too many' });
    expect(createdIn(button.client)).toEqual([]);
    await type(button, 'name', 'Ama');
    expect(formOf(button).errors.name).toBeUndefined();
  });

  test.each([
    ['12345', 'This number does not exist. Check the country and the digits.'],
    [
      '+44 909 8790000',
      'Calls to numbers of this kind are not possible. Give an ordinary mobile or landline number.',
    ],
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
      { phone: expect.stringContaining('of this kind') },
      undefined,
    ],
    [
      'invalid_input',
      { field: 'requester_name' },
      { name: expect.stringContaining('not accepted') },
      undefined,
    ],
    ['rate_limited', { limit: 'requests_per_user_per_day' }, {}, expect.stringContaining('tomorrow')],
    ['overloaded', {}, {}, 'The service is busy. Try again in a moment.'],
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
    expect(formOf(button).error).toContain('offline');
    await act(async () => onlineManager.setOnline(true));
    expect(createdIn(button.client)).toEqual([]);
    expect(formOf(button).offlineNote).toBeUndefined();
  });
});

describe('the draft', () => {
  test('survives a closed dialog', async () => {
    const button = await openForm();
    await type(button, 'phone', '020 7946 0999');
    await act(async () => button.result.current.close());
    await act(async () => button.result.current.press());
    expect(formOf(button).values.phone).toBe('020 7946 0999');
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
    const somebodyElse = await openForm({ storage, userId: idOf(60) });
    expect(formOf(somebodyElse).values.message).toBe('');
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

describe('following the request', () => {
  const withRequest = async (changes = {}) => {
    const client = createFakeClient({ requests: [makeRequest(changes)] });
    const onNotify = vi.fn();
    const button = await openListing({ client, onNotify });
    await button.until(({ state }) => state === 'requested');
    await act(async () => button.result.current.press());
    return { ...button, onNotify };
  };

  test('tells what the seller has done meanwhile', async () => {
    const button = await withRequest();
    button.client.server.requests = [
      makeRequest({ status: 'acknowledged', acknowledged_at: new Date().toISOString() }),
    ];
    await act(async () => comeBack());
    await button.until(({ summary }) => summary?.state === 'acknowledged');
    expect(button.result.current.announcement).toEqual({
      tone: 'info',
      message: 'The seller has seen your request and will call you.',
    });
  });

  test('withdraws after asking', async () => {
    const button = await withRequest();
    const withdrawal = () => summaryOf(button).withdrawal;
    expect(withdrawal()).toMatchObject({ isAsked: false, label: 'Withdraw request' });
    await act(async () => withdrawal()?.ask());
    expect(withdrawal()).toMatchObject({ isAsked: true, label: 'Yes, withdraw' });
    await act(async () => withdrawal()?.run());
    await button.until(({ summary }) => summary?.state === 'cancelled');
    expect(summaryOf(button)).toMatchObject({
      withdrawal: undefined,
      correction: undefined,
      announcement: { tone: 'success', message: 'Your request is withdrawn.' },
    });
    expect(button.onNotify).toHaveBeenCalledOnce();
  });

  test('a refused withdrawal is taken back and told', async () => {
    const button = await withRequest();
    button.client.refuse('updateCallbackRequestStatus', 'invalid_transition');
    await act(async () => summaryOf(button).withdrawal?.run());
    expect(summaryOf(button)).toMatchObject({
      state: 'pending',
      error: 'This request has changed in the meantime.',
    });
  });

  test('corrects only what was changed', async () => {
    const button = await withRequest({
      message: 'Old',
      preferred_days: ['Monday'],
      preferred_time: 'morning',
    });
    const correction = () => summaryOf(button).correction;
    await act(async () => correction()?.open.run());
    expect(formOf(button)).toMatchObject({
      fields: expect.not.arrayContaining(['reason']),
      wishes: { fields: ['days', 'time'], summary: 'Monday · Morning' },
      values: { phone: '', name: 'Ama Mensah', message: 'Old', days: ['Monday'], time: 'morning' },
      phoneHint: 'Leave empty to keep the number you gave.',
    });
    await act(async () => formOf(button).set('message', 'New'));
    await act(async () => formOf(button).submit());
    await button.until(({ summary }) => summary?.request.message === 'New');
    expect(button.client.callsOf('correctCallbackRequest')).toEqual([[idOf(1), { message: 'New' }]]);
    expect(correction()?.isOpen).toBe(false);
  });

  test('an untouched correction sends nothing', async () => {
    const button = await withRequest();
    await act(async () => summaryOf(button).correction?.open.run());
    await act(async () => formOf(button).submit());
    await button.until(({ summary }) => summary?.correction?.isOpen === false);
    expect(button.client.callsOf('correctCallbackRequest')).toEqual([]);
  });
});
