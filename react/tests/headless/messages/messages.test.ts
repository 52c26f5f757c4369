/**
 * Every catalogue says everything, in its own language. That its keys are complete is checked by the
 * compiler.
 */
import { describe, expect, test } from 'vitest';
import { ar } from '../../../src/headless/messages/ar.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { en, type Messages } from '../../../src/headless/messages/en.ts';
import { es } from '../../../src/headless/messages/es.ts';
import { fr } from '../../../src/headless/messages/fr.ts';
import { type MessageOverrides, readerWords, wordsOf } from '../../../src/headless/messages/messages.ts';
import { notificationName, notificationText } from '../../../src/headless/notifications/notificationText.ts';
import { makeNotification } from '../../support/samples.ts';

const readerMessages = (overrides: MessageOverrides, locale: string) =>
  wordsOf(readerWords(overrides, locale), en);

/** Words that are the same in both languages. */
const SHARED = new Set([
  'Message',
  'Code',
  'Normal',
  'Mailbox',
  'optional',
  'Name',
  '7 min',
  '7 minutes',
  'Abc, Xyz',
  'No',
  'Status',
  'Notifications',
  'Push',
  'SMS',
  'Browser',
  ', ',
  '; ',
]);

const DETAILS = { name: 'Abc', listing: 'Xyz' };

/** Every text with its place; functions are called with arguments that fit. */
function textsOf(messages: object, place = ''): [place: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object') return textsOf(value, `${place}${name}.`);
    if (place === 'notifications.') return textsOf(value(DETAILS), `${place}${name}.`);
    const isCount = /characters|tooLong|Left$|Over$|count|more|Days$|^(minutes|hours|stars)$/.test(name);
    const given = isCount ? [7, 8] : ['Abc', 'Xyz', 'Uvw'];
    const text = typeof value === 'function' ? value(...given) : value;
    return [[`${place}${name}`, text]];
  });
}

describe.each([
  ['en', en],
  ['fr', fr],
  ['es', es],
  ['de', de],
  ['ar', ar],
] satisfies [string, Messages][])('%s', (language, messages) => {
  test('says everything', () => {
    expect(messages.language).toBe(language);
    for (const [place, text] of textsOf(messages)) {
      expect(typeof text, place).toBe('string');
      expect(text.length, place).toBeGreaterThan(0);
      expect(text, place).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('puts in what it is given', () => {
    expect(messages.card.call('Ama')).toContain('Ama');
    expect(messages.form.charactersLeft(1234)).toContain('1234');
    expect(messages.fieldErrors.tooLong(500)).toContain('500');
    expect(messages.preferredTimes.yourTime('A', 'B')).toMatch(/A.*B/);
    expect(messages.dialog.ask('')).not.toMatch(/\u2068\u2069| {2}/);
  });
});

test.each([fr, es, de, ar])('$language is not English', (messages) => {
  const english = new Map(textsOf(en));
  const same = textsOf(messages).filter(
    ([place, text]) => english.get(place) === text && /\p{L}{3}/u.test(text) && !SHARED.has(text),
  );
  expect(same.filter(([place]) => !/^preferredTimes\.(window|named|inZone)/.test(place))).toEqual([]);
});

test.each([
  [1, 'حرف واحد'],
  [2, 'حرفان'],
  [3, '3 حروف'],
  [11, '11 حرفًا'],
  [100, '100 حرف'],
  [103, '103 حروف'],
])('Arabic counts %i as Arabic does', (count, counted) => {
  expect(ar.form.charactersLeft(count)).toContain(counted);
});

test('Spanish clocks strike one in the singular', () => {
  expect(es.when.today('1:05')).toBe('hoy a la 1:05');
  expect(es.when.today('13:05')).toBe('hoy a las 13:05');
});

describe('what the reader gets', () => {
  test('English, with the words that the host gives instead', () => {
    const messages = readerMessages({ button: { ask: 'Ring me' } }, 'en-GB');
    expect(messages.button.ask).toBe('Ring me');
    expect(messages.button.retry).toBe(en.button.retry);
  });

  test('dates of the same language as the words', () => {
    expect(readerMessages({}, 'de-AT').locale).toBe('en');
    expect(readerMessages(de, 'de-AT').locale).toBe('de-AT');
    expect(readerMessages(fr, 'de-AT').locale).toBe('fr');
  });

  test('a locale that Intl can read, also from one that is written as profiles have it', () => {
    const { locale } = readerMessages(fr, 'fr_CA');
    expect(locale).toBe('fr-CA');
    expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
  });

  test('the direction of writing', () => {
    expect(readerMessages(ar, 'ar-EG').direction).toBe('rtl');
    expect(readerMessages(fr, 'ar-EG').direction).toBe('ltr');
  });
});

describe('what a notification says', () => {
  const stored = makeNotification({ notification_type: 'new_request' });
  const ended = { notification_type: 'request_cancelled', other_name: 'Kofi', listing_title: null } as const;

  test.each([fr, es, de, ar])('names the other side and the listing in $language', (messages) => {
    const { title, message } = notificationText(readerMessages(messages, messages.language), stored, 'UTC');
    expect([title, message]).not.toContain(stored.title);
    expect(message).toContain('Ama Mensah');
    expect(message).toContain('Road bike');
  });

  test.each([fr, es, de, ar])('has words for whom and what it does not know in $language', (messages) => {
    const unknown = { ...stored, other_name: null, listing_title: null };
    const { title, message } = notificationText(readerMessages(messages, messages.language), unknown, 'UTC');
    for (const text of [title, message]) expect(text).not.toMatch(/null|undefined|«»|„“|^\s|\s{2}/);
  });

  test.each([
    ['seller', 'buyer', 'Kofi hat die Rückrufanfrage zurückgezogen'],
    ['buyer', 'seller', 'Kofi hat Ihre Rückrufanfrage abgelehnt'],
    ['seller', 'operator', 'Rückrufanfrage geschlossen'],
    ['buyer', 'operator', 'Rückrufanfrage geschlossen'],
    ['buyer', 'system', 'Rückrufanfrage geschlossen'],
  ] as const)('tells the %s what a cancellation by the %s is', (as, cancelled_by, title) => {
    const notification = makeNotification({ ...ended, as, cancelled_by });
    expect(notificationText(readerMessages(de, 'de'), notification, 'UTC').title).toBe(title);
  });

  test('says what the occasion holds, on the reader’s clock', () => {
    const tried = makeNotification({
      ...{ notification_type: 'call_attempted', as: 'buyer', other_name: 'Kofi', listing_title: null },
      data: {
        outcome: 'busy',
        attempted_at: '2026-11-20T14:05:00Z',
        next_attempt_at: '2026-11-21T09:00:00Z',
      },
    });
    const { message } = notificationText(readerMessages({}, 'en-GB'), tried, 'Africa/Cairo');
    expect(message).toMatch(/tried to reach you on Friday,? 20 November at 16:05 \(line busy\)/);
    expect(message).toMatch(/plans to try again on Saturday,? 21 November at 11:00\.$/);
  });

  test('quotes the reason of a decline', () => {
    const declined = makeNotification({
      ...ended,
      ...{ as: 'buyer', cancelled_by: 'seller', data: { reason: 'It is sold.' } },
    });
    expect(notificationText(readerMessages({}, 'en'), declined, 'UTC').message).toContain('“It is sold”');
  });

  test.each([fr, es, de, ar])('blames neither side for what the marketplace did in $language', (messages) => {
    for (const as of ['seller', 'buyer'] as const) {
      const notification = makeNotification({ ...ended, as, cancelled_by: 'operator' });
      const { title, message } = notificationText(
        readerMessages(messages, messages.language),
        notification,
        'UTC',
      );
      expect([title, message]).not.toContain(notification.title);
      expect(message).not.toContain('Kofi');
    }
  });

  test('is English in English, and where a catalogue has no texts', () => {
    const english = {
      title: 'New callback request from Ama Mensah',
      message: 'Ama Mensah would like you to call about “Road bike”.',
    };
    expect(notificationText(readerMessages({}, 'en'), stored, 'UTC')).toEqual(english);
    const { notifications: _notifications, ...older } = fr;
    expect(notificationText(readerMessages(older, 'fr'), stored, 'UTC')).toEqual(english);
  });

  test('is what the app gives instead', () => {
    const own = { title: 'Ring', message: 'Ring Ama.' };
    const messages = readerMessages({ ...fr, notifications: { new_request: () => own } }, 'fr');
    expect(notificationText(messages, stored, 'UTC')).toEqual(own);
  });
});

test('what a type is called: in the language, else in English, else by its own name', () => {
  const { notificationNames: _names, ...older } = fr;
  expect(notificationName(readerMessages(de, 'de'), 'new_request')).toBe('Neue Rückrufanfrage');
  expect(notificationName(readerMessages({}, 'en'), 'new_request')).toBe('New callback request');
  expect(notificationName(readerMessages(older, 'fr'), 'new_request')).toBe('New callback request');
  for (const unknown of ['later', 'constructor'])
    expect(notificationName(readerMessages(de, 'de'), unknown)).toBe(unknown);
});
