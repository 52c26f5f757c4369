/** Every language says everything, and the texts that the database stores are the English ones. */
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { kindOf, momentOf, NOTIFICATION_TYPES, type Texts } from '../src/index.ts';
import * as ar from '../src/texts/ar.ts';
import * as de from '../src/texts/de.ts';
import * as en from '../src/texts/en.ts';
import * as es from '../src/texts/es.ts';
import * as fr from '../src/texts/fr.ts';

const LANGUAGES = Object.entries({ ar, de, en, es, fr }) as [string, Texts][];
const DETAILS = { name: 'Ada Okafor', listing: 'Road bike' };
const NOTHING = { name: '', listing: '' };

const textsOf = ({ notifications }: Texts, details: typeof DETAILS) =>
  Object.values(notifications).flatMap((write) => Object.values(write(details)));

describe.each(LANGUAGES)('%s', (language, texts) => {
  test('names the other side and the listing', () => {
    expect(texts.mail.language).toBe(language);
    for (const [kind, write] of Object.entries(texts.notifications)) {
      expect(write(DETAILS).message, kind).toContain('Road bike');
      expect(JSON.stringify(write(DETAILS)).includes('Ada Okafor') || kind === 'closed', kind).toBe(true);
    }
  });

  test('has words for whom and what it does not know', () => {
    for (const text of textsOf(texts, NOTHING))
      expect(text).not.toMatch(/null|undefined|«\s*»|„“|“”|^\s|\s{2}|\s[.,]/);
  });

  test('writes every sentence to its end, and no title', () => {
    for (const write of Object.values(texts.notifications)) {
      const { title, message, next } = write(DETAILS);
      expect(title).not.toMatch(/[.!?؟]$/);
      expect(message).toMatch(/\.$/);
      expect(next ?? '.').toMatch(/\.$/);
    }
  });
});

test.each(LANGUAGES.filter(([language]) => language !== 'en'))('%s is not English', (_language, texts) => {
  const english = new Set([...textsOf(en, DETAILS), ...Object.values(en.notificationNames)]);
  const all = [...textsOf(texts, DETAILS), ...Object.values(texts.notificationNames)];
  expect(all.filter((text) => english.has(text))).toEqual([]);
});

describe('the kind of a notification', () => {
  const cancelled = { notification_type: 'request_cancelled', as: 'buyer', cancelled_by: null } as const;

  test.each([
    ['seller', 'declined'],
    ['buyer', 'withdrawn'],
    ['operator', 'closed'],
    ['system', 'closed'],
    ['a later word', 'closed'],
    [null, 'closed'],
  ])('cancelled by %s is %s', (cancelled_by, kind) => {
    expect(kindOf({ ...cancelled, cancelled_by })).toBe(kind);
  });

  test('expired differs by the side that reads', () => {
    const expired = { ...cancelled, notification_type: 'request_expired' };
    expect(kindOf({ ...expired, as: 'seller' })).toBe('expired_for_seller');
    expect(kindOf({ ...expired, as: 'buyer' })).toBe('expired_for_buyer');
  });

  test.each(['later', 'constructor', ''])('is unknown for “%s”', (notification_type) => {
    expect(kindOf({ ...cancelled, notification_type })).toBeUndefined();
  });
});

test.each(['ar-EG', 'ar-SA', 'fa-IR', 'th-TH-u-nu-thai'])(
  'a moment has the digits of all other texts in %s',
  (locale) => {
    const now = new Date('2026-11-30T09:00:00Z'); // another day: today has no digits
    const { day, time } = momentOf('2026-12-01T21:02:00Z', { locale, timeZone: 'UTC', now });
    for (const text of [day, time]) expect(text.match(/\p{Nd}/gu)?.join('')).toMatch(/^[0-9]+$/);
  },
);

describe('the stored text', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  const stored = async (type: string, name: string) => {
    const [row] = await database.sql<{ title: string; message: string }[]>`
      select title, message from callback_private.notification_text(${type}, ${name}, ${DETAILS.listing})`;
    return row;
  };

  /** Of the types that have several texts, the one that the database has. */
  const STORED = { request_cancelled: 'closed', completion_contradicted: 'contradicted' } as const;
  const types = NOTIFICATION_TYPES.filter(
    (type) => type !== 'request_expired' && type !== 'request_expiring',
  );

  test.each(types)('of %s is the English one', async (type) => {
    // The database does not know who cancelled: its text is that of a request which the marketplace closed.
    const name = type === 'request_cancelled' ? 'The marketplace' : DETAILS.name;
    const write =
      en.notifications[
        type === 'request_cancelled' || type === 'completion_contradicted' ? STORED[type] : type
      ];
    expect(await stored(type, name)).toEqual({
      title: write(NOTHING).title,
      message: write(DETAILS).message,
    });
  });

  test('of an expired request is one for both sides', async () => {
    const row = await stored('request_expired', DETAILS.name);
    expect(row?.title).toBe(en.notifications.expired_for_seller(DETAILS).title);
    expect(row?.message).toContain('Ada Okafor about “Road bike” has expired.');
  });

  test('of one that expires soon too', async () => {
    const row = await stored('request_expiring', DETAILS.name);
    expect(row?.title).toBe(en.notifications.expiring_for_seller(DETAILS).title);
    expect(row?.message).toContain('Ada Okafor about “Road bike” expires soon.');
  });
});
