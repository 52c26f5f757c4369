/** Where an event stands among all: by its transaction, then by its number. As text it is a cursor, "<transaction>-<number>". */

export interface Position {
  transaction: bigint;
  number: bigint;
}

/** Reads a cursor that the database has made. */
export function positionOf(cursor: string): Position {
  const [transaction = '', number = ''] = cursor.split('-');
  return { transaction: BigInt(transaction), number: BigInt(number) };
}

export function isAfter(one: Position, other: Position): boolean {
  if (one.transaction !== other.transaction) return one.transaction > other.transaction;
  return one.number > other.number;
}
