/** docs/privacy.md has the record of processing that the database gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { expect, test } from 'vitest';
import { withRecord } from '../processing.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');

test('the record is the database’s, and a new comment changes it', async () => {
  const { sql } = await testDatabase();
  expect(await withRecord(page, sql), 'out of date: npm run schema').toBe(page);
  await sql`comment on column callback_private.seller_notes.note is 'Another. [personal: requests; nobody]'`;
  expect(await withRecord(page, sql)).toContain(
    '| `note` | Another. | 365 days (`requests_kept_for`) | nobody |',
  );
});

test('the record is words alone', () => {
  const record = page.slice(page.indexOf('<!-- record'));
  for (const time of ['| 24 hours (`idempotency_keys_kept_for`) |', '| until it ends |', '| 2 days |'])
    expect(record).toContain(time);
  expect(record).not.toMatch(/\d:\d\d|^null$/m);
});
