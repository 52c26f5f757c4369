/** A request's history as it is read, also from a server that knows more than this page. */
import type { CallbackRequestDetail, HistoryEntry } from '@ringback/client';
import { expect, test } from 'vitest';
import { useCallbackHistory } from '../../../src/headless/index.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

const AT = '2026-11-25T12:00:00Z';
const requestWith = (...entries: object[]): Pick<CallbackRequestDetail, 'history'> => ({
  history: entries.map((entry) => ({
    ...{ at: AT, actor: 'buyer', from_status: 'pending', to_status: 'pending', data: {} },
    ...entry,
  })) as HistoryEntry[],
});
const render = (request: Pick<CallbackRequestDetail, 'history'>, options: RenderOptions = {}) =>
  renderHook(useCallbackHistory, request, options);

/** Of the few that are shown at first, newest first. */
async function linesOf(entries: object[], options?: RenderOptions) {
  const { result } = await render(requestWith(...entries), options);
  return result.current.lines.map(({ title, by, note }) => [title, by, note]);
}

test.each([
  [{ event_type: 'request_created', from_status: null }, 'Requested', 'by the buyer'],
  [{ event_type: 'request_edited', data: { fields: ['message'] } }, 'Request edited', 'by the buyer'],
  [{ event_type: 'seller_reminded', actor: 'system' }, 'Reminder sent', 'automatically'],
  [
    { event_type: 'call_attempted', actor: 'seller', data: { outcome: 'no_answer' } },
    'Seller called: no answer',
    undefined,
  ],
  [{ event_type: 'status_changed', actor: 'seller', to_status: 'acknowledged' }, 'Seen', 'by the seller'],
  [{ event_type: 'status_changed', to_status: 'cancelled' }, 'Withdrawn', 'by the buyer'],
  [
    { event_type: 'status_changed', actor: 'operator', to_status: 'cancelled', data: { reason: null } },
    'Closed',
    'by the marketplace',
  ],
  [{ event_type: 'completion_confirmed' }, 'Call confirmed', 'by the buyer'],
  [{ event_type: 'completion_contradicted' }, 'Call disputed', 'by the buyer'],
  [{ event_type: 'acknowledgement_undone', actor: 'seller' }, '“I’ll call” taken back', 'by the seller'],
  [{ event_type: 'request_extended' }, 'Request extended', 'by the buyer'],
  [{ event_type: 'request_expiring', actor: 'system' }, 'Expiry reminder sent', 'automatically'],
  [{ event_type: 'seller_note_changed', actor: 'seller' }, 'Private note changed', 'by the seller'],
  [
    { event_type: 'request_snoozed', actor: 'seller', data: { snoozed_until: AT } },
    'Snoozed',
    'by the seller',
  ],
  [{ event_type: 'request_snoozed', actor: 'seller' }, 'Snooze ended', 'by the seller'],
])('%j says what happened and who did it', async (entry, title, by) => {
  expect(await linesOf([entry])).toEqual([[title, by, undefined]]);
});

test('the newest is first, with the reason that was given and when', async () => {
  const declined = { event_type: 'status_changed', actor: 'seller', to_status: 'cancelled' };
  const request = requestWith(
    { event_type: 'request_created', at: '2024-11-24T09:00:00Z' },
    { ...declined, data: { reason: 'Sold.' } },
  );
  const { result } = await render(request);
  expect(result.current.lines).toMatchObject([
    { title: 'Declined', by: 'by the seller', note: 'Sold.', at: AT },
    { title: 'Requested', when: '24 November 2024 at 09:00' },
  ]);
});

test.each(['appointment_booked', 'constructor', 'toString', ''])(
  'an unknown word %j has a text',
  async (word) => {
    expect(
      await linesOf([
        { event_type: 'status_changed', to_status: word },
        { event_type: 'call_attempted', actor: 'seller' },
        { event_type: 'call_attempted', actor: 'seller', data: { outcome: word } },
        { event_type: word, actor: word, data: { outcome: word } },
      ]),
    ).toEqual([
      ['Request updated', undefined, undefined],
      ['Call attempt by the seller', undefined, undefined],
      ['Call attempt by the seller', undefined, undefined],
      ['Request updated', 'by the buyer', undefined],
    ]);
  },
);

test('in the reader’s language', async () => {
  const attempt = { event_type: 'call_attempted', actor: 'seller', data: { outcome: 'busy' } };
  expect(await linesOf([attempt], { messages: de })).toEqual([
    [`Verkäufer hat angerufen: ${de.outcomes.busy}`, undefined, undefined],
  ]);
});

test('a long history begins with the newest few, and keeps its lines when the others come', async () => {
  const edits = Array.from({ length: 39 }, () => ({ event_type: 'request_edited' }));
  const { result } = await render(requestWith({ event_type: 'request_created' }, ...edits));
  const few = result.current.lines;
  expect(few.map(({ id }) => id)).toEqual([39, 38, 37, 36, 35]);
  expect(result.current.showAll?.label).toBe('Show all 40');
  await act(async () => result.current.showAll?.run());
  expect(result.current.lines).toHaveLength(40);
  expect(result.current.lines.slice(0, 5)).toEqual(few);
  expect(result.current.lines.at(-1)?.title).toBe('Requested');
  expect(result.current.showAll).toBeUndefined();
});
