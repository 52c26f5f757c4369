/** Nothing that someone typed becomes a header, a recipient, a link or markup: not in a mail, not in any other message. */

import { type MailServer, mailServer } from '@ringback/testing/providers/smtp.ts';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailChannel } from '../../src/delivery/channels/email.ts';
import { toMessage } from '../../src/delivery/message.ts';
import { plain } from '../../src/delivery/plain.ts';
import { deliveryWith } from '../support/deliveryWith.ts';
import { LINKS } from '../support/worker.ts';

const UNHURRIED = new AbortController().signal;

const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\r\n\r\n', '%0d%0a', '\\r\\n', '\0', '\u000b'];
const HEADERS = [
  'Bcc: victim@example.com',
  'To: victim@example.com',
  'Subject: owned',
  'Content-Type: text/html',
  'X-Evil: 1',
];
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">x</a>',
  '"><b>bold</b>',
  "' onmouseover='x",
  '</td></table><h1>You won</h1>',
  '<style>*{display:none}</style>',
  '<!-- -->',
  '&lt;b&gt;',
  '<svg/onload=alert(1)>',
];
const LINK_TEXTS = [
  'https://evil.example/win',
  'http://evil.example',
  'www.evil.example',
  'evil.example',
  'evil.example/path?x=1',
  'me@evil.example',
  'mailto:me@evil.example',
  'javascript:alert(1)',
  'tel:+19005550123',
  'hxxp://evil.example',
  'ftp://evil.example',
  '//evil.example',
  'evil。example',
  'https://evil.example:8080/',
  'data:text/html,x',
];
const TEMPLATES = [
  '{{7*7}}',
  ['$', '{7*7}'].join(''),
  '<%= 7*7 %>',
  '#{7*7}',
  '{id}',
  '%s%s%n',
  '$1$&',
  '{name}',
  '__proto__',
  '{0}',
];
const PAYLOADS = [
  ...BREAKS.flatMap((breakLine) => HEADERS.map((header) => `Ada${breakLine}${header}`)),
  ...[...MARKUP, ...LINK_TEXTS, ...TEMPLATES].flatMap((text) => [
    text,
    `Ada ${text} Lovelace`,
    `${text}${text}`,
  ]),
  ...MARKUP.map((text) => text.repeat(40)),
  ...[
    '\u202emoc.live',
    '\u200bevil\u200b.example',
    'a'.repeat(5_000),
    '\u0300'.repeat(500),
    '',
    ' ',
    '😀'.repeat(200),
  ],
];

const everywhere = (text: string) =>
  deliveryWith({
    ...{ recipient_name: text, other_name: text, listing_title: text, preferred_time: text },
    ...{
      request_message: text,
      data: { reason: text },
      listing_currency: text.slice(0, 10),
      listing_price: 1,
    },
  });

/** What a mail program would make a link of. */
const LINK =
  /[a-z]+:\/\/\S|www\.\S|[\p{L}\d-]\.[\p{L}]{2,}|[^\s@]@[^\s@]|mailto:\S|tel:\S|javascript:\S|data:\S/iu;

describe('mails', () => {
  let smtp: MailServer;
  let channel: ReturnType<typeof emailChannel>;
  beforeAll(async () => {
    smtp = await mailServer();
    channel = emailChannel({ url: smtp.url, from: 'Shop <callbacks@shop.example.com>' });
  });
  afterAll(async () => {
    channel.close?.();
    await smtp.close();
  });

  const headerNames = (raw: string) =>
    raw
      .split('\r\n\r\n', 1)[0]
      ?.split('\r\n')
      .filter((line) => /^\S/.test(line))
      .map((line) => line.split(':', 1)[0]);
  const elements = (html: string) => [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name);
  const links = (html: string) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url);

  test('keep their headers, their one recipient, their elements and their links', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(150);
    await Promise.all(
      [deliveryWith({ preferred_time: 'at six' }), ...PAYLOADS.map(everywhere)].map(async (delivery) => {
        expect(await channel.send(toMessage(delivery, LINKS), UNHURRIED)).toEqual({ outcome: 'sent' });
      }),
    );
    expect(smtp.received).toHaveLength(PAYLOADS.length + 1);
    const mails = await Promise.all(
      smtp.received.map(async (received) => ({ ...received, mail: await simpleParser(received.raw) })),
    );
    const good = mails.find(({ mail }) => mail.text?.includes('at six'));
    const [expectedHeaders, expectedLinks] = [headerNames(good?.raw ?? ''), links(String(good?.mail.html))];
    const expectedElements = new Set(elements(String(good?.mail.html)));
    for (const { raw, mail, recipients } of mails) {
      expect(recipients).toEqual(['seller@example.com']);
      expect(headerNames(raw)).toEqual(expectedHeaders);
      expect(links(String(mail.html))).toEqual(expectedLinks);
      expect(elements(String(mail.html)).filter((name) => !expectedElements.has(name))).toEqual([]);
    }
  });

  test.each([
    '=?utf-8?q?https=3A=2F=2Fevil=2Ecom?=',
    '=?UTF-8?B?aHR0cHM6Ly9ldmlsLmNvbQ==?=',
    'Ada =?us-ascii?q?x?= =?us-ascii?q?y?= Lovelace',
    'Ада =?utf-8?q?=E2=80=AEx?=',
    '=?koi8-r*en?Q?a?=',
    '"=?utf-8?q?x?="',
    '=?utf-8?q?not closed',
    `=?x?= ${'😀'.repeat(40)}`,
  ])('show %s in their subject as it was typed', async (name) => {
    smtp.received.length = 0;
    const message = toMessage(deliveryWith({ other_name: name }), LINKS);
    expect(message.title).toContain(name.slice(0, 40));
    await channel.send(message, UNHURRIED);
    const [received] = smtp.received;
    const { subject } = await simpleParser(received?.raw ?? '');
    expect(subject).toBe(message.title);
    const [header = ''] = received?.raw.match(/^Subject:.*(\r\n[ \t].*)*/m) ?? [];
    for (const line of header.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test.each([
    'a@example.com,b@example.com',
    'a@example.com b@example.com',
    '<a@example.com>',
    'Name <a@example.com>',
    'a@example.com\r\nRCPT TO:<b@example.com>',
    '@example.com:a@example.org',
    'group: a@example.com;',
    '"a b"@example.com',
    'nobody',
  ])('do not go to an address that is not one: %j', async (address) => {
    const message = toMessage(deliveryWith({ address }), LINKS);
    expect(await channel.send(message, UNHURRIED)).toEqual({ outcome: 'failed', code: 'invalid_address' });
  });
});

describe('what people typed', () => {
  test.each(PAYLOADS)('is plain in every message: %j', (payload) => {
    const { title, greeting, sentences, listing, entries, quotes } = toMessage(everywhere(payload), LINKS);
    const lines = [...entries, ...quotes].flatMap((entry) => [entry.label, ...entry.lines]);
    for (const text of [title, greeting, ...sentences, listing?.title ?? '', ...lines]) {
      expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(text).not.toMatch(LINK);
      expect(text.length).toBeLessThan(1_100);
    }
  });

  test.each([
    ['Ada Okafor', 'Ada Okafor'],
    ['J. R. Smith-Jones', 'J. R. Smith-Jones'],
    ['Bike 3.5 kg, 12:30', 'Bike 3.5 kg, 12:30'],
    ['علي', 'علي'],
    ['👩‍💻 Desk', '👩‍💻 Desk'],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
  ])('stays as it is where it is harmless: %s', (text, expected) => {
    expect(plain(text, 60)).toBe(expected);
  });
});
