/** The card in the seller's inbox, as a seller works through it. */
import { CallbackError } from '@ringback/client';
import { focusManager } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createMemoryStorage,
  useCallbackCard,
  useSellerCallbackRequests,
} from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** A card in the seller's list, as the seed writes it. */
async function renderCard(
  changes: Parameters<typeof makeRequest>[0] = {},
  options: RenderOptions = {},
  list: Parameters<typeof useSellerCallbackRequests>[0] = LIST,
) {
  const request = makeRequest(changes);
  const client = options.client ?? createFakeClient({ userId: SELLER_ID, requests: [request] });
  const onStatusUpdate = vi.fn();
  const card = await renderHook(
    () => {
      const { requests, refresh } = useSellerCallbackRequests(list);
      const shown = requests[0] ?? request;
      return { card: useCallbackCard({ request: shown, onStatusUpdate }), requests, refresh };
    },
    undefined,
    { userId: SELLER_ID, region: 'GB', ...options, client },
  );
  await card.until(({ requests }) => requests.length > 0 || request.status !== 'pending');
  return { ...card, client, onStatusUpdate, model: () => card.result.current.card };
}
/** What waits to be undone is sent. */
function leavePage() {
  focusManager.setFocused(false);
  focusManager.setFocused(undefined);
}
const LIST = { status: 'pending', limit: 5 } as const;
const KEYED = { idempotencyKey: expect.any(String) };

afterEach(() => vi.useRealTimers());

describe('a report', () => {
  test('is sent and thanked for; a block says what it does', async () => {
    const { model, client } = await renderCard();
    await act(async () => model().report?.actions[1]?.run());
    expect(client.callsOf('reportCallbackRequest')[0]?.[1]).toEqual({ reason: 'spam' });
    expect(model().announcement?.message).toBe('Reported. Thank you.');
    await act(async () => model().report?.actions[2]?.run());
    expect(client.callsOf('reportCallbackRequest')[1]?.[1]).toEqual({ block: true });
    expect(model().announcement?.message).toMatch(/can’t request callbacks from you anymore/);
    expect(client.callsOf('getCallbackRequest')).toHaveLength(1);
  });

  test('is not offered where the buyer was erased', async () => {
    const { model } = await renderCard({ requester_id: null, requester_name: null });
    expect(model().report).toBeUndefined();
  });

  test('and a block are taken back', async () => {
    const { model, client } = await renderCard();
    const labels = () => model().report?.actions.map(({ label }) => label);
    const answer = { id: crypto.randomUUID(), reason: 'spam', is_blocked: true } as const;
    client.reportCallbackRequest = async () => answer;
    await act(async () => model().report?.actions[1]?.run());
    expect(labels()).toEqual(['Withdraw report', expect.stringMatching(/^Unblock /)]);
    const sent = vi.fn(async () => ({ ...answer, reason: null, is_blocked: false }));
    client.reportCallbackRequest = sent;
    await act(async () => model().report?.actions[1]?.run());
    expect(sent).toHaveBeenCalledWith(expect.any(String), { block: false });
    expect(model().announcement?.message).toMatch(/can request callbacks from you again/);
    expect(labels()).toHaveLength(3);
  });

  test('that fails says so', async () => {
    const { model, client } = await renderCard();
    client.reportCallbackRequest = async () => {
      throw new CallbackError('network_error', 'No connection.');
    };
    await act(async () => model().report?.actions[0]?.run());
    expect(model().error).toBeDefined();
  });
});

describe('what it says', () => {
  test('all of the request, by word and icon', async () => {
    const { model, until } = await renderCard({
      priority: 'urgent',
      message: 'Is it still there?',
      callback_reason: 'availability_check',
      preferred_time: 'evening',
      preferred_days: ['Monday'],
      time_zone: 'Europe/London',
    });
    await until(({ card }) => card.call?.number === '020 7946 0018');
    expect(model()).toMatchObject({
      status: { label: 'Waiting', icon: 'hourglass' },
      priority: { label: 'Urgent', icon: 'flame', tone: 'danger' },
      buyer: { name: 'Ama Mensah', initials: 'AM' },
      listing: { title: 'Bicycle', price: 'GHS\u00a0120.50' },
      details: [
        { label: 'About', text: 'Is it still available?' },
        { label: 'Preferred times', text: 'Monday, evening (17:00–21:00)' },
        { label: 'Message', text: 'Is it still there?' },
      ],
      call: { href: 'tel:+442079460018', label: 'Call Ama Mensah' },
      ending: undefined,
      outcome: undefined,
    });
    expect(model().requestedAt).toMatch(/^Requested today at \d\d:\d\d$/);
  });

  test.each([
    [30, false, /^Open until/],
    [5.5, true, /^Expires in 5 hours$/],
    [1.1, true, /^Expires in 1 hour$/],
    [0.5, true, /^Expires in (29|30) minutes$/],
  ])('%d hours before the end', async (hours, isSoon, label) => {
    const { model } = await renderCard({ expires_at: inHours(hours) });
    expect(model().expiry).toMatchObject({ isSoon, icon: 'clock', label: expect.stringMatching(label) });
  });

  test.each([
    ['an ordinary one does not', {}, undefined],
    ['an urgent one does', { priority: 'urgent' }, 'danger'],
    ['one in its last day does', { expires_at: inHours(5) }, 'warning'],
    ['one that has ended no longer does', { priority: 'urgent', status: 'completed' }, undefined],
  ] as const)('what stands out of the inbox: %s', async (_which, changes, attention) => {
    const { model } = await renderCard(changes);
    expect(model().attention).toBe(attention);
  });

  test('time closes a request that lies open on the desk', async () => {
    const { model } = await renderCard({ expires_at: inHours(-1) });
    expect(model()).toMatchObject({
      status: { label: 'Expired' },
      expiry: undefined,
      call: undefined,
      acknowledge: undefined,
      decline: undefined,
    });
  });

  test.each(['+44 20 7946 0018', '0207946', '+44;phone-context=x', 'tel:+442079460018', '+44%0a', null])(
    'no link to dial from %s',
    async (requester_phone) => {
      const { model } = await renderCard({ requester_phone });
      expect(model().call).toBeUndefined();
    },
  );

  test.each([
    ['seller', 'It is sold.', 'You declined this request: It is sold.'],
    ['buyer', null, 'The buyer withdrew this request.'],
  ] as const)('who ended it: %s', async (cancelled_by, cancel_reason, ending) => {
    const { model } = await renderCard({ status: 'cancelled', cancelled_by, cancel_reason });
    expect(model()).toMatchObject({
      ending,
      acknowledge: undefined,
      complete: undefined,
      decline: undefined,
    });
  });
});

describe('working through it', () => {
  test('acknowledges, then completes', async () => {
    const { model, onStatusUpdate, client, result } = await renderCard();
    expect(model().complete).toBeUndefined();
    await act(async () => model().acknowledge?.run());
    expect(onStatusUpdate).toHaveBeenCalledOnce();
    expect(model()).toMatchObject({ status: { label: 'You’ll call' }, acknowledge: undefined });
    expect(model().announcement).toEqual({
      tone: 'success',
      message: 'Marked as “I’ll call”',
    });
    expect(result.current.requests).toEqual([]);
    await act(async () => model().complete?.run());
    expect(client.server.requests[0]?.status).toBe('completed');
  });

  test('takes a refused step back and says why', async () => {
    const { model, client, onStatusUpdate } = await renderCard();
    client.refuse('updateCallbackRequestStatus', 'request_expired');
    await act(async () => model().acknowledge?.run());
    expect(model()).toMatchObject({ status: { label: 'Waiting' }, error: 'This request has expired.' });
    expect(onStatusUpdate).not.toHaveBeenCalled();
  });

  test('declines with a reason of at most 500 characters', async () => {
    const { model, client } = await renderCard();
    await act(async () => model().decline?.run());
    expect(model().decline).toBeUndefined();
    await act(async () => model().declining?.setReason('x'.repeat(501)));
    await act(async () => model().declining?.confirm.run());
    expect(model().declining?.error).toBe('Use at most 500 characters.');
    await act(async () => model().declining?.setReason(' It is sold. '));
    await act(async () => model().declining?.confirm.run());
    expect(model()).toMatchObject({ status: { label: 'Closed' }, undo: { text: 'Request declined' } });
    await act(async () => model().undo?.action.run());
    expect(model()).toMatchObject({ status: { label: 'Waiting' }, declining: { reason: ' It is sold. ' } });
    expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
    await act(async () => model().declining?.confirm.run());
    await act(async () => leavePage());
    const [change] = client.callsOf('updateCallbackRequestStatus');
    expect(change).toEqual([idOf(1), { status: 'cancelled', reason: 'It is sold.' }]);
    expect(model()).toMatchObject({ ending: 'You declined this request: It is sold.', declining: undefined });
  });

  test('a double tap acknowledges once', async () => {
    const { model, client } = await renderCard();
    const { acknowledge } = model();
    await act(async () => {
      acknowledge?.run();
      acknowledge?.run();
    });
    expect(client.callsOf('updateCallbackRequestStatus')).toHaveLength(1);
  });
});

describe('calling', () => {
  test('one tap acknowledges and asks how it went', async () => {
    const { model, client } = await renderCard();
    await act(async () => model().call?.start());
    expect(client.server.requests[0]?.status).toBe('acknowledged');
    expect(model().outcome?.question).toBe('How did the call with Ama Mensah go?');
    expect(model().outcome?.options.map(({ value }) => value)).toContain('voicemail');
  });

  test('the card stays in its list until that is answered, and leaves afterwards', async () => {
    const { model, client, result, until } = await renderCard();
    await act(async () => model().call?.start());
    await act(async () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
    await act(() => result.current.refresh());
    expect(result.current.requests).toHaveLength(1);
    await act(async () => model().outcome?.choose('no_answer'));
    await act(async () => model().outcome?.retry?.none.run());
    expect(client.callsOf('logCallbackAttempt')).toEqual([[idOf(1), { outcome: 'no_answer' }, KEYED]]);
    await until(({ requests }) => requests.length === 0);
    expect(model().outcome).toBeUndefined();
  });

  /** After the tap on the number, in a list that the server no longer has the request in. */
  async function renderCalled() {
    const storage = createMemoryStorage();
    const card = await renderCard({}, { storage });
    await act(async () => card.model().call?.start());
    await act(() => card.result.current.refresh());
    const change = (changes: Parameters<typeof makeRequest>[0]) => {
      card.client.server.requests = card.client.server.requests.map((known) => ({ ...known, ...changes }));
      return act(() => card.result.current.refresh());
    };
    const question = () => storage.getItem(`ringback:calls:${SELLER_ID}`);
    expect(card.result.current.requests).toMatchObject([{ status: 'acknowledged' }]);
    expect(question()).not.toBeNull();
    return { ...card, change, question };
  }

  test('a card that stays is kept up to date', async () => {
    const { result, change, question } = await renderCalled();
    await change({ message: 'After six, please.' });
    expect(result.current.requests).toMatchObject([
      { status: 'acknowledged', message: 'After six, please.' },
    ]);
    expect(question()).not.toBeNull();
  });

  test('a card that stays keeps its place among those that need action', async () => {
    const preferred = makeRequest({ id: idOf(7), requested_at: inHours(-5), is_preferred_now: true });
    const called = makeRequest({ requested_at: inHours(-1) });
    const client = createFakeClient({ userId: SELLER_ID, requests: [called, preferred] });
    const { result, until } = await renderHook(
      () => {
        const list = useSellerCallbackRequests({ status: 'pending', order: 'needs_action' });
        return { ...list, card: useCallbackCard({ request: called }) };
      },
      undefined,
      { client, userId: SELLER_ID },
    );
    await until(({ requests }) => requests.length === 2);
    await act(async () => result.current.card.call?.start());
    await act(() => result.current.refresh());
    expect(result.current.requests.map(({ id }) => id)).toEqual([preferred.id, called.id]);
  });

  test.each([
    ['the buyer withdraws', { status: 'cancelled', cancelled_by: 'buyer' }],
    ['another device completes it', { status: 'completed' }],
    ['it expires', { status: 'expired' }],
    ['its time is over', { expires_at: inHours(-1) }],
    ['it is no longer there', { seller_id: idOf(80) }],
  ] as const)('a card that stays goes when %s, and its question with it', async (_what, changes) => {
    const { result, model, change, question } = await renderCalled();
    await change(changes);
    expect(result.current.requests).toEqual([]);
    expect(model().outcome).toBeUndefined();
    expect(question()).toBeNull();
  });

  test('the question goes with a request that ends in a list of all', async () => {
    const storage = createMemoryStorage();
    const card = await renderCard({}, { storage }, {});
    await act(async () => card.model().call?.start());
    card.client.server.requests = [makeRequest({ status: 'cancelled', cancelled_by: 'buyer' })];
    await act(() => card.result.current.refresh());
    expect(card.result.current.requests).toMatchObject([{ status: 'cancelled' }]);
    expect(storage.getItem(`ringback:calls:${SELLER_ID}`)).toBeNull();
  });

  test('a card stays as it was while it cannot be asked for', async () => {
    const { result, client, change, question } = await renderCalled();
    client.refuse('getCallbackRequest', 'network_error');
    await change({ status: 'completed' });
    expect(result.current.requests).toMatchObject([{ status: 'acknowledged' }]);
    expect(question()).not.toBeNull();
  });

  test('the answer counts although the acknowledgement is still on its way', async () => {
    const { model, client } = await renderCard();
    const release = client.hold('updateCallbackRequestStatus');
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose('no_answer'));
    await act(async () => {
      model().outcome?.retry?.none.run();
      model().outcome?.retry?.none.run();
    });
    await act(async () => release());
    expect(client.callsOf('logCallbackAttempt')).toEqual([[idOf(1), { outcome: 'no_answer' }, KEYED]]);
    expect(model()).toMatchObject({ outcome: undefined, announcement: { message: 'Noted: no answer.' } });
  });

  test('having talked completes the request', async () => {
    const { model, client, onStatusUpdate } = await renderCard();
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose('reached'));
    expect(client.server.requests[0]?.status).toBe('completed');
    expect(model()).toMatchObject({
      status: { label: 'Completed' },
      announcement: { message: 'Marked as completed' },
    });
    expect(onStatusUpdate).toHaveBeenCalledTimes(2);
  });

  test('the question is still there after the app was ended', async () => {
    const storage = createMemoryStorage();
    const before = await renderCard({}, { storage });
    await act(async () => before.model().call?.start());
    await before.unmount();
    const after = await renderCard({ status: 'acknowledged' }, { storage });
    await after.until(({ card }) => card.outcome !== undefined);
    await act(async () => after.model().outcome?.dismiss.run());
    expect(after.model().outcome).toBeUndefined();
    await after.unmount();
    const later = await renderCard({ status: 'acknowledged' }, { storage });
    expect(later.model().outcome).toBeUndefined();
  });

  test('an outcome that could not be told stays asked', async () => {
    const { model, client } = await renderCard();
    await act(async () => model().call?.start());
    client.refuse('logCallbackAttempt', 'network_error');
    await act(async () => model().outcome?.choose('busy'));
    await act(async () => model().outcome?.retry?.none.run());
    expect(model().outcome).toBeDefined();
    expect(model().error).toContain('No connection');
  });
});
