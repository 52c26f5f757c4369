/** The button on a listing, before and after its dialog. */

import { eventually } from '@ringback/testing/eventually.ts';
import { focusManager } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, LISTING, makeRequest, SELLER_ID } from '../../support/samples.ts';
import {
  type Button,
  comeBack,
  fieldOf,
  formOf,
  openForm,
  openListing,
  submit,
  summaryOf,
  type,
} from '../support/renderButton.tsx';
import { act } from '../support/renderHook.tsx';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('the state', () => {
  test.each([
    ['for a seller without a phone', {}, { sellerHasPhone: false }],
    ['without a seller phone', {}, { sellerHasPhone: undefined, sellerPhone: null }],
    ['with a blank one', {}, { sellerHasPhone: undefined, sellerPhone: '  ' }],
    ['on an own listing', { userId: SELLER_ID }, {}],
  ])('hidden %s, and nothing is asked', async (_when, options, props) => {
    const { result, client } = await openListing(options, props);
    expect(result.current.state).toBe('hidden');
    expect(client.calls).toEqual([]);
  });

  test('there for a seller whose number the host has at hand', async () => {
    const { until } = await openListing({}, { sellerHasPhone: undefined, sellerPhone: '+233241234567' });
    await until(({ state }) => state === 'available');
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

  test('shows the operator’s notice while new requests are off, as it is written', async () => {
    const notice = 'Back on <b>Monday</b>.';
    const listing = { ...LISTING, notice };
    const { result, until } = await openListing({
      client: createFakeClient({ obstacle: 'callbacks_off', listing }),
    });
    await until(({ state }) => state === 'unavailable');
    expect(result.current.note).toBe(notice);
  });

  test('has words of its own where the operator wrote none', async () => {
    const { result, until } = await openListing({ client: createFakeClient({ obstacle: 'callbacks_off' }) });
    await until(({ state }) => state === 'unavailable');
    expect(result.current.note).toBe('Callback requests are paused right now. Try again later.');
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
      message: 'The seller saw your request and will call you.',
    });
  });

  test('no longer tells what the seller has taken back', async () => {
    const button = await withRequest();
    button.client.server.requests = [makeRequest({ status: 'acknowledged' })];
    await act(async () => comeBack());
    await button.until(({ announcement }) => announcement !== undefined);
    button.client.server.requests = [makeRequest()];
    await act(async () => comeBack());
    await button.until(({ summary }) => summary?.state === 'pending');
    expect(button.result.current.announcement).toBeUndefined();
  });

  test('withdraws after some seconds, which the dialog shows at once', async () => {
    const button = await withRequest();
    vi.useFakeTimers();
    await act(async () => summaryOf(button).withdrawal?.run());
    expect(summaryOf(button)).toMatchObject({
      state: 'cancelled',
      note: 'You withdrew this request.',
      withdrawal: undefined,
      edit: undefined,
      undo: { label: 'Undo' },
      announcement: { tone: 'success', message: 'Request withdrawn' },
    });
    expect(button.client.callsOf('updateCallbackRequestStatus')).toEqual([]);
    await act(async () => vi.advanceTimersByTime(8_000));
    vi.useRealTimers();
    expect(button.client.callsOf('updateCallbackRequestStatus')).toEqual([
      [idOf(1), { status: 'cancelled' }],
    ]);
    await button.until(({ summary }) => summary?.undo === undefined);
    expect(summaryOf(button).state).toBe('cancelled');
    expect(button.onNotify).not.toHaveBeenCalled();
  });

  test('a withdrawal that is undone in time is never sent', async () => {
    const button = await withRequest();
    vi.useFakeTimers();
    await act(async () => summaryOf(button).withdrawal?.run());
    await act(async () => summaryOf(button).undo?.run());
    await act(async () => vi.advanceTimersByTime(20_000));
    vi.useRealTimers();
    expect(summaryOf(button)).toMatchObject({ state: 'pending', undo: undefined });
    expect(button.client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  });

  test.each([
    ['the page is hidden', async (_button: Button) => focusManager.setFocused(false)],
    ['the dialog is closed', async ({ result }: Button) => result.current.close()],
  ])('a withdrawal is sent at once when %s', async (_when, leave) => {
    const button = await withRequest();
    await act(async () => summaryOf(button).withdrawal?.run());
    await act(() => leave(button));
    expect(button.client.callsOf('updateCallbackRequestStatus')).toHaveLength(1);
    focusManager.setFocused(undefined);
  });

  test('what the buyer does takes the place of what the button told before', async () => {
    const button = await openForm();
    await act(async () => formOf(button).submit());
    await button.until(({ announcement }) => announcement?.message.startsWith('Request sent.') === true);
    await act(async () => summaryOf(button).withdrawal?.run());
    expect(button.result.current.announcement).toBeUndefined();
    expect(summaryOf(button).announcement?.message).toBe('Request withdrawn');
  });

  test('a refused withdrawal is taken back and told', async () => {
    const button = await withRequest();
    button.client.refuse('updateCallbackRequestStatus', 'invalid_transition');
    await act(async () => summaryOf(button).withdrawal?.run());
    await act(async () => focusManager.setFocused(false));
    focusManager.setFocused(undefined);
    await button.until(({ summary }) => summary?.error !== undefined);
    expect(summaryOf(button)).toMatchObject({
      state: 'pending',
      error: 'This request has changed in the meantime.',
    });
  });

  test('edits only what was changed', async () => {
    const button = await withRequest({
      message: 'Old',
      preferred_days: ['Monday'],
      preferred_time: 'morning',
    });
    const edit = () => summaryOf(button).edit;
    await act(async () => edit()?.open.run());
    expect(formOf(button)).toMatchObject({
      fields: expect.arrayContaining(
        ['region', 'phone', 'name', 'reason', 'message'].map((name) => expect.objectContaining({ name })),
      ),
      preferredTimes: {
        fields: [{ name: 'days' }, { name: 'time' }, { name: 'priority' }],
        summary: 'Monday · Morning · In the next few days',
      },
      values: {
        phone: '020 7946 0018',
        name: 'Ama Mensah',
        message: 'Old',
        days: ['Monday'],
        time: 'morning',
      },
    });
    expect(fieldOf(formOf(button), 'phone').hint).toBeUndefined();
    await act(async () => formOf(button).set('message', 'New'));
    await act(async () => formOf(button).submit());
    await button.until(({ summary }) => summary?.request.message === 'New');
    expect(button.client.callsOf('editCallbackRequest')).toEqual([[idOf(1), { message: 'New' }]]);
    expect(edit()?.isOpen).toBe(false);
  });

  const WITHDRAWN = { status: 'cancelled', cancelled_by: 'buyer', updated_at: inHours(1) } as const;

  test.each([
    ['withdrawn in another window', WITHDRAWN, 'You withdrew this request.'],
    // What was requested on an earlier day no longer shows up once it has ended.
    [
      'completed a day after it was made',
      { status: 'completed', listing_id: idOf(7), updated_at: inHours(1) },
      'Call completed',
    ],
  ] as const)('shows what has become of a request that was %s', async (_what, changes, note) => {
    const button = await withRequest();
    button.client.server.requests = [makeRequest(changes)];
    await act(async () => comeBack());
    await button.until(({ summary }) => summary?.note === note);
    expect(summaryOf(button)).toMatchObject({ edit: undefined, withdrawal: undefined });
    expect(button.result.current).toMatchObject({ dialog: 'request', state: 'available' });
  });

  test('follows a request that no longer stands in the way of another one while it is open', async () => {
    const button = await withRequest();
    button.client.server.requests = [makeRequest({ listing_id: idOf(7) })];
    await act(async () => comeBack());
    await button.until(({ state }) => state === 'available');
    await eventually(() => expect(button.client.callsOf('getCallbackRequest')).toHaveLength(1));
    button.client.server.requests = [makeRequest({ listing_id: idOf(7), ...WITHDRAWN })];
    await act(async () => comeBack());
    await button.until(({ summary }) => summary?.state === 'cancelled');
  });

  test.each([
    ['the buyer in another window', WITHDRAWN, 'You withdrew this request.'],
    [
      'the seller',
      { status: 'cancelled', cancelled_by: 'seller', cancel_reason: 'Sold', updated_at: inHours(1) },
      'The seller declined this request: Sold',
    ],
  ] as const)('an edit that is open ends when %s ends the request', async (_who, changes, note) => {
    const button = await withRequest();
    await act(async () => summaryOf(button).edit?.open.run());
    await act(async () => formOf(button).set('message', 'New'));
    button.client.server.requests = [makeRequest(changes)];
    await act(async () => comeBack());
    await button.until(({ summary }) => summary?.note === note);
    expect(summaryOf(button).edit?.reason).toBe(
      'This request has ended, so it can’t be changed anymore. What you typed is still here.',
    );
    await act(async () => summaryOf(button).edit?.close());
    expect(summaryOf(button)).toMatchObject({ edit: undefined, withdrawal: undefined });
  });

  test('says that the seller has the number given after a wrong one', async () => {
    const last_attempt = { outcome: 'wrong_number', attempted_at: inHours(-1), next_attempt_at: null };
    const button = await withRequest({ status: 'acknowledged', attempts_count: 1, last_attempt });
    expect(button.result.current.note).toBe('Kofi Boateng has your new number.');
  });

  test.each([
    ['an emoji', '020 7946 0019 📞', 'Enter the phone number in digits'],
    ['a script', 'javascript:alert(1)', 'Enter the phone number in digits'],
    ['a link', 'tel:+442079460019', 'Enter the phone number in digits'],
    ['a calling code alone', '+44', 'This phone number is too short'],
    ['a premium number', '0909 879 0123', 'We can’t call premium or special numbers'],
  ])('an edit refuses %s in place of the number, and then takes a good one', async (_what, typed, error) => {
    const button = await withRequest();
    await act(async () => summaryOf(button).edit?.open.run());
    await button.until(({ form }) => form?.values.phone === '020 7946 0018');
    await type(button, 'phone', typed);
    await submit(button);
    expect(formOf(button)).toMatchObject({ focus: { field: 'phone' } });
    expect(fieldOf(formOf(button), 'phone').error).toContain(error);
    expect(button.client.callsOf('editCallbackRequest')).toEqual([]);
    await type(button, 'phone', '+44 20 7946 0019');
    await submit(button);
    const edits = button.client.callsOf('editCallbackRequest').map(([, changes]) => changes);
    expect(edits).toMatchObject([{ requester_phone: '+44 20 7946 0019' }]);
  });

  test('an untouched edit sends nothing', async () => {
    const button = await withRequest();
    await act(async () => summaryOf(button).edit?.open.run());
    await act(async () => formOf(button).submit());
    await button.until(({ summary }) => summary?.edit?.isOpen === false);
    expect(button.client.callsOf('editCallbackRequest')).toEqual([]);
  });
});

describe('closed while it sends', () => {
  /** Waits for no answer. */
  const startSending = (button: Button) => act(async () => void formOf(button).submit());

  /** Sends, closes the dialog, and lets the answer come. */
  async function closeEarly(prepare: (client: ReturnType<typeof createFakeClient>) => void = () => {}) {
    const onNotify = vi.fn();
    const button = await openForm({ onNotify });
    const answer = button.client.hold('createCallbackRequest');
    await startSending(button);
    await act(async () => button.result.current.close());
    prepare(button.client);
    return { ...button, onNotify, answer: () => act(async () => answer()) };
  }

  test('a request that is made says so, and does not come back over the page', async () => {
    const button = await closeEarly();
    await button.answer();
    await button.until(({ state }) => state === 'requested');
    expect(button.result.current.dialog).toBe('closed');
    expect(button.onNotify).toHaveBeenCalledExactlyOnceWith({
      tone: 'success',
      message: 'Request sent. We’ve let Kofi Boateng know.',
    });
  });

  test('neither does one that was there already', async () => {
    const button = await closeEarly(({ server }) => {
      server.requests = [makeRequest({ id: idOf(7) })];
    });
    await button.answer();
    await button.until(({ state }) => state === 'requested');
    expect(button.result.current.dialog).toBe('closed');
    expect(button.onNotify).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ tone: 'info' }));
  });

  test.each([
    ['overloaded', {}, 'We’re busy right now. Try again in a moment.'],
    [
      'invalid_phone',
      { field: 'requester_phone' },
      'This doesn’t look like a valid phone number. Check the digits or change the country.',
    ],
  ] as const)(
    'what is refused with %s is told beside the button, until it is pressed',
    async (code, details, message) => {
      const button = await closeEarly((client) => client.refuse('createCallbackRequest', code, details));
      await button.answer();
      await button.until(({ announcement }) => announcement !== undefined);
      expect(button.result.current).toMatchObject({
        dialog: 'closed',
        announcement: { tone: 'error', message },
        note: message,
      });
      expect(button.onNotify).toHaveBeenCalledExactlyOnceWith({ tone: 'error', message });
      await act(async () => button.result.current.press());
      expect(button.result.current).toMatchObject({
        dialog: 'form',
        announcement: undefined,
        note: undefined,
      });
    },
  );

  test('an edit and a withdrawal that are refused are told', async () => {
    const client = createFakeClient({ requests: [makeRequest()] });
    const onNotify = vi.fn();
    const button = await openListing({ client, onNotify });
    await button.until(({ state }) => state === 'requested');
    const message = 'This request has changed in the meantime.';
    for (const method of ['editCallbackRequest', 'updateCallbackRequestStatus'] as const) {
      client.refuse(method, 'invalid_transition');
      const answer = client.hold(method);
      await act(async () => button.result.current.press());
      if (method === 'editCallbackRequest') {
        await act(async () => summaryOf(button).edit?.open.run());
        await act(async () => formOf(button).set('message', 'New'));
        await startSending(button);
      } else await act(async () => void summaryOf(button).withdrawal?.run());
      await act(async () => button.result.current.close());
      await act(async () => answer());
      await eventually(() => expect(onNotify).toHaveBeenCalledExactlyOnceWith({ tone: 'error', message }));
      onNotify.mockClear();
    }
  });
});
