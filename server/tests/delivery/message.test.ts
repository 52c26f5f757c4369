/** What a message says, by what happened and to whom it goes. */
import { describe, expect, test } from 'vitest';
import { toMessage } from '../../src/delivery/message.ts';
import { deliveryWith } from '../support/deliveryWith.ts';
import { LINKS } from '../support/worker.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'];

describe('a request that was cancelled', () => {
  const cancelled = { notification_type: 'request_cancelled' };
  const titleFor = (is_to_seller: boolean, cancelled_by: string) =>
    toMessage(deliveryWith({ ...cancelled, is_to_seller, cancelled_by }), LINKS).title;

  test('is declined or withdrawn when the other side did it', () => {
    expect(titleFor(false, 'seller')).toBe('Ada declined your callback request');
    expect(titleFor(true, 'buyer')).toBe('Ada withdrew their callback request');
  });

  test.each(['operator', 'system', 'a later word'])('is closed for both sides when %s did it', (actor) => {
    for (const isToSeller of [true, false])
      expect(titleFor(isToSeller, actor)).toBe('Callback request closed');
  });

  test.each(LANGUAGES)('blames neither side for what the marketplace did, in %s', (locale) => {
    for (const is_to_seller of [true, false]) {
      const delivery = deliveryWith({ ...cancelled, is_to_seller, locale, cancelled_by: 'operator' });
      const { title, sentences, language } = toMessage(delivery, LINKS);
      expect(language).toBe(locale);
      expect([title, ...sentences].join(' ')).not.toContain('Ada');
      expect(sentences.join(' ')).toContain('Bike');
    }
  });
});

test.each([
  ['new_request', 'New callback request', 'A buyer would like you to call about “Bike”.'],
  [
    'request_reminder',
    'Reminder: a buyer is waiting for your call',
    'A buyer is still waiting for your call about “Bike”.',
  ],
])('%s has words for a buyer whose name is gone', (notification_type, expected, sentence) => {
  const { title, sentences } = toMessage(deliveryWith({ notification_type, other_name: null }), LINKS);
  expect([title, sentences[0]]).toEqual([expected, sentence]);
});

test.each([
  ['fr', 'fr'],
  ['fr-FR', 'fr'],
  ['fr_FR', 'fr'],
  ['FR_ca', 'fr'],
  ['fr_FR.UTF-8', 'fr'],
  ['ar_EG', 'ar'],
  ['zh_Hant_TW', 'en'],
  ['pt_BR', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('a profile of locale “%s” is written to in %s', (locale, language) => {
  expect(toMessage(deliveryWith({ locale }), LINKS).language).toBe(language);
});

test('a preferred time in the buyer’s own words stays as it is', () => {
  const delivery = deliveryWith({ preferred_time: 'constructor', preferred_days: ['Monday'] });
  expect(toMessage(delivery, LINKS).entries).toContainEqual({
    label: 'Preferred times',
    lines: ['Monday, constructor'],
  });
});

test('the footer names the marketplace, or else where Ringback is', () => {
  const { brand } = deliveryWith({});
  const footer = (name: string | null) =>
    toMessage(deliveryWith({ brand: { ...brand, name } }), LINKS).footer;
  expect(footer('Shop')).toMatch(/ on Shop\.$/);
  expect(footer(null)).toMatch(/ on callbacks\.example\.com\.$/);
});

test('a type of a later database has the stored text', () => {
  const stored = { title: 'News', message: 'Something happened.' };
  const message = toMessage(deliveryWith({ notification_type: 'later', ...stored }), LINKS);
  expect(message).toMatchObject({ title: stored.title, sentences: [stored.message] });
});

test('what asks nothing of the reader says so', () => {
  const withdrawn = deliveryWith({ notification_type: 'request_cancelled', cancelled_by: 'buyer' });
  expect(toMessage(withdrawn, LINKS).sentences.join(' ')).toMatch(/ No action needed\.$/);
});

describe('what happened is in the message', () => {
  const attempted = {
    ...{ is_to_seller: false, notification_type: 'call_attempted', locale: 'en-GB' },
    data: {
      outcome: 'no_answer',
      attempted_at: '2020-01-06T21:02:00Z',
      next_attempt_at: '2020-01-07T17:00:00Z',
    },
  };

  test('a call attempt with its time and the next, as the reader’s clock has them', () => {
    const [sentence] = toMessage(
      deliveryWith({ ...attempted, reader_time_zone: 'Africa/Lagos' }),
      LINKS,
    ).sentences;
    expect(sentence).toBe(
      'Ada tried to reach you on Monday 6 January at 22:02 about “Bike” (no answer) and plans to try again on Tuesday 7 January at 18:00.',
    );
  });

  test.each(['Nowhere/Land', 'localtime'])(
    'in UTC where the runtime has no zone “%s”',
    (reader_time_zone) => {
      expect(toMessage(deliveryWith({ ...attempted, reader_time_zone }), LINKS).title).toMatch(/21:02/);
    },
  );

  test('today has no date', () => {
    const attempted_at = new Date().toISOString();
    const { title } = toMessage(deliveryWith({ ...attempted, data: { attempted_at } }), LINKS);
    expect(title).toMatch(/^Ada tried to reach you at \d?\d:\d\d$/);
  });

  test.each(LANGUAGES)('the reason of a decline is quoted as plain text, in %s', (locale) => {
    const reason = 'Sold. See evil.com <b>or</b> call +44 20 7946 0958.';
    const declined = { notification_type: 'request_cancelled', cancelled_by: 'seller', is_to_seller: false };
    const text = toMessage(deliveryWith({ ...declined, locale, data: { reason } }), LINKS).sentences[0];
    expect(text).toContain('Sold. See evil. com <b>or</b> call +44 · 20 · 7946 · 0958');
  });

  test('a new number is named as what changed', () => {
    const edited = (fields: string[]) =>
      toMessage(deliveryWith({ notification_type: 'request_edited', data: { fields } }), LINKS).sentences[0];
    expect(edited(['message', 'requester_phone'])).toContain('changed the phone number');
    expect(edited(['message'])).toContain('edited their callback request');
  });
});
