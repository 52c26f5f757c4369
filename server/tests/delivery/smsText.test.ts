/** An SMS costs two segments at most, whatever people are called. */
import { describe, expect, test } from 'vitest';
import { segmentsOf, smsText } from '../../src/delivery/channels/smsText.ts';
import { toMessage } from '../../src/delivery/message.ts';
import { deliveryWith } from '../support/deliveryWith.ts';
import { LINKS } from '../support/worker.ts';

const FAMILY = '👨‍👩‍👧‍👦';

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  [`${'a'.repeat(158)}€`, 1],
  [`${'a'.repeat(159)}€`, 2],
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['ж'.repeat(70), 1],
  ['ж'.repeat(134), 2],
  ['ж'.repeat(135), 3],
  ['😀'.repeat(35), 1],
  ['😀'.repeat(66), 2],
  ['😀'.repeat(67), 3],
  [FAMILY.repeat(12), 2],
  [FAMILY.repeat(13), 3],
])('%s is counted as phones count', (text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

describe('a message', () => {
  const textFor = (other_name: string, requestUrl = LINKS.requestUrl, locale = 'en') =>
    smsText(toMessage(deliveryWith({ other_name, locale }), { ...LINKS, requestUrl }));
  const longLink = `https://shop.example.com/${'p'.repeat(80)}/{id}`;

  test.each([
    'Ada Okafor',
    'Жанна '.repeat(20),
    '😀'.repeat(60),
    `Ada ${'😀'.repeat(40)}`,
    FAMILY.repeat(15),
    '🇩🇪'.repeat(30),
    'n'.repeat(300),
  ])('of %s takes two segments at most, and cuts no character apart', (name) => {
    for (const locale of ['en', 'de', 'fr', 'es', 'ar'])
      for (const link of [LINKS.requestUrl, longLink]) {
        const text = textFor(name, link, locale);
        expect(segmentsOf(text)).toBeLessThanOrEqual(2);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/\u200d(?!\p{Extended_Pictographic})/u);
      }
  });

  test('has its link, and all of a name of letters', () => {
    expect(textFor('Ada Okafor')).toBe(
      'New callback request from Ada Okafor\nhttps://shop.example.com/callbacks/0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12',
    );
    expect(textFor('n'.repeat(60), longLink)).toContain('n'.repeat(60));
  });

  test('is cut so that its link stays, and loses a link that leaves too little room', () => {
    expect(textFor('😀'.repeat(60))).toMatch(/😀\.\.\.\nhttps:/u);
    expect(textFor('😀'.repeat(60), longLink)).toMatch(/^New callback request from\.\.\.\nhttps:/);
    expect(textFor('Ada Okafor', `${longLink}${'p'.repeat(160)}`)).toBe(
      'New callback request from Ada Okafor',
    );
  });
});
