/** The loop between the two sides: attempts, wrong numbers, confirmation, extension, undo, and what comes after. */
import { eventually } from '@ringback/testing/eventually.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useCallbackCard, useEditForm, useRequestSummary } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const range = (from: number, to: number) => ({ start: inHours(from), end: inHours(to) });
const NO_ANSWER = { outcome: 'no_answer', attempted_at: inHours(-1), next_attempt_at: null } as const;
const KEYED = { idempotencyKey: expect.any(String) };
const WRONG = { ...NO_ANSWER, outcome: 'wrong_number' } as const;
type Changes = Parameters<typeof makeRequest>[0];

async function renderCard(changes: Changes = {}) {
  const request = makeRequest(changes);
  const client = createFakeClient({ userId: SELLER_ID, requests: [request] });
  const hook = await renderHook(() => useCallbackCard({ request }), undefined, {
    client,
    userId: SELLER_ID,
    region: 'GB',
  });
  return { ...hook, client, model: () => hook.result.current };
}

async function renderSummary(
  changes: Changes = {},
  options: RenderOptions = {},
  onRequestAgain?: () => void,
) {
  const request = makeRequest(changes);
  const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
  const hook = await renderHook(() => useRequestSummary(request, { onRequestAgain }), undefined, {
    client,
    userId: BUYER_ID,
    ...options,
  });
  return { ...hook, client, model: () => hook.result.current };
}

afterEach(() => vi.useRealTimers());

describe('the seller’s card', () => {
  test('lists the attempts, and when the next one is planned', async () => {
    const attempted = { last_attempt: { ...NO_ANSWER, next_attempt_at: inHours(2) }, attempts_count: 2 };
    const { model } = await renderCard({ status: 'acknowledged', ...attempted });
    expect(model().attempts).toMatchObject({
      label: '2 call attempts',
      lines: [expect.stringMatching(/^No answer, /)],
      next: expect.stringMatching(/^Next attempt: /),
    });
  });

  test.each([
    ['its time is now', { preferred_ranges: [range(-1, 1)] }, 'Preferred time is now'],
    ['the number was wrong', { paused_at: inHours(-1), last_attempt: WRONG }, 'Wrong number'],
    ['the buyer edited it', { edited_at: inHours(-1) }, 'Edited '],
  ])('marks a request: %s', async (_what, changes, label) => {
    const { model } = await renderCard(changes);
    expect(model().marks).toMatchObject([{ label: expect.stringContaining(label) }]);
  });

  test('names the new number as what comes next after a wrong one', async () => {
    const wrong = { status: 'acknowledged', attempts_count: 1, last_attempt: WRONG } as const;
    const waiting = await renderCard({ ...wrong, paused_at: inHours(-1) });
    expect(waiting.model().attempts?.next).toBe('Wrong number. Waiting for the buyer to correct it.');
    const corrected = await renderCard({ ...wrong, edited_at: inHours(0) });
    expect(corrected.model().attempts?.next).toBe('The buyer gave a new number.');
    expect(corrected.model().marks).toMatchObject([{ label: expect.stringMatching(/^Edited /) }]);
    expect(corrected.model().call?.caution).toBeUndefined();
    const ended = await renderCard({ ...wrong, status: 'completed' });
    expect(ended.model().attempts?.next).toBeUndefined();
  });

  test('no longer marks an edit once the seller has called since', async () => {
    const called = { ...NO_ANSWER, attempted_at: inHours(-1) };
    const { model } = await renderCard({ edited_at: inHours(-2), last_attempt: called, attempts_count: 1 });
    expect(model().marks).toEqual([]);
  });

  test('marks a buyer whom the marketplace has verified, in the card and in the list', async () => {
    const { requester } = makeRequest();
    const { model } = await renderCard({ requester: { ...requester, is_verified: true } });
    expect(model().marks).toMatchObject([{ label: 'Verified buyer', tone: 'success' }]);
  });

  test('has no marks without a reason, nor once it has ended', async () => {
    expect((await renderCard({ preferred_ranges: [range(1, 2)] })).model().marks).toEqual([]);
    const ended = { status: 'completed', edited_at: inHours(-1), paused_at: inHours(-1) } as const;
    expect((await renderCard(ended)).model().marks).toEqual([]);
    const overdue = { edited_at: inHours(-1), paused_at: inHours(-1), expires_at: inHours(-0.5) };
    expect((await renderCard(overdue)).model().marks).toEqual([]);
  });

  test.each([
    ['within the preferred times', { preferred_ranges: [range(-1, 1)] }, undefined],
    ['without preferred times', {}, undefined],
    ['outside of them', { preferred_ranges: [range(5, 6)] }, 'Ama Mensah prefers another time: '],
    ['after a wrong number', { paused_at: inHours(-1) }, 'Wrong number. Waiting for the buyer'],
  ])('warns before a call: %s', async (_what, changes, text) => {
    const { model } = await renderCard(changes);
    if (text === undefined) return expect(model().call?.caution).toBeUndefined();
    expect(model().call?.caution).toMatchObject({ text: expect.stringContaining(text), isShown: false });
    await act(async () => model().call?.caution?.show());
    expect(model().call?.caution?.isShown).toBe(true);
  });

  test('suggests the buyer’s next preferred times for another try', async () => {
    const { model, client } = await renderCard({
      status: 'acknowledged',
      preferred_ranges: [range(3, 4), range(27, 28), range(51, 52), range(75, 76)],
    });
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose('voicemail'));
    const { suggestions = [], choose } = model().outcome?.retry ?? {};
    expect(suggestions).toHaveLength(3);
    await act(async () => choose?.(suggestions[1]?.value ?? ''));
    expect(client.callsOf('logCallbackAttempt')).toMatchObject([
      [expect.anything(), { outcome: 'voicemail', next_attempt_at: suggestions[1]?.value }, KEYED],
    ]);
    expect(model().announcement?.message).toMatch(/^Noted: voicemail. Next attempt: /);
    expect(model().attempts?.next).toBeDefined();
  });

  test('takes a time of the seller’s own, if it is still to come', async () => {
    const { model, client } = await renderCard({ status: 'acknowledged' });
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose('busy'));
    await act(async () => model().outcome?.retry?.other.open());
    await act(async () => model().outcome?.retry?.other.day.set('0'));
    await act(async () => model().outcome?.retry?.other.time.set('0'));
    expect(model().outcome?.retry?.other.error).toBe('Choose a future time before the request expires.');
    await act(async () => model().outcome?.retry?.other.save.run());
    expect(client.callsOf('logCallbackAttempt')).toEqual([]);
    await act(async () => model().outcome?.retry?.other.day.set('2'));
    await act(async () => model().outcome?.retry?.other.save.run());
    const [[, attempt] = []] = client.callsOf('logCallbackAttempt');
    expect(Date.parse((attempt as { next_attempt_at: string }).next_attempt_at)).toBeGreaterThan(Date.now());
  });

  test('takes a time of today, where the request expires today', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-12-01T12:00:00Z') });
    const { model, client } = await renderCard({
      status: 'acknowledged',
      expires_at: '2026-12-01T18:00:00Z',
    });
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose('busy'));
    const other = () => model().outcome?.retry?.other;
    expect(other()?.day).toMatchObject({ value: '0', options: [{ value: '0', label: 'Today' }] });
    await act(async () => other()?.time.set(String(14 * 60)));
    expect(other()?.error).toBeUndefined();
    await act(async () => other()?.save.run());
    expect(client.callsOf('logCallbackAttempt')).toMatchObject([
      [expect.anything(), { next_attempt_at: '2026-12-01T14:00:00.000Z' }, KEYED],
    ]);
  });

  test.each(['reached', 'wrong_number'] as const)('plans nothing after %s', async (outcome) => {
    const { model, client } = await renderCard({ status: 'acknowledged' });
    await act(async () => model().call?.start());
    await act(async () => model().outcome?.choose(outcome));
    expect(client.callsOf('logCallbackAttempt')).toMatchObject([[expect.anything(), { outcome }, KEYED]]);
  });

  test('a tap on call can be undone for fifteen seconds', async () => {
    const { model, client } = await renderCard();
    await act(async () => model().call?.start());
    expect(model()).toMatchObject({
      status: { label: 'You’ll call' },
      undo: { action: { label: 'Undo' } },
    });
    await act(async () => model().undo?.action.run());
    expect(client.server.requests[0]?.status).toBe('pending');
    expect(model()).toMatchObject({ status: { label: 'Waiting' }, undo: undefined, outcome: undefined });
  });

  test('and no longer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { model } = await renderCard();
    await act(async () => model().call?.start());
    await act(async () => vi.advanceTimersByTime(15_100));
    expect(model().undo).toBeUndefined();
  });

  test.each([
    ['not_called', null, 'Ama Mensah says nobody called.', 'warning'],
    ['wrong_person', null, 'Ama Mensah says it was the wrong person.', 'warning'],
    ['talked', 5, 'Ama Mensah confirmed the call and rated it 5 out of 5.', 'success'],
    ['talked', null, 'Ama Mensah confirmed the call.', 'success'],
  ] as const)('shows what the buyer answered: %s', async (answer, rating, label, tone) => {
    const confirmation = { answer, rating, answered_at: inHours(-1) };
    const { model } = await renderCard({ status: 'completed', confirmation });
    expect(model().confirmation).toMatchObject({ label, tone });
  });
});

describe('the buyer’s summary', () => {
  test('says who tried when, and what comes next', async () => {
    const open = { status: 'acknowledged', attempts_count: 1 } as const;
    const planned = { ...open, last_attempt: { ...NO_ANSWER, next_attempt_at: inHours(2) } };
    const without = await renderSummary({ ...open, last_attempt: NO_ANSWER });
    expect(without.model().note).toMatch(
      /^Kofi Boateng tried to reach you .* \(no answer\)\. They can try again until /,
    );
    expect((await renderSummary(planned)).model().note).toContain('They plan to try again ');
  });

  test('says that the seller has the number given after a wrong one', async () => {
    const wrong = { status: 'acknowledged', attempts_count: 1, last_attempt: WRONG } as const;
    const { model } = await renderSummary({ ...wrong, edited_at: inHours(0) });
    expect(model().note).toMatch(/^Kofi Boateng has your new number\. They can try again until /);
  });

  test('a wrong number opens the form, which can be closed', async () => {
    const wrong = { status: 'acknowledged', paused_at: inHours(-1), last_attempt: WRONG } as const;
    const { model } = await renderSummary(wrong);
    expect(model().edit).toMatchObject({ isOpen: true, reason: expect.stringContaining('wrong number') });
    await act(async () => model().edit?.close());
    expect(model().edit?.isOpen).toBe(false);
    expect(model().note).toContain('Kofi Boateng reached a wrong number.');
  });

  test('an edit is filled in with the number that was given, and sends it only when it was changed', async () => {
    const request = makeRequest({ requester_phone: '+442079460018' });
    const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
    const onDone = vi.fn();
    const options = { request, onDone, onUnseenRefusal: () => {} };
    const { result, until } = await renderHook(() => useEditForm(options), undefined, {
      client,
      region: 'GB',
    });
    await until(({ values }) => values.phone === '020 7946 0018');
    await act(async () => result.current.submit());
    await eventually(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(undefined));
    await act(async () => result.current.set('phone', '020 7946 0019'));
    await act(async () => result.current.submit());
    await eventually(() => expect(onDone).toHaveBeenLastCalledWith(expect.anything(), '+442079460019'));
    expect(client.callsOf('editCallbackRequest').map(([, changes]) => changes)).toEqual([
      { requester_phone: '020 7946 0019', phone_region: 'GB' },
    ]);
  });

  test('shows all that was sent', async () => {
    const { model } = await renderSummary(
      {
        callback_reason: 'price_negotiation',
        message: 'Is 100 fine?',
        priority: 'urgent',
        requester_phone: '+442079460018',
        preferred_ranges: [range(24, 25)],
      },
      { region: 'GB' },
    );
    expect(model()).toMatchObject({
      listing: { title: 'Bicycle' },
      seller: { name: 'Kofi Boateng' },
    });
    const labels = model().details.map(({ label }) => label);
    expect(labels).toEqual(['Number', 'Name', 'About', 'Preferred times', 'Message', 'How soon']);
    expect(model().details[3]?.text).toMatch(/\d\d:\d\d–\d\d:\d\d$/);
  });

  test('says that the marketplace checks it, and offers to withdraw and nothing else', async () => {
    const { model } = await renderSummary({ is_being_checked: true });
    expect(model().note).toBe('We’re checking your request before the seller sees it.');
    expect(model()).toMatchObject({ edit: undefined, extension: undefined });
    expect(model().withdrawal).toBeDefined();
    const { model: ordinary } = await renderSummary({});
    expect(ordinary().note).not.toContain('checking');
    expect(ordinary().edit).toBeDefined();
  });

  test('may be extended in its last day', async () => {
    const { model, client } = await renderSummary({ expires_at: inHours(5), can_extend: true });
    await act(async () => model().extension?.action.run());
    expect(client.callsOf('extendCallbackRequest')).toHaveLength(1);
    expect(model()).toMatchObject({ extension: undefined, announcement: { message: 'Request extended' } });
  });

  test.each([
    ['earlier', { can_extend: true }],
    ['without extensions left', { expires_at: inHours(5), can_extend: false }],
  ])('may not be extended %s', async (_when, changes) => {
    expect((await renderSummary(changes)).model().extension).toBeUndefined();
  });

  test('asks whether the two talked, and takes a rating', async () => {
    const completed = {
      status: 'completed',
      completed_at: inHours(-1),
      can_confirm_until: inHours(24),
    } as const;
    const { model, client } = await renderSummary(completed);
    expect(model().note).toMatch(/^The seller marked the call as completed /);
    expect(model().confirmation).toMatchObject({
      question: 'Did you talk?',
      answer: undefined,
      rating: undefined,
    });
    await act(async () => model().confirmation?.choose('talked'));
    expect(model().confirmation).toMatchObject({ answer: 'talked', rating: { value: '' } });
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await act(async () => model().confirmation?.rating?.set('4'));
    expect(model().confirmation?.rating?.value).toBe('4');
    await act(async () => vi.advanceTimersByTime(1_000));
    await act(async () => model().confirmation?.choose('not_called'));
    expect(model().confirmation).toMatchObject({ answer: 'not_called', rating: undefined });
    expect(client.callsOf('confirmCallbackRequest').map(([, input]) => input)).toEqual([
      { answer: 'talked' },
      { answer: 'talked', rating: 4 },
      { answer: 'not_called' },
    ]);
  });

  test('of ratings that arrow keys pass through, the last one counts, however slow the network is', async () => {
    const confirmation = { answer: 'talked', rating: null, answered_at: inHours(-1) } as const;
    const rated = { status: 'completed', can_confirm_until: inHours(24), confirmation } as const;
    const { model, client } = await renderSummary(rated);
    const rate = (rating: string) => act(async () => model().confirmation?.rating?.set(rating));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const release = client.hold('confirmCallbackRequest');
    for (const rating of ['1', '2', '3']) await rate(rating);
    await act(async () => vi.advanceTimersByTime(1_000));
    await rate('5');
    await act(async () => vi.advanceTimersByTime(1_000));
    expect(model().confirmation?.rating?.value).toBe('5');
    await act(async () => release());
    await eventually(() =>
      expect(client.callsOf('confirmCallbackRequest').map(([, input]) => input)).toEqual([
        { answer: 'talked', rating: 3 },
        { answer: 'talked', rating: 5 },
      ]),
    );
    expect(model().confirmation?.rating?.value).toBe('5');
    expect(client.server.requests[0]?.confirmation?.rating).toBe(5);
  });

  test('asks no longer than the answer may come', async () => {
    const over = { status: 'completed', completed_at: inHours(-400), can_confirm_until: null } as const;
    expect((await renderSummary(over)).model().confirmation).toBeUndefined();
  });

  test.each([
    ['at once', inHours(-1), 'You can request another callback.', true],
    ['later', inHours(3), 'You can request another callback from ', false],
  ])('another request may be made %s', async (_when, may_request_again_at, text, hasAction) => {
    const again = vi.fn();
    const { model } = await renderSummary({ status: 'expired', may_request_again_at }, {}, again);
    expect(model().again?.text).toContain(text);
    model().again?.action?.run();
    expect(again).toHaveBeenCalledTimes(hasAction ? 1 : 0);
  });

  test('another request may be made at once after a withdrawal within the page’s minute', async () => {
    const withdrawn = inHours(1 / 120);
    const { model } = await renderSummary({
      status: 'cancelled',
      updated_at: withdrawn,
      may_request_again_at: withdrawn,
    });
    expect(model().again?.text).toBe('You can request another callback.');
  });

  test('offers no other request where none may be made, nor a way that the host has not', async () => {
    expect((await renderSummary({ status: 'expired' })).model().again).toBeUndefined();
    const { model } = await renderSummary({ status: 'expired', may_request_again_at: inHours(-1) });
    expect(model().again).toEqual({ text: 'You can request another callback.', action: undefined });
  });

  test('a new number may go into the profile, where the host can do that', async () => {
    const onUpdateProfile = vi.fn();
    const { model } = await renderSummary({}, { onUpdateProfile, profile: { phone: '+442079460018' } });
    const edited = makeRequest({ updated_at: inHours(1) });
    await act(async () => model().edit?.formOptions.onDone(edited, '+442079460019'));
    expect(model().profileOffer?.question).toContain('+442079460019');
    await act(async () => model().profileOffer?.accept.run());
    expect(onUpdateProfile).toHaveBeenCalledExactlyOnceWith({ phone: '+442079460019' });
    expect(model()).toMatchObject({ profileOffer: undefined, announcement: { message: 'Profile updated' } });
  });

  test.each([
    ['the host cannot', {}, '+442079460019'],
    ['it has the number already', { onUpdateProfile: vi.fn() }, '+442079460018'],
  ])('the profile is not offered when %s', async (_why, options, phone) => {
    const { model } = await renderSummary({}, { profile: { phone: '+442079460018' }, ...options });
    await act(async () => model().edit?.formOptions.onDone(makeRequest(), phone));
    expect(model().profileOffer).toBeUndefined();
  });

  test('taking the number into the profile does not make a withdrawal that can be undone', async () => {
    const { model } = await renderSummary({}, { onUpdateProfile: vi.fn() });
    const edited = makeRequest({ updated_at: inHours(1) });
    await act(async () => model().edit?.formOptions.onDone(edited, '+442079460019'));
    await act(async () => model().withdrawal?.run());
    await act(async () => model().profileOffer?.accept.run());
    await act(async () => model().undo?.run());
    expect(model()).toMatchObject({ state: 'pending', request: { cancelled_at: null } });
  });

  test('what was sent already is not announced as undone', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { model, client } = await renderSummary();
    await act(async () => model().withdrawal?.run());
    const { undo } = model();
    await act(async () => vi.advanceTimersByTime(8_100));
    await act(async () => undo?.run());
    expect(client.server.requests[0]?.status).toBe('cancelled');
    expect(model().announcement?.message).not.toBe('Undone');
  });
});
