/** What two cursors say together, against sets of transactions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenBy, includes, joined } from '../../src/live/cursor.ts';

const MOST = 12;
const ALL = Array.from({ length: MOST }, (_, i) => i + 1);

/** Any snapshot of the first transactions, as text. */
const snapshot = fc
  .record({ xmax: fc.integer({ min: 1, max: MOST }), inProgress: fc.subarray(ALL) })
  .map(({ xmax, inProgress }) => {
    const xip = inProgress.filter((transaction) => transaction < xmax);
    return `${xip[0] ?? xmax}:${xmax}:${xip.join(',')}`;
  });

const has = (cursor: string, transaction: number) =>
  includes(givenBy(cursor), { ...givenBy('1:1:'), upTo: `${transaction}-5` });

describe('joined cursors', () => {
  test('give what the one or the other gives', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        const both = joined(givenBy(one), givenBy(other));
        expect(both).toMatch(/^\d+:\d+:[\d,]*$/);
        for (const transaction of ALL)
          expect(has(both, transaction)).toBe(has(one, transaction) || has(other, transaction));
        expect(joined(givenBy(both), givenBy(other))).toBe(both);
      }),
    );
  });

  test.each([
    ['4:9:4', '3:8:3/7-12', '9:9:'],
    ['3:9:3,4', '3:8:3,4/7-12', '3:9:3,4'],
    ['4:9:4', '9:9:/4-12', '9:9:/4-12'],
    ['4:9:4,6', '8:8:/4-12', '9:9:/4-12'],
    ['4:9:4,6', '6:8:6/4-12', '6:9:6/4-12'],
    ['9:9:', '4:12:4,10/11-12', '10:12:10/11-12'],
  ])('%s and %s are %s', (one, other, both) => {
    expect(joined(givenBy(one), givenBy(other))).toBe(both);
  });
});
