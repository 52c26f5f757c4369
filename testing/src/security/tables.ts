/** Reads the expectations, which are written as tables: a line a row, columns by two or more spaces, the first line the columns' names. */

/** The value at (row, column); undefined when nobody has said what to expect. */
export type Expectations = (row: string, column: string) => string | undefined;

export function readTable(text: string): Expectations {
  const [head = [], ...rows] = text
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
    .filter(([first]) => first !== '');
  const byName = new Map(rows.map(([name, ...values]) => [name, values]));
  return (row, column) => byName.get(row)?.[head.indexOf(column)];
}
