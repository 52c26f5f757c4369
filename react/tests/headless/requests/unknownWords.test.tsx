/** A server that knows more than this version: every unknown word gets a fallback text. */
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

async function cardOf(changes: object) {
  const request = makeRequest(changes);
  const options = { client: createFakeClient(), storage: createMemoryStorage() };
  return (await renderHook(() => useCallbackCard({ request }), undefined, options)).result.current;
}

async function summaryOf(changes: object) {
  const request = makeRequest(changes);
  return (await renderHook(() => useRequestSummary(request), undefined, {})).result.current;
}

describe.each(UNKNOWN)('%j', (word) => {
  test('as reason and priority', async () => {
    const { details, priority } = await cardOf({ callback_reason: word, priority: word });
    expect(details).toEqual([{ label: 'About', text: 'Something else' }]);
    expect(priority).toBeUndefined();
  });

  test('as who cancelled', async () => {
    const cancelled = { status: 'cancelled', cancelled_by: word, cancelled_at: '2026-11-25T12:00:00Z' };
    expect((await cardOf(cancelled)).ending).toBe('This request is closed.');
    expect((await cardOf({ ...cancelled, cancel_reason: 'Spam' })).ending).toBe(
      'This request is closed: Spam',
    );
    expect(await summaryOf(cancelled)).toMatchObject({ note: 'This request is closed.' });
  });

  test('as notification type', async () => {
    const notification = makeNotification({
      notification_type: word,
      title: 'Stored title',
      message: 'Stored message',
    });
    const { result } = await renderHook(useMessages, undefined, { messages: de, locale: 'de' });
    const stored = { title: 'Stored title', message: 'Stored message' };
    expect(notificationText(result.current, notification, 'UTC')).toEqual(stored);
  });

  test('as preferred day and time', async () => {
    const times = { preferred_days: [word, 'Monday'], preferred_time: word, time_zone: 'Europe/London' };
    const [preferredTimes] = (await cardOf(times)).details;
    expect(preferredTimes?.text).toMatch(/^Monday, /);
    expect(preferredTimes?.text).not.toContain('undefined');
  });

  test('as preferred time in the edit form', async () => {
    const request = makeRequest({ preferred_time: word });
    const edit = { request, onDone: () => {}, onUnseenRefusal: () => {} };
    const { result } = await renderHook(() => useEditForm(edit), undefined, {});
    expect(result.current.values.time).toBe(word);
  });
});

describe('who ended a request', () => {
  test.each([
    ['seller', 'You declined this request.', 'The seller declined this request.'],
    ['buyer', 'The buyer withdrew this request.', 'You withdrew this request.'],
    ['operator', 'The marketplace closed this request.', 'The marketplace closed this request.'],
    ['system', 'This request was closed automatically.', 'This request was closed automatically.'],
  ])('%s', async (cancelled_by, ending, sentence) => {
    const cancelled = { status: 'cancelled', cancelled_by, cancelled_at: '2026-11-25T12:00:00Z' };
    expect((await cardOf(cancelled)).ending).toBe(ending);
    const { note, steps } = await summaryOf(cancelled);
    expect([note, steps.at(-1)?.label]).toEqual([sentence, 'Closed']);
  });

  test('the buyer reads the marketplace’s reason, but not their own', async () => {
    const cancelled = { status: 'cancelled', cancel_reason: 'It was sold elsewhere.' };
    expect((await summaryOf({ ...cancelled, cancelled_by: 'operator' })).note).toBe(
      `The marketplace closed this request: ${cancelled.cancel_reason}`,
    );
    expect((await summaryOf({ ...cancelled, cancelled_by: 'buyer' })).note).toBe(
      'You withdrew this request.',
    );
  });
});
