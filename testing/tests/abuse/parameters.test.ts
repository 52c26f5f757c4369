/** A file of parameters holds what differs, and what is wrong with it is said with its place. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ParametersError, readParameters } from '../../src/abuse/parameters.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringback-parameters-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, 'parameters.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('what a file leaves out stays', () => {
  const usual = readParameters();
  const { honest, ...others } = readParameters(file({ honest: { one_off: { people: 7 } } }));
  expect(honest).toEqual({ ...usual.honest, one_off: { people: 7 } });
  expect(others).toEqual({ ...usual, honest: undefined });
});

test.each(readdirSync(join(import.meta.dirname, '../../src/abuse/variants')))('%s is valid', (name) => {
  const variant = readParameters(join(import.meta.dirname, '../../src/abuse/variants', name));
  expect(variant).not.toEqual(readParameters());
});

test.each([
  ['an unknown name', { honest: { one_off: { poeple: 3 } } }, /poeple.*honest\.one_off/s],
  ['a share above one', { texts: { none: 1.4 } }, /texts\.none/],
  ['shares that make more than one', { texts: { none: 0.6, stock: 0.6 } }, /same whole/],
  [
    'a range that is the wrong way round',
    { honest: { family: { members: [5, 2] } } },
    /smaller number first/,
  ],
  ['a country that is none', { market: { country: 'Ghana' } }, /two letters.*market\.country/s],
  ['no JSON', '{ "days": ', /parameters\.json: .*JSON/],
])('%s is refused, with its place', (_, content, sentence) => {
  expect(() => readParameters(file(content))).toThrow(sentence);
  expect(() => readParameters(file(content))).toThrow(ParametersError);
});

test('a file that is not there is refused', () => {
  expect(() => readParameters(join(folder, 'missing.json'))).toThrow(/missing\.json/);
});
