/** What a month's attempts amount to, and which promises they keep. */
import { expect, test } from 'vitest';
import type { Attempt, Kind, Month, Outcome } from '../../src/abuse/attempt.ts';
import { figuresOf } from '../../src/abuse/figures.ts';
import { readParameters } from '../../src/abuse/parameters.ts';

const ONE_OFF: Kind = { habit: 'one_off' };
const BOMBER: Kind = { abuse: 'bomber', adapting: false };

const attempts = (kind: Kind, outcome: Outcome, times: number, name = 'someone'): Attempt[] =>
  Array.from({ length: times }, () => ({ kind, name, hour: 1, outcome, buyer: name }));

const monthOf = (...all: Attempt[][]) =>
  ({ attempts: all.flat(), parameters: readParameters(), spent: [] }) as unknown as Month;

const brokenOf = (month: Month) =>
  figuresOf(month)
    .promises.filter(({ kept }) => !kept)
    .map(({ what }) => what);

test('half a percent of honest requests may be held, and no more', () => {
  const sent = attempts(ONE_OFF, 'sent', 995);
  expect(brokenOf(monthOf(sent, attempts(ONE_OFF, 'held', 5)))).toEqual([]);
  expect(brokenOf(monthOf(sent, attempts(ONE_OFF, 'held', 6)))).toEqual([
    'honest requests held, at most 0.5 %',
  ]);
});

test('no honest request may be refused; wrong numbers and daily limits are no refusals', () => {
  const sent = attempts(ONE_OFF, 'sent', 1000);
  expect(brokenOf(monthOf(sent, attempts(ONE_OFF, 'number', 9), attempts(ONE_OFF, 'limited', 9)))).toEqual(
    [],
  );
  expect(brokenOf(monthOf(sent, attempts(ONE_OFF, 'refused', 1)))).toEqual(['honest requests refused, none']);
});

test('stopped is what did not reach a seller; the first stop is counted for each abuser', () => {
  const month = monthOf(
    attempts(BOMBER, 'sent', 2, 'a'),
    attempts(BOMBER, 'held', 50, 'a'),
    attempts(BOMBER, 'sent', 4, 'b'),
    attempts(BOMBER, 'limited', 44, 'b'),
  );
  const bomber = figuresOf(month).abuse.find(({ kind }) => kind === 'bomber');
  expect(bomber).toMatchObject({ attempts: 100, stopped: 0.94, by: { risk: 0.5, limit: 0.44, rules: 0 } });
  expect(bomber?.firstStop).toBe(5);
  expect(brokenOf(month)).toEqual(['plain bomber stopped, at least 95 %']);
});

test('what a success costs is all that was spent, by the successes', () => {
  const adapting: Kind = { abuse: 'bomber', adapting: true };
  const month = monthOf(attempts(adapting, 'sent', 4), attempts(adapting, 'held', 6));
  const spent = { accounts: 8, addresses: 2, devices: 4, numbers: 1, texts: 0, hours: 12 };
  month.spent.push({ kind: 'bomber', name: 'someone', ...spent });
  expect(figuresOf(month).adapting.find(({ kind }) => kind === 'bomber')).toMatchObject({
    ...{ attempts: 10, successes: 4, accounts: 2, devices: 1, hours: 3 },
  });
});
