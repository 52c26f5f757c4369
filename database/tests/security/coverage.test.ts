/** A new function that users may run is missing from no list that tries it: each test names the file to edit. */
import { CALLS } from '@ringback/testing/operations/sqlCalls.ts';
import { expect, test } from 'vitest';
import { FUNCTIONS } from '../properties/calls.ts';
import { ATTACKS } from './attacks/index.ts';
import { inAnothersName } from './attacks/otherNames.ts';
import { PUBLIC_FOR_USERS } from './support/allowed.ts';
import { askingFunctions } from './support/askingFunctions.ts';
import { parametersOf } from './support/signatures.ts';

test('it has a sample call, from which come its cells of the matrix', () => {
  const called = new Set(CALLS.map((sample) => sample.function));
  expect(
    PUBLIC_FOR_USERS.filter((name) => !called.has(name)),
    'these need a sample in testing/src/operations/: samples.ts for an operation, else OTHERS of sqlCalls.ts',
  ).toEqual([]);
});

test('a sample names who acts by a parameter that the function has', () => {
  const wrong = CALLS.filter(({ function: called, actor }) => !namesOf(called).includes(actor));
  expect(wrong.map(({ name, actor }) => `${name} has no ${actor}`)).toEqual([]);
});

test('random calls reach it', () => {
  expect(Object.keys(FUNCTIONS)).toEqual(expect.arrayContaining(PUBLIC_FOR_USERS));
});

test('an attack in another’s name meets every function that asks who acts, and notices when it asks no more', () => {
  const attacks = new Set(ATTACKS.map(({ name }) => name));
  const functions = askingFunctions();
  expect(functions.length).toBeGreaterThanOrEqual(20);
  for (const { name, callers } of functions) {
    const tried = callers.filter((caller) => attacks.has(inAnothersName(caller)));
    expect(tried, `callback_private.${name} is reached by no sample of testing/src/operations/`).not.toEqual(
      [],
    );
  }
});

const namesOf = (functionName: string) => parametersOf(functionName).map(({ name }) => name);
