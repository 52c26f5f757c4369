/** A request's history as it is read, also from a server that knows more than this page. */
import type { HistoryEntry } from '@ringback/client';
import { de } from '@ringback/react/messages/de';
import { en as messages } from '@ringback/react/messages/en';
import { expect, test } from 'vitest';
import { historyLines } from '../../web/src/requests/history.ts';
import { de as deWords } from '../../web/src/text/de.ts';
import { en as words } from '../../web/src/text/en.ts';

const AT = '2026-11-25T12:00:00Z';
const historyOf = (...entries: object[]) => ({
  history: entries.map((entry) => ({
    ...{ at: AT, actor: 'buyer', from_status: 'pending', to_status: 'pending', data: {} },
    ...entry,
  })) as HistoryEntry[],
});
const linesOf = (...entries: object[]) =>
  historyLines(historyOf(...entries), words, messages).map(({ title, by, note }) => [title, by, note]);

test('says what happened, who did it, and the reason given', () => {
  expect(
    linesOf(
      { event_type: 'request_created', from_status: null },
      { event_type: 'request_edited', data: { fields: ['message'] } },
      { event_type: 'seller_reminded', actor: 'system' },
      { event_type: 'call_attempted', actor: 'seller', data: { outcome: 'no_answer' } },
      { event_type: 'status_changed', actor: 'seller', to_status: 'acknowledged' },
      { event_type: 'status_changed', actor: 'seller', to_status: 'cancelled', data: { reason: 'Sold.' } },
      { event_type: 'status_changed', to_status: 'cancelled' },
      { event_type: 'status_changed', actor: 'operator', to_status: 'cancelled', data: { reason: null } },
    ),
  ).toEqual([
    ['Requested', 'by the buyer', undefined],
    ['Request edited', 'by the buyer', undefined],
    ['Reminder sent', 'automatically', undefined],
    ['Seller called: no answer', '', undefined],
    ['Seen', 'by the seller', undefined],
    ['Declined', 'by the seller', 'Sold.'],
    ['Withdrawn', 'by the buyer', undefined],
    ['Closed', 'by the marketplace', undefined],
  ]);
});

test.each([
  [{ event_type: 'completion_confirmed' }, 'Call confirmed', 'by the buyer'],
  [{ event_type: 'completion_contradicted' }, 'Call disputed', 'by the buyer'],
  [{ event_type: 'acknowledgement_undone', actor: 'seller' }, '“I’ll call” taken back', 'by the seller'],
  [{ event_type: 'request_extended' }, 'Request extended', 'by the buyer'],
  [{ event_type: 'request_expiring', actor: 'system' }, 'Expiry reminder sent', 'automatically'],
])('has a text of its own for %j', (entry, title, by) => {
  expect(linesOf(entry)).toEqual([[title, by, undefined]]);
});

test.each(['appointment_booked', 'constructor', 'toString', ''])('an unknown word %j has a text', (word) => {
  expect(
    linesOf(
      { event_type: word, actor: word, data: { outcome: word } },
      { event_type: 'call_attempted', actor: 'seller', data: { outcome: word } },
      { event_type: 'call_attempted', actor: 'seller' },
      { event_type: 'status_changed', to_status: word },
    ),
  ).toEqual([
    ['Request updated', '', undefined],
    ['Call attempt by the seller', '', undefined],
    ['Call attempt by the seller', '', undefined],
    ['Request updated', 'by the buyer', undefined],
  ]);
});

test('in the reader’s language', () => {
  const history = historyOf({ event_type: 'call_attempted', actor: 'seller', data: { outcome: 'busy' } });
  expect(historyLines(history, deWords, de)).toEqual([
    { at: AT, title: `Verkäufer hat angerufen: ${de.outcomes.busy}`, by: '', note: undefined },
  ]);
});
