/** Chance that is the same in every run. */
import { createHash } from 'node:crypto';

export interface Random {
  /** A number from 0 to 1, without 1. */
  next(): number;
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Picks by weight: a choice of weight 2 comes twice as often as one of weight 1. */
  pickWeighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T;
  /** Log-normal: half of the values are below `median`; `spread` is the standard deviation of the logarithm. */
  around(median: number, spread: number): number;
}

/** Makes a generator (mulberry32) that always begins the same for a seed. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number],
    pickWeighted: (choices) => pickWeighted(choices, next()),
    around: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

function pickWeighted<T>(choices: readonly (readonly [T, number])[], position: number): T {
  let left = position * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  throw new RangeError('There is nothing to choose from.');
}

/** The UUID (version 8) that belongs to a name. */
export function idOf(name: string): string {
  const bytes = createHash('sha256').update(`ringback demo: ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
