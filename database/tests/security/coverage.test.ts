/** A new function that users may run is missing from no list that tries it. */
import { FUNCTIONS } from '@ringback/testing/database/calls.ts';
import { expect, test } from 'vitest';
import { buildScript } from '../../src/script.ts';
import { SKIPPED } from './mutants/guards.ts';
import { PUBLIC_FOR_USERS } from './support/allowed.ts';

/** Names of the inner functions whose body asks `acting_user`. */
function askingFunctions(): string[] {
  const texts = buildScript().files.flatMap(({ sql }) => sql.split(/^(?=create or replace function )/m));
  return texts.flatMap((text) => {
    const name = /^create or replace function callback_private\.(\w+)/.exec(text)?.[1];
    const body = text.split('\n$$;', 1)[0] ?? '';
    return name && name !== 'acting_user' && body.includes('callback_private.acting_user(') ? [name] : [];
  });
}

test('random calls reach it', () => {
  expect(PUBLIC_FOR_USERS.filter((name) => !(name in FUNCTIONS))).toEqual([]);
});

test('a mutant takes the question who acts out of it', () => {
  expect(SKIPPED.map(([name]) => name).sort()).toEqual(askingFunctions().sort());
});
