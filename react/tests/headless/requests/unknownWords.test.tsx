/** A server that knows more than this version: every unknown word gets a fallback text. */
import type { CallbackRequestDetail } from '@ringback/client';
import { describe, expect, test } from 'vitest';
import {
  createMemoryStorage,
  notificationText,
  useCallbackCard,
  useEditForm,
  useMessages,
  useRequestSummary,
} from '../../../src/headless/index.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeNotification, makeRequest } from '../../support/samples.ts';
import { renderHook } from '../support/renderHook.tsx';

/** Words that objects inherit are unknown, too. */
const UNKNOWN = ['video_call', 'constructor', 'toString', '__proto__', ''];

const requestWith = (changes: object) => makeRequest(changes as Partial<CallbackRequestDetail>);

async function cardOf(changes: object) {
  const request = requestWith(changes);
  const options = { client: createFakeClient(), storage: createMemoryStorage() };
  return (await renderHook(() => useCallbackCard({ request }), undefined, options)).result.current;
}

async function summaryOf(changes: object) {
  const request = requestWith(changes);
  return (await renderHook(() => useRequestSummary(request), undefined, {})).result.current;
}

describe.each(UNKNOWN)('%j', (word) => {
  test('as reason and priority', async () => {
    const { reason, priority } = await cardOf({ callback_reason: word, priority: word });
    expect({ reason, priority }).toEqual({ reason: 'Something else', priority: undefined });
  });

  test('as who cancelled', async () => {
    const cancelled = { status: 'cancelled', cancelled_by: word, cancelled_at: '2026-11-25T12:00:00Z' };
    expect((await cardOf(cancelled)).ending).toBe('The request was cancelled.');
    expect((await cardOf({ ...cancelled, cancel_reason: 'Spam' })).ending).toBe(
      'The request was cancelled: Spam',
    );
    expect((await summaryOf(cancelled)).steps.at(-1)?.label).toBe('Cancelled');
  });

  test('as notification type', async () => {
    const notification = makeNotification({
      ...({ notification_type: word } as object),
      title: 'Stored title',
      message: 'Stored message',
    });
    const { result } = await renderHook(useMessages, undefined, { messages: de, locale: 'de' });
    const stored = { title: 'Stored title', message: 'Stored message' };
    expect(notificationText(result.current, notification)).toEqual(stored);
  });

  test('as preferred day and time', async () => {
    const times = { preferred_days: [word, 'Monday'], preferred_time: word, time_zone: 'Europe/London' };
    const { preferredTimes } = await cardOf(times);
    expect(preferredTimes).toMatch(/^Monday, /);
    expect(preferredTimes).not.toContain('undefined');
  });

  test('as preferred time in the edit form', async () => {
    const request = requestWith({ preferred_time: word });
    const edit = { request, onDone: () => {}, onUnseenRefusal: () => {} };
    const { result } = await renderHook(() => useEditForm(edit), undefined, {});
    expect(result.current.values.time).toBe(word);
  });
});

describe('who ended a request', () => {
  test.each([
    ['seller', 'You declined.', 'Declined by the seller'],
    ['buyer', 'The buyer withdrew the request.', 'Withdrawn by you'],
    ['operator', 'The marketplace closed the request.', 'Closed by the marketplace'],
    ['system', 'The request was closed automatically.', 'Closed automatically'],
  ])('%s', async (cancelled_by, ending, label) => {
    const cancelled = { status: 'cancelled', cancelled_by, cancelled_at: '2026-11-25T12:00:00Z' };
    expect((await cardOf(cancelled)).ending).toBe(ending);
    expect((await summaryOf(cancelled)).steps.at(-1)?.label).toBe(label);
  });

  test('the buyer reads the marketplace’s reason, but not their own', async () => {
    const cancelled = { status: 'cancelled', cancel_reason: 'It was sold elsewhere.' };
    expect((await summaryOf({ ...cancelled, cancelled_by: 'operator' })).reason).toBe(
      cancelled.cancel_reason,
    );
    expect((await summaryOf({ ...cancelled, cancelled_by: 'buyer' })).reason).toBeUndefined();
  });
});
