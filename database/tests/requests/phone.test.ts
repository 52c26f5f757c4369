import { readFileSync } from 'node:fs';
import {
  expectRefusal,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { phoneRanges, phoneRangesSql } from '@ringback/testing/phones/phoneRanges.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const check = (sql: Sql, phone: string | null, allowed: (string | null)[] | null = null) =>
  sql`select callback_private.check_phone(${phone}, ${allowed}::text[])`;

describe.each(VERSIONS)('phone numbers on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  beforeAll(async () => {
    database = await testDatabase({ version });
    sql = database.sql;
  });

  test.each([
    ['null', null],
    ['nothing', ''],
    ['a national number', '02079460958'],
    ['no plus sign', '442079460958'],
    ['spaces', '+44 20 7946 0958'],
    ['a newline behind', '+442079460958\n'],
    ['a newline before', '\n+442079460958'],
    ['a bidi character', '+44\u202e2079460958'],
    ['digits of another script', '+٤٤٢٠٧٩٤٦٠٩٥٨'],
    ['full-width digits', '+４４２０７９４６０９５８'],
    ['an extension', '+442079460958;ext=1'],
    ['a dial code', '*21*442079460958#'],
    ['a URI', 'tel:+442079460958'],
    ['too few digits', '+44207'],
    ['too many digits', '+4420794609581234'],
    ['a country code that starts with 0', '+0442079460958'],
    ['a country code that nobody has', '+999442079460'],
    ['a number that its country has not allocated', '+441111111111'],
    ['a trunk prefix', '+4402079460958'],
    ['a bound of a bigint', '+9223372036854775807'],
  ])('%s is an invalid phone', async (_, phone) => {
    const { status, detail } = await expectRefusal(check(sql, phone), 'invalid_phone');
    expect({ status, detail }).toEqual({ status: 422, detail: { field: 'requester_phone' } });
  });

  // Each refused number stands beside an ordinary one of the same country.
  test.each([
    ['premium rate', '+449061234567', '+442079460958'],
    ['premium rate', '+19002345678', '+12133734253'],
    ['premium rate', '+33899123456', '+33142685300'],
    ['shared cost', '+448431234567', '+447400123456'],
    ['shared cost', '+611300123456', '+61212345678'],
    ['personal number', '+447012345678', '+447911123456'],
    ['pager', '+447640123456', '+442071838750'],
    ['voicemail', '+41860123456789', '+41781234567'],
  ])('%s %s is not allowed, %s is', async (_, refused, allowed) => {
    const { status, detail } = await expectRefusal(check(sql, refused), 'phone_not_allowed');
    expect({ status, detail }).toEqual({ status: 422, detail: { field: 'requester_phone' } });
    await check(sql, allowed);
  });

  test.each(['800', '808', '870', '878', '881', '882', '883', '888', '979'])(
    '+%s belongs to no country and is not allowed',
    async (callingCode) => {
      for (const length of [7, 8, 11, 12, 15]) {
        await expectRefusal(check(sql, `+${callingCode.padEnd(length, '1')}`), 'phone_not_allowed');
      }
    },
  );

  test.each([
    ['US', '+12133734253'],
    ['CA', '+14165550123'],
    ['US', '+18005550123'],
  ])('a marketplace of the United States and Canada accepts %s %s', async (_, phone) => {
    await check(sql, phone, ['US', 'CA']);
  });

  test.each([
    ['AG', '+12684641234'],
    ['AI', '+12642351234'],
    ['BB', '+12462501234'],
    ['BM', '+14413701234'],
    ['BS', '+12423591234'],
    ['DM', '+17672251234'],
    ['DO', '+18092345678'],
    ['GD', '+14734031234'],
    ['JM', '+18762101234'],
    ['KN', '+18697652917'],
    ['KY', '+13453231234'],
    ['LC', '+17582845678'],
    ['MS', '+16644923456'],
    ['PR', '+17872345678'],
    ['SX', '+17215205678'],
    ['TC', '+16492311234'],
    ['TT', '+18682911234'],
    ['VC', '+17844301234'],
    ['VG', '+12843001234'],
    ['VI', '+13406421234'],
    ['GB', '+442079460958'],
  ])('and refuses %s %s, which its own country accepts', async (region, phone) => {
    await expectRefusal(check(sql, phone, ['US', 'CA']), 'phone_not_allowed');
    await check(sql, phone, [region]);
  });

  test('no listed country means no number; null means all', async () => {
    await expectRefusal(check(sql, '+12133734253', []), 'phone_not_allowed');
    await expectRefusal(check(sql, '+12133734253', [null]), 'phone_not_allowed');
    await check(sql, '+12133734253', null);
  });

  test('10 MB of anything are refused: whatever took time by their square would take hours', async () => {
    for (const part of ['1', ' ', '+', '+1', '٣', '\u202e']) {
      const answer = sql`select callback_private.check_phone(repeat(${part}, 10000000 / ${part.length}::int), null)`;
      await expectRefusal(answer, 'invalid_phone');
    }
  });

  test('the ranges are exactly those of the numbering plans', async () => {
    const rows = await sql`
      select first_number::float8 as first, last_number::float8 as last, region, callable
      from callback_private.phone_ranges order by first_number`;
    expect([...rows]).toEqual(phoneRanges());
  });

  test('a page of their index holds few, because a look-up reads all of it', async () => {
    const [{ perPage }] = await sql<[{ perPage: number }]>`
      select count(*) / (pg_relation_size('callback_private.phone_ranges_pkey') / 8192)::float8 as "perPage"
      from callback_private.phone_ranges`;
    expect(perPage).toBeLessThan(60);
  });

  fullTest('loading the ranges again changes nothing, and repairs what was changed', async () => {
    const contents = () =>
      sql`select count(*)::int as rows, max(xmin::text::bigint)::int as newest from callback_private.phone_ranges`;
    const before = await contents();
    await sql.unsafe(phoneRangesSql());
    expect(await contents()).toEqual(before);

    await sql`delete from callback_private.phone_ranges where region = 'GB'`;
    await sql`update callback_private.phone_ranges set callable = true where region = '001'`;
    await sql`insert into callback_private.phone_ranges values (9990000000, 9999999999, 'XX', true)`;
    await sql.unsafe(phoneRangesSql());
    const rows = await sql`select region, callable from callback_private.phone_ranges order by first_number`;
    expect([...rows]).toEqual(phoneRanges().map(({ region, callable }) => ({ region, callable })));
  });
});

test('the committed ranges are those of the installed libphonenumber-js (npm run phone-ranges)', () => {
  const committed = readFileSync(new URL('../../data/phone_ranges.sql', import.meta.url), 'utf8');
  expect(phoneRangesSql() === committed).toBe(true);
});

test('the ranges do not overlap', () => {
  const ranges = phoneRanges();
  expect(ranges.length).toBeGreaterThan(10_000);
  expect(ranges.filter(({ first }, index) => first <= (ranges[index - 1]?.last ?? 0))).toEqual([]);
});
