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
    expect(titleFor(false, 'seller')).toBe('Your request was declined');
    expect(titleFor(true, 'buyer')).toBe('A callback request was withdrawn');
  });

  test.each(['operator', 'system', 'a later word'])('is closed for both sides when %s did it', (actor) => {
    for (const isToSeller of [true, false])
      expect(titleFor(isToSeller, actor)).toBe('A callback request was closed');
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

test('what asks nothing of the reader says so', () => {
  const withdrawn = deliveryWith({ notification_type: 'request_cancelled', cancelled_by: 'buyer' });
  expect(toMessage(withdrawn, LINKS).sentences.join(' ')).toMatch(/ No action needed\.$/);
});
