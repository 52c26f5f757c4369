/** Confirming a number: what the step shows, what a wrong code does, another code, another number. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CodeStepOptions,
  useCallbackButton,
  useCodeStep,
  useMyCallbackRequests,
  useRequestSummary,
} from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, BUYER_ID, makePhoneCode, makeRequest } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const waiting = (resendInSeconds = 0) =>
  makeRequest({ is_waiting_for_code: true, phone_code: makePhoneCode(resendInSeconds) });

async function renderStep(request = waiting(), changeNumber?: CodeStepOptions['changeNumber']) {
  const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
  const onAnswer = vi.fn();
  const options = { request, onAnswer, changeNumber };
  const hook = await renderHook(() => useCodeStep(options), undefined, {
    client,
    userId: BUYER_ID,
    region: 'GB',
  });
  const enter = async (text: string) => {
    await act(async () => hook.result.current.set(text));
    await act(async () => hook.result.current.submit.run());
  };
  return { client, onAnswer, enter, model: () => hook.result.current };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => vi.useRealTimers());

describe('the step', () => {
  test('takes a code as it is pasted, and in any script, and sends the request', async () => {
    const { model, enter, onAnswer, client } = await renderStep();
    await act(async () => model().set('١٢٣ 45'));
    expect(model().value).toBe('12345');
    await enter('Code: 123-456.');
    expect(client.callsOf('confirmCallbackCode')[0]?.[1]).toEqual({ code: '123456' });
    expect(onAnswer).toHaveBeenCalledWith(
      expect.objectContaining({ is_waiting_for_code: false }),
      'Number confirmed. Request sent.',
    );
  });

  test('asks for six digits before it sends any', async () => {
    const { model, enter, client } = await renderStep();
    await enter('12345');
    expect(model()).toMatchObject({
      error: 'Enter the six digits from the text message.',
      focus: expect.anything(),
    });
    expect(client.callsOf('confirmCallbackCode')).toEqual([]);
  });

  test('counts the tries down, and clears the field and the error for the next', async () => {
    const { model, enter, onAnswer } = await renderStep();
    await enter('000000');
    expect(model()).toMatchObject({ error: 'That code is wrong. You have 4 tries left.', value: '' });
    const { focus } = model();
    await enter('000001');
    expect(model().error).toBe('That code is wrong. You have 3 tries left.');
    expect(model().focus).not.toBe(focus);
    await act(async () => model().set('1'));
    expect(model().error).toBeUndefined();
    expect(onAnswer).not.toHaveBeenCalled();
  });

  test.each([
    ['no_tries_left', 'Too many wrong codes. Request a new code.'],
    ['code_expired', 'This code has expired. Request a new code.'],
    ['conflict', 'This request can’t be sent anymore. The listing may be gone.'],
    ['network_error', 'No connection. Check your network and try again.'],
  ] as const)('says what to do after %s', async (code, sentence) => {
    const { model, enter, client } = await renderStep();
    client.refuse('confirmCallbackCode', code);
    await enter('123456');
    expect(model().error).toBe(sentence);
  });

  test('does not say sent when the right code finds that the request can’t be sent anymore', async () => {
    const { enter, client, onAnswer } = await renderStep();
    client.confirmCallbackCode = async () => makeRequest({ status: 'cancelled' });
    await enter('123456');
    expect(onAnswer).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'cancelled' }),
      'This request can’t be sent anymore. The listing may be gone.',
    );
  });

  test('ends with its time, and offers no further code then', async () => {
    const { model } = await renderStep();
    await act(async () => vi.advanceTimersByTime(901_000));
    expect(model()).toMatchObject({
      error: 'You didn’t confirm in time. Make a new request.',
      resend: undefined,
      resendNote: undefined,
    });
  });

  test('counts down to another code, and sends it', async () => {
    const { model, client, onAnswer } = await renderStep(waiting(30));
    expect(model()).toMatchObject({ resend: undefined, resendNote: 'You can get a new code in 30 s.' });
    await act(async () => vi.advanceTimersByTime(10_000));
    expect(model().resendNote).toBe('You can get a new code in 20 s.');
    await act(async () => vi.advanceTimersByTime(20_000));
    expect(model().resendNote).toBeUndefined();
    await act(async () => model().resend?.run());
    expect(client.callsOf('resendCallbackCode')).toHaveLength(1);
    expect(onAnswer).toHaveBeenCalledWith(expect.anything(), 'We sent a new code.');
  });

  test('offers no fourth code, and says when the code has expired', async () => {
    const { model } = await renderStep(
      makeRequest({ is_waiting_for_code: true, phone_code: { ...makePhoneCode(), resend_at: null } }),
    );
    expect(model()).toMatchObject({
      resend: undefined,
      resendNote: 'We sent three codes. Check the number.',
    });
    expect(model().validity).toMatch(/^Valid until \d/);
    await act(async () => vi.advanceTimersByTime(301_000));
    expect(model()).toMatchObject({
      validity: undefined,
      error: 'This code has expired. Request a new code.',
    });
  });
});

describe('a request that waits for a code', () => {
  async function renderSummary(onRequestAgain?: () => void) {
    const request = waiting();
    const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
    const hook = await renderHook(() => useRequestSummary(request, { onRequestAgain }), undefined, {
      client,
      userId: BUYER_ID,
    });
    return { client, model: () => hook.result.current };
  }

  test('shows the step, and offers to withdraw and nothing else', async () => {
    const { model } = await renderSummary();
    expect(model()).toMatchObject({
      note: 'Confirm your number to send this request.',
      ...{ edit: undefined, extension: undefined, expiry: undefined },
      code: { changeNumber: undefined },
    });
    expect(model().withdrawal).toBeDefined();
  });

  test('is withdrawn for another number, and the form opens', async () => {
    const again = vi.fn();
    const { model, client } = await renderSummary(again);
    await act(async () => model().code?.changeNumber?.());
    expect(client.callsOf('updateCallbackRequestStatus')[0]?.[1]).toEqual({ status: 'cancelled' });
    expect(again).toHaveBeenCalled();
  });

  test('stands so in the list and below the button', async () => {
    const request = waiting();
    const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
    const list = await renderHook(() => useMyCallbackRequests(), undefined, { client, userId: BUYER_ID });
    await vi.waitFor(() => expect(list.result.current.items).toHaveLength(1));
    expect(list.result.current.items[0]?.question?.label).toBe('Confirm your number to send this request.');
    const button = await renderHook(() => useCallbackButton(BUTTON_PROPS), undefined, {
      client,
      userId: BUYER_ID,
    });
    await vi.waitFor(() => expect(button.result.current.state).toBe('requested'));
    expect(button.result.current.note).toBe('Confirm your number to send this request.');
  });
});
