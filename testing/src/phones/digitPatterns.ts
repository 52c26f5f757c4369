/**
 * Turns the regular expressions of libphonenumber's metadata into plain data. They only ever describe
 * digits and a limited length, so each one equals a list of masks: one mask for each place of a number, one
 * bit for each digit allowed in that place. `1[2-4]\d|7` is [[bit 1, bits 2 to 4, all bits], [bit 7]].
 */

/** The digits allowed in each place: bit d of a mask stands for digit d. */
export type Masks = readonly number[];

export const ANY_DIGIT = 0b11_1111_1111;

/** All numbers that a pattern matches from its first to its last digit. Throws on syntax that it does not know. */
export function expand(pattern: string): Masks[] {
  const tokens = pattern.match(/\(\?:|\((?!\?)|\\d|\[[\d-]+\]|\{\d+(?:,\d+)?\}|[\d|?)]/g) ?? [];
  if (tokens.join('') !== pattern) throw new Error(`Unknown syntax in the pattern ${pattern}`);
  const numbers = readChoice(tokens);
  if (tokens.length > 0) throw new Error(`Unbalanced brackets in the pattern ${pattern}`);
  return numbers;
}

/** The numbers that are in both lists. */
export function intersect(left: readonly Masks[], right: readonly Masks[]): Masks[] {
  return left.flatMap((a) =>
    right
      .filter((b) => b.length === a.length)
      .map((b) => a.map((mask, place) => mask & (b[place] ?? 0)))
      .filter((masks) => !masks.includes(0)),
  );
}

function readChoice(tokens: string[]): Masks[] {
  const numbers = readSequence(tokens);
  while (tokens[0] === '|') {
    tokens.shift();
    numbers.push(...readSequence(tokens));
  }
  return numbers;
}

function readSequence(tokens: string[]): Masks[] {
  let numbers: Masks[] = [[]];
  while (tokens.length > 0 && tokens[0] !== '|' && tokens[0] !== ')') {
    const atom = readAtom(tokens);
    const [least, most] = readQuantifier(tokens);
    const repeated = Array.from({ length: most - least + 1 }, (_, extra) => power(atom, least + extra));
    numbers = concatenate(numbers, repeated.flat());
  }
  return numbers;
}

function readAtom(tokens: string[]): Masks[] {
  const token = tokens.shift() ?? '';
  if (token.startsWith('(')) {
    const numbers = readChoice(tokens);
    if (tokens.shift() !== ')') throw new Error('A bracket is not closed');
    return numbers;
  }
  return [[digitMask(token)]];
}

function readQuantifier(tokens: string[]): [least: number, most: number] {
  const next = tokens[0] ?? '';
  if (next !== '?' && !next.startsWith('{')) return [1, 1];
  tokens.shift();
  if (next === '?') return [0, 1];
  const [least = 0, most = least] = next.slice(1, -1).split(',').map(Number);
  return [least, most];
}

function digitMask(token: string): number {
  if (token === '\\d') return ANY_DIGIT;
  const allowed = new RegExp(token);
  return Array.from('0123456789').reduce(
    (mask, digit, bit) => (allowed.test(digit) ? mask | (1 << bit) : mask),
    0,
  );
}

function power(atom: Masks[], times: number): Masks[] {
  return Array.from({ length: times }).reduce<Masks[]>((numbers) => concatenate(numbers, atom), [[]]);
}

function concatenate(heads: readonly Masks[], tails: readonly Masks[]): Masks[] {
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}
