/**
 * Text on the brand's color can be read, whatever color it is; and the database takes no brand that a mail
 * could not show.
 */
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contrast, edgeOf, inkOn } from '../../src/delivery/brand.ts';

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colors', () => {
  test('have the contrast that the W3C computes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#1f5fd0', '#1f5fd0')).toBe(1);
  });

  test('of text and button reach 4.5:1, and the button stands out from a light and a dark card', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const ink = inkOn(color);
        expect(contrast(color, ink)).toBeGreaterThan(4.5);
        for (const card of ['#ffffff', '#1e2226']) {
          expect(contrast(edgeOf({ color, ink }, card), card)).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });

  const set = (column: string, value: string | null) =>
    database.sql`update callback_private.settings set ${database.sql({ [column]: value })}`;

  test.each([
    [
      'brand_name',
      ['Shop & Söhne', 'x'.repeat(60), null],
      ['', ' ', 'x'.repeat(61), 'Shop\nBcc: all', 'Shop\u202e'],
    ],
    [
      'brand_logo_url',
      ['https://shop.example.com/logo.png', 'https://cdn.example.com:8443/a%20b.svg?v=2&x=(1)', null],
      [
        'http://shop.example.com/logo.png',
        'https://shop.example.com',
        'https://user@shop.example.com/x',
        'https://shop.example.com/x y',
        'https://shop.example.com/"onload=',
        'https://shop.example.com/<x>',
        'data:image/png;base64,AAAA',
        `https://shop.example.com/${'x'.repeat(2_000)}`,
        'javascript:alert(1)//https://x/',
      ],
    ],
    ['brand_color', ['#1f5fd0', '#000000'], ['#1F5FD0', '1f5fd0', '#fff', 'red', '#1f5fd0;', null]],
    [
      'brand_address',
      ['Shop GmbH\n1 Market Street\n10115 Berlin', null],
      ['', '1\n2\n3\n4\n5\n6\n7', 'x'.repeat(301), 'Shop\u0007'],
    ],
    [
      'brand_reply_to',
      ['help@shop.example.com', 'a.b+c@x.co', null],
      [
        'help',
        'help@shop',
        'a@x.co, b@x.co',
        'Shop <a@x.co>',
        'a@x.co\r\nBcc: b@x.co',
        `${'x'.repeat(65)}@x.co`,
      ],
    ],
  ])('takes a good %s and no bad one', async (column, good, bad) => {
    for (const value of good) await set(column, value);
    for (const value of bad) {
      await expect(set(column, value), String(value)).rejects.toThrow(/violates (check|not-null) constraint/);
    }
  });

  test('has a sentence for each rule, which names the cure', async () => {
    const rows = await database.sql`
      select c.conname, obj_description(c.oid, 'pg_constraint') as sentence from pg_constraint c
      where c.conrelid = 'callback_private.settings'::regclass and c.contype = 'c' and c.conname like 'settings_brand_%'`;
    expect(rows).toHaveLength(5);
    for (const { sentence } of rows) expect(sentence).toMatch(/^brand_\w+: must be .+\.$/);
  });
});
