/** A table of text for a terminal: numbers and shares to the right, texts to the left. */
export type Cell = string | number | undefined;

const NUMBER = /^-?[\d.,]+( %)?$/;

/** Each row with the same names, which are the heads. */
export const tableOf = (rows: Record<string, Cell>[]): string =>
  textTable(
    Object.keys(rows[0] ?? {}),
    rows.map((row) => Object.values(row)),
  );

export function textTable(heads: string[], rows: Cell[][]): string {
  const columns = heads.map((head, index) => {
    const cells = rows.map((row) => `${row[index] ?? ''}`);
    const width = Math.max(head.length, ...cells.map(({ length }) => length));
    const isNumber = cells.some((cell) => NUMBER.test(cell));
    return [head, ...cells].map((cell) => (isNumber ? cell.padStart(width) : cell.padEnd(width)));
  });
  return [heads, ...rows]
    .map((_, line) =>
      columns
        .map((cells) => cells[line])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
