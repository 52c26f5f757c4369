/**
 * Every mail, of each type to each side in each language, as two programs read it: mailparser and Python's
 * email module.
 */
import { spawnSync } from 'node:child_process';
import { NOTIFICATION_TYPES } from '@ringback/client';
import { byForm } from '@ringback/testing/full.ts';
import { type MailServer, mailServer } from '@ringback/testing/providers/smtp.ts';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredBrand } from '../../src/delivery/brand.ts';
import type { Message } from '../../src/delivery/channels/channel.ts';
import { emailChannel } from '../../src/delivery/channels/email.ts';
import { sampleDelivery } from '../../src/delivery/mail/sample.ts';
import { mailText } from '../../src/delivery/mail/text.ts';
import { toMessage } from '../../src/delivery/message.ts';

const LINKS = {
  publicUrl: 'https://callbacks.example.com',
  requestUrl: 'https://shop.example.com/callbacks/{id}',
};
const BRAND: StoredBrand = {
  name: 'Shop & Söhne',
  logo_url: 'https://shop.example.com/logo.png?size=2&dark=0',
  color: '#ffd400',
  address: 'Shop GmbH\n1 Market Street\nAccra',
  reply_to: 'help@shop.example.com',
};
const LANGUAGES = byForm(['en', 'fr', 'ar'], ['en', 'de', 'fr', 'es', 'ar']);
const SIDES = ['buyer', 'seller'] as const;
/** Also one that came with a later version. */
const TYPES = [...NOTIFICATION_TYPES, 'later'];

interface ReadByPython {
  subject: string;
  type: string;
  parts: string[];
  to: string[];
  replyTo: string[];
  headers: Record<string, string>;
  text: string;
  html: string;
  defects: string[];
}

interface Case {
  name: string;
  message: Message;
}
interface Read extends Case {
  raw: string;
  mail: ParsedMail;
  python: ReadByPython | undefined;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('python3 is missing: mails are read by mailparser alone.');

const sample = (type: string, as: 'buyer' | 'seller', locale: string) =>
  sampleDelivery({ brand: BRAND, type, title: 'Later', as, locale, address: 'reader@example.com' });

const CASES: Case[] = TYPES.flatMap((type) =>
  SIDES.flatMap((as) =>
    LANGUAGES.map((locale) => {
      const picture = { listing_image: 'https://img.example.com/bike.jpg' };
      const message = toMessage({ ...sample(type, as, locale), ...picture }, LINKS);
      return { name: `${type} to the ${as} in ${locale}`, message };
    }),
  ),
);

const HOSTILE = [
  '"><script>alert(1)</script>',
  '</td></tr></table></body>',
  '<!--[if mso]><img src=x><![endif]-->',
  '&lt;b&gt; & "quotes" \'single\'',
  'Ada\r\nBcc: victim@example.com',
  '\u202eevil\u202c',
  '=?utf-8?q?=3Cb=3E?=',
  'علي <b>',
  '👩‍💻 Zoë',
  ['$', '{name} {{name}} %s'].join(''),
];
const HOSTILE_CASES: Case[] = HOSTILE.map((text) => {
  const typed = { recipient_name: text, other_name: text, listing_title: text, preferred_time: text };
  const delivery = {
    ...sample('new_request', 'seller', 'ar'),
    ...typed,
    request_message: `${text}\n${text}`,
  };
  return { name: `with ${JSON.stringify(text)}`, message: toMessage(delivery, LINKS) };
});

let smtp: MailServer;
const read = new Map<string, Read>();

beforeAll(async () => {
  smtp = await mailServer();
  const channel = emailChannel({ url: smtp.url, from: 'Shop <callbacks@shop.example.com>' });
  const cases = [...CASES, ...HOSTILE_CASES];
  for (const { message } of cases) {
    expect(await channel.send(message, new AbortController().signal)).toEqual({ outcome: 'sent' });
  }
  channel.close?.();
  const raws = smtp.received.map(({ raw }) => raw);
  const byPython = readByPython(raws);
  for (const [index, each] of cases.entries()) {
    const raw = raws[index] ?? '';
    read.set(each.name, { ...each, raw, mail: await simpleParser(raw), python: byPython?.[index] });
  }
}, 180_000);
afterAll(() => smtp.close());

function readByPython(raws: string[]): ReadByPython[] | undefined {
  if (!hasPython) return undefined;
  const script = `${import.meta.dirname}/../support/readMail.py`;
  const { stdout, stderr, status } = spawnSync('python3', [script], {
    input: JSON.stringify(raws),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const readOf = ({ name }: Case) => read.get(name) as Read;
const bodiesOf = ({ mail, python }: Read) => [
  { text: mail.text ?? '', html: String(mail.html) },
  ...(python ? [{ text: python.text, html: python.html }] : []),
];

/** What a reader of the HTML sees, on one line. */
function visible(html: string): string {
  return html
    .replace(/<!--.*?-->|<style>.*?<\/style>|<title>.*?<\/title>|<div style="display: none.*?<\/div>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
const onOneLine = (text: string) => text.replace(/^> /gm, '').replace(/\s+/g, ' ');

/** Every text of the message that both parts show. */
function shownIn({
  greeting,
  sentences,
  listing,
  entries,
  quotes,
  link,
  footer,
  brand,
  unsubscribe,
}: Message) {
  const labelled = [...entries, ...quotes, ...(listing?.price ? [{ ...listing.price, label: '' }] : [])];
  return [
    ...[greeting, ...sentences, listing?.title ?? '', link?.label ?? '', footer, unsubscribe?.label ?? ''],
    ...labelled.flatMap(({ label, lines }) => [label, ...lines]),
    ...brand.address,
  ].filter((text) => text !== '');
}

describe.each([...CASES, ...HOSTILE_CASES])('$name', (each) => {
  test('has its headers, one recipient and both parts', () => {
    const { mail, python, message, raw } = readOf(each);
    expect(mail).toMatchObject({ subject: message.title, replyTo: { text: BRAND.reply_to } });
    expect(mail.to).toMatchObject({ value: [{ address: 'reader@example.com' }] });
    expect(raw.split('\r\n\r\n', 1)[0]).toMatch(/^[\r\n\x20-\x7e]*$/);
    if (!python) return;
    expect(python).toMatchObject({
      ...{
        subject: message.title,
        type: 'multipart/alternative',
        parts: ['text/plain', 'text/html'],
        defects: [],
      },
      ...{ to: ['reader@example.com'], replyTo: [BRAND.reply_to] },
    });
    expect(python.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': message.language,
      'list-unsubscribe': `<${message.unsubscribe?.url}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(Object.keys(python.headers)).not.toContain('bcc');
  });

  test('shows the same in both parts, in both programs', () => {
    const result = readOf(each);
    for (const { text, html } of bodiesOf(result)) {
      const [inText, inHtml] = [onOneLine(text), visible(html)];
      for (const part of shownIn(result.message)) {
        expect(inText).toContain(onOneLine(part));
        expect(inHtml).toContain(onOneLine(part));
      }
      for (const { url } of [result.message.link, result.message.unsubscribe].filter((link) => !!link)) {
        expect(text).toContain(url);
        expect(html).toContain(`href="${url}"`);
      }
    }
  });

  test('is whole: its language and direction, no hole in a text, nothing loaded but two pictures', () => {
    const { message } = readOf(each);
    for (const { text, html } of bodiesOf(readOf(each))) {
      expect(html).toContain(`<html lang="${message.language}" dir="${message.direction}">`);
      expect(message.direction).toBe(message.language === 'ar' ? 'rtl' : 'ltr');
      if (!HOSTILE_CASES.includes(each as Case)) {
        expect(text + visible(html)).not.toMatch(
          /undefined|null|NaN|\[object|\$\{|\{\{|\{id\}|%s|Invalid Date/,
        );
      }
      expect(html).not.toMatch(/<(script|link|iframe|form|svg|object)|url\(|@import| on\w+=/i);
      const sources = [...html.matchAll(/\bsrc="([^"]*)"/g)].map(([, source]) => source);
      expect(sources[0]).toBe('https://shop.example.com/logo.png?size=2&amp;dark=0');
      expect(sources.slice(1)).toEqual(message.listing?.imageUrl ? ['https://img.example.com/bike.jpg'] : []);
      for (const image of html.match(/<img[^>]*>/g) ?? []) expect(image).toMatch(/ alt="/);
    }
  });
});

test('the plain part has a no-break space before colons in French, and none in English', () => {
  const text = (locale: string) => mailText(toMessage(sample('new_request', 'seller', locale), LINKS));
  expect(text('fr')).toContain('Annonce\u00a0: ');
  expect(text('fr')).not.toMatch(/[^\u00a0]:(\s|$)/m);
  expect(text('en')).toContain('Listing: ');
});

test('all of these were read', () => {
  expect(read.size).toBe(TYPES.length * SIDES.length * LANGUAGES.length + HOSTILE.length);
  expect([...read.values()].every(({ python }) => python !== undefined)).toBe(hasPython);
});
