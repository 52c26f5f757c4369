/** A text becomes an id of the marketplace's, or null: never an error, and never two texts one number. */
import { type IdType, testDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';

const READ: Partial<Record<IdType, [text: string, id: string | null][]>> = {
  uuid: [
    ['22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222'],
    ['AAAAAAAA-2222-4222-8222-222222222222', 'aaaaaaaa-2222-4222-8222-222222222222'],
    ['{22222222-2222-4222-8222-222222222222}', null],
    ['22222222222242228222222222222222', null],
    ['1', null],
    ['', null],
  ],
  bigint: [
    ['0', '0'],
    ['42', '42'],
    ['-42', '-42'],
    ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775808', null],
    ['99999999999999999999999999', null],
    ['042', null],
    ['-0', null],
    [' 42', null],
    ['42\n', null],
    ['4.2', null],
    ['1e3', null],
    ['0x2a', null],
    ['1_000', null],
    ['NaN', null],
    ['٤٢', null],
    ['', null],
    ['x'.repeat(100_000), null],
  ],
};

test.each(Object.entries(READ))('as %s', async (ids, texts) => {
  const { sql } = await testDatabase({ ids: ids as IdType });
  for (const [text, id] of texts) {
    const [row] = await sql`
      select callback_private.person_of(${text})::text as person, callback_private.listing_of(${text})::text as listing`;
    expect(row, JSON.stringify(text.slice(0, 50))).toEqual({ person: id, listing: id });
  }
});
