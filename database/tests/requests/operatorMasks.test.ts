/** What operators read has no number and no mail address in it, however a person wrote them. */

import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

async function mask(texts: string[]): Promise<string[]> {
  const rows = await database.sql<{ masked: string }[]>`
    select callback_private.masked_text(t.text) as masked
    from unnest(${texts}::text[]) with ordinality t (text, place) order by t.place`;
  return rows.map(({ masked }) => masked);
}

/** All digits of Unicode, by the value they stand for. */
const DIGITS = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code + 0x21)).filter(
  (character) => /^\p{Nd}$/u.test(character),
);
const isDigit = (character: string) => /^\p{Nd}$/u.test(character);
const GAPS = [' ', '\u00a0', '\u2009', '\u202f', '.', '-', '\u2010', '\u2013', '\u2212', '/', '(', ')', '\n'];
const UNSEEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u202a', '\ufe0f'];

const gap = fc.string({ unit: fc.constantFrom(...GAPS, ...UNSEEN), maxLength: 3 });
const digit = fc.constantFrom(...DIGITS);
/** Five and more digits of any scripts, with anything between two. */
const number = fc
  .array(fc.tuple(digit, gap), { minLength: 5, maxLength: 16 })
  .map((parts) => parts.map(([figure, between]) => figure + between).join(''));
const word = fc.string({ unit: fc.constantFrom(...'aé字ж,:!?'), maxLength: 8 });

describe('a text', () => {
  test('keeps no number of five and more digits, in any script, with anything between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, number, word), { minLength: 20, maxLength: 20 }),
        async (all) => {
          for (const masked of await mask(all.map((parts) => parts.join(''))))
            expect([...masked].filter(isDigit)).toEqual([]);
        },
      ),
      { numRuns: byForm(20, 300) },
    );
  });

  test('keeps every digit of a run of four and fewer', async () => {
    const short = fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(short, { minLength: 20, maxLength: 20 }), async (all) => {
        const texts = all.map((digits) => `At ${digits.join('')}, please`);
        expect(await mask(texts)).toEqual(texts);
      }),
      { numRuns: byForm(10, 100) },
    );
  });

  test('that is masked stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 }),
        async (all) => {
          const once = await mask(all.map((text) => text.replaceAll('\0', '')));
          expect(await mask(once)).toEqual(once);
        },
      ),
      { numRuns: byForm(20, 200) },
    );
  });

  test.each([
    ['Call me: 020 7946 0018, after 6', 'Call me: •••••, after 6'],
    ['+44 (0)20-7946.0018', '+•••••'],
    ['٠٢٤ ٤١٢ ٣٤٥٦', '•••••'],
    ['0\u200b2\u200b4\u200b4\u200b1', '•••••'],
    ['0️⃣2️⃣4️⃣4️⃣1️⃣2️⃣', '•••••️⃣'],
    ['between 10:30 and 12:00, or 9, 14, 18', 'between 10:30 and 12:00, or 9, 14, 18'],
    ['write to ama.mensah+shop@example.co.uk!', 'write to •••••'],
    ['ama @ example.com', '•••••'],
    ['@ama at noon', '@ama at noon'],
    ['', ''],
  ])('%j reads %j', async (text, masked) => {
    expect(await mask([text])).toEqual([masked]);
  });
});

test.each([
  ['+442079460123', '+44 •••• ••0123'],
  ['+12125550144', '+1 •••• ••0144'],
  ['+233201234567', '+233 •••• ••4567'],
  ['+2901234', '+290 •••• ••'],
  ['+4412345', '+44 •••• ••5'],
])('the number %s is shown as %s', async (phone, masked) => {
  const [row] = await database.sql`select callback_private.masked_phone(${phone}) as masked`;
  expect(row?.masked).toBe(masked);
});

test('an answer keeps its shape, its ids, times and pictures; the number is what it is given, other texts are masked', async () => {
  const answer = {
    id: '01234567-1234-7234-8234-123456789012',
    requested_at: '2026-12-01T10:00:00+00:00',
    requester_phone: '+442079460123',
    message: 'ring 020 7946 0123',
    attempts: [{ id: '1234567', outcome: 'busy', next_attempt_at: null }],
    requester: { name: 'Ama 0244123456', phone: null, avatar_url: 'https://x.example/123456.jpg' },
    extra: ['1234567', 7, true],
  };
  const [row] = await database.sql`
    select callback_private.masked_json(${JSON.stringify(answer)}::text::jsonb, '+44 •••• ••0123') as masked`;
  expect(row?.masked).toEqual({
    ...answer,
    requester_phone: '+44 •••• ••0123',
    message: 'ring •••••',
    requester: { ...answer.requester, name: 'Ama •••••' },
    extra: ['•••••', 7, true],
  });
});
