/** No program that looks for links, addresses or phone numbers finds one in what people typed, in any part of any message. */
import fc from 'fast-check';
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import LinkifyIt from 'linkify-it';
import { describe, expect, test } from 'vitest';
import { smsText } from '../../src/delivery/channels/smsText.ts';
import { webPushPayload } from '../../src/delivery/channels/webPush.ts';
import { mailText } from '../../src/delivery/mail/text.ts';
import { toMessage } from '../../src/delivery/message.ts';
import { plain } from '../../src/delivery/plain.ts';
import { deliveryWith } from '../support/deliveryWith.ts';
import { LINKS } from '../support/worker.ts';

const FUZZY = { fuzzyLink: true, fuzzyIP: true, fuzzyEmail: true };
/** One that knows the real top level domains, and one that takes any word for one. */
const FINDERS = [
  new LinkifyIt(FUZZY),
  new LinkifyIt(FUZZY).tlds('[a-z\\u00c0-\\u052f\\u0620-\\u064a\\u0900-\\u097f]{2,}', true),
];
const COUNTRIES: CountryCode[] = ['GB', 'US', 'DE'];
/** As Android's own finder and others have it: five digits or more, with what stands in numbers between them. */
const DIALLABLE = /\p{Nd}(?:[\s\p{Pd}\p{M}\p{Cf}.()/+*#~_[\]]*\p{Nd}){4,}/u;

function foundIn(text: string): string[] {
  return [
    ...FINDERS.flatMap((finder) => finder.match(text) ?? []).map(({ raw }) => raw),
    ...COUNTRIES.flatMap((country) => findPhoneNumbersInText(text, country)).map(
      ({ number }) => number.number,
    ),
    ...(text.match(DIALLABLE) ?? []),
  ];
}

const LINKS_AND_ADDRESSES = [
  'evil\u200d.com',
  'evil\u200c.com',
  'i❤.ws',
  'i❤\ufe0f.ws',
  '👩‍💻.to',
  'हिन्दी.com',
  'कि.भारत',
  'e\u0301.com',
  '192.168.0.1',
  'at 8.8.8.8:80',
  '1.1.1.1/x',
  'me@evil.com',
  'me＠evil.com',
  'https://evil.com/x?y=1#z',
  'HTTP://8.8.8.8',
  '//evil.com',
  'http://localhost/x',
  'www.evil.com',
  'www.evil',
  'evil.com:8080',
  'mailto:me@evil.com',
  'sms:+19005550123',
  'xn--80ak6aa92e.com',
  'evil.com.',
  '4.evil.com',
  'bit.ly/3x',
];
/** What other programs than these finders may see. */
const OTHERS = [
  '(evil).com',
  '"evil".com',
  'evil-.com',
  'x_.com',
  'evil․com',
  'evil﹒com',
  'evil。com',
  'me❤@evil.com',
  'tel:112',
];
const NUMBERS = [
  '+19005550123',
  '+44 20 7946 0958',
  '00442079460958',
  '(020) 7946-0958',
  '07400 123456',
  '07400.123.456',
  '07400/123456',
  '07400‑123‑456',
  '07400\u00a0123\u2009456',
  '07400\u2060123456',
  '07400\u200d123456',
  '٠٧٤٠٠١٢٣٤٥٦',
  '０７４００１２３４５６',
  '𝟎𝟕𝟒𝟎𝟎𝟏𝟐𝟑𝟒𝟓𝟔',
  '0 7 4 0 0 1 2 3 4 5 6',
  '1️⃣9️⃣0️⃣0️⃣5️⃣5️⃣5️⃣0️⃣1️⃣2️⃣3️⃣',
  'call 118118 now',
  '555-0123',
  '*21*07400123456#',
  '[07400] 123_456',
];

const everywhere = (text: string, locale = 'en', notification_type = 'new_request') =>
  toMessage(
    deliveryWith({
      ...{ recipient_name: text, other_name: text, listing_title: text, preferred_time: text, locale },
      ...{ listing_currency: text.slice(0, 10), listing_price: 450, request_message: text },
      data: { reason: text },
      ...{ notification_type, title: text, message: `About ${text}.` },
    }),
    LINKS,
  );

/** Every text of it, without the links that are our own. */
function textsOf(message: ReturnType<typeof everywhere>): string[] {
  const { title, greeting, sentences, link, unsubscribe } = message;
  const push = webPushPayload(message);
  const own = [link?.url ?? '', unsubscribe?.url ?? ''];
  return [title, greeting, ...sentences, mailText(message), smsText(message), push.title, push.body].map(
    (text) => own.reduce((rest, url) => rest.replaceAll(url, '(ours)'), text),
  );
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'];
const TYPES = ['request_acknowledged', 'request_cancelled', 'request_expired', 'later'];

describe('nothing is found in', () => {
  test.each([...LINKS_AND_ADDRESSES, ...OTHERS, ...NUMBERS])('%s', (text) => {
    if (!OTHERS.includes(text)) expect(foundIn(text)).not.toEqual([]);
    const messages = [
      ...LANGUAGES.map((locale) => everywhere(text, locale)),
      ...TYPES.map((type) => everywhere(text, 'en', type)),
    ];
    for (const part of new Set(messages.flatMap(textsOf))) expect(foundIn(part), part).toEqual([]);
  });

  test('whatever is made of the parts of links and numbers', () => {
    const parts = [
      'evil',
      'com',
      'é',
      '❤',
      '\u200d',
      '\ufe0f',
      'ि',
      '.',
      '。',
      ':',
      '/',
      '//',
      '@',
      '-',
      ' ',
      ' ',
      '(',
      ')',
      '+',
    ];
    const typed = fc.array(
      fc.constantFrom(...parts, '0', '7', '12', '345', '6789', '07400', 'www.', 'http'),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(typed, (pieces) => {
        const text = plain(pieces.join(''), 80);
        expect(foundIn(text)).toEqual([]);
        expect(foundIn(`“${text}”. Next`)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  ['Ada Okafor', 'Ada Okafor'],
  ['J. R. Smith-Jones', 'J. R. Smith-Jones'],
  ['Renault 5, 3.5 kg, 12:30', 'Renault 5, 3.5 kg, 12:30'],
  ['Flat, 2 rooms, 1200 €/month', 'Flat, 2 rooms, 1200 €/month'],
  ['AC/DC vinyl', 'AC/DC vinyl'],
  ['Wait... what?', 'Wait... what?'],
  ['Audi 80, 1995, 120000 km', 'Audi 80, 1995, 120·000 km'],
  ['Audi A4 2015 120 000 km', 'Audi A4 · 2015 · 120 · 000 km'],
  ['+44 20 7946 0958', '+44 · 20 · 7946 · 0958'],
  ['evil.com', 'evil. com'],
  ['http://evil.com', 'http: / / evil. com'],
  ['=?utf-8?q?evil?=', '=?utf-8?q?evil?='],
])('%s reads as %s', (typed, shown) => {
  expect(plain(typed, 60)).toBe(shown);
});
