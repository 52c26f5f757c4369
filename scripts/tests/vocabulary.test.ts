/** The vocabulary that TypeScript has is the one that the database has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeVocabulary } from '../vocabulary.ts';

const FILE = join(import.meta.dirname, '../../client/src/vocabulary.ts');

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

test('client/src/vocabulary.ts is what the catalogue says', async () => {
  expect(await writeVocabulary(database.sql), 'out of date: npm run schema').toBe(readFileSync(FILE, 'utf8'));
});

describe('a word more in the database', () => {
  test.each([
    [
      "alter table callback_private.attempts drop constraint attempts_outcome_check, add constraint attempts_outcome_check check (outcome in ('reached', 'hung_up'))",
      "export const CALL_OUTCOMES = ['reached', 'hung_up'] as const;",
    ],
    [
      `insert into callback_private.event_types values ('seller_praised', '{seller}'), ('risk_judged', '{operator}')`,
      "  'seller_praised',\n]",
    ],
  ])('%s', async (change, expected) => {
    await database.sql
      .begin(async (sql) => {
        await sql.unsafe(change);
        const text = await writeVocabulary(sql);
        expect(text).toContain(expected);
        expect(text).not.toContain('risk_judged');
        throw new Error('undo');
      })
      .catch((error) => expect(error.message).toBe('undo'));
  });
});

test('a rule that is gone is an error', async () => {
  await database.sql`alter table callback_private.attempts drop constraint attempts_outcome_check`;
  await expect(writeVocabulary(database.sql)).rejects.toThrow(
    'There is no constraint attempts_outcome_check.',
  );
});
