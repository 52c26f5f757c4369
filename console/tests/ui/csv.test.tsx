/** Files for spreadsheets: as RFC 4180 has them, and harmless. */
import { expect, test } from 'vitest';
import { toCsv } from '../../src/ui/table/csv.ts';

const linesOf = (...values: (string | number | null)[]) =>
  toCsv(
    ['a'],
    values.map((value) => [value]),
  ).slice(1);

test('begins with a mark of UTF-8, ends each line with CRLF, and quotes what needs it', () => {
  expect(
    toCsv(
      ['name', 'note'],
      [
        ['Kofi, Accra', 'said "hello"'],
        ['Ama', 'two\nlines'],
        [null, 3],
      ],
    ),
  ).toBe('\uFEFFname,note\r\n"Kofi, Accra","said ""hello"""\r\nAma,"two\nlines"\r\n,3\r\n');
});

test.each(['=1+1', '+233201234567', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1'])(
  'no spreadsheet executes %j',
  (text) => {
    expect(linesOf(text)).toMatch(/^a\r\n"?'/);
  },
);

test('what only looks a little like a formula stays as it is, and so do numbers', () => {
  expect(linesOf('a=b', 'x-1', -2)).toBe('a\r\na=b\r\nx-1\r\n-2\r\n');
});
