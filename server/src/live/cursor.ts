/**
 * What a reader has been given: all events of the transactions that a snapshot of PostgreSQL shows, and where one of them has given only
 * a part, up to which event. As text it is a cursor: the database makes and checks it (database/functions/live/live_events.sql).
 */

export interface Given {
  /** Transactions from this one on are not shown. */
  xmax: bigint;
  /** Nor are these before it, which were in progress. Ascending. */
  xip: bigint[];
  /** "<transaction>-<id>": the last event that was given, of a transaction that may have more. */
  upTo: string | undefined;
}

/** Reads a cursor, "<xmin>:<xmax>:<xip>,<xip>…", perhaps with "/<transaction>-<id>" behind it. */
export function givenBy(cursor: string): Given {
  const [snapshot = '', upTo] = cursor.split('/');
  const [, xmax = '', xip = ''] = snapshot.split(':');
  return { xmax: BigInt(xmax), xip: xip === '' ? [] : xip.split(',').map(BigInt), upTo };
}

/** Whether a reader who was given all that a snapshot shows has the event that another cursor ends with. */
export function includes(snapshot: Given, { upTo }: Given): boolean {
  return upTo !== undefined && shows(snapshot, BigInt(upTo.slice(0, upTo.indexOf('-'))));
}

/** The cursor of a reader who was given all that a snapshot shows, and all that another cursor says. */
export function joined(snapshot: Given, other: Given): string {
  const [earlier, later] = snapshot.xmax < other.xmax ? [snapshot, other] : [other, snapshot];
  const xip = later.xip.filter((transaction) => !shows(earlier, transaction));
  const text = `${xip[0] ?? later.xmax}:${later.xmax}:${xip.join(',')}`;
  return other.upTo === undefined || includes(snapshot, other) ? text : `${text}/${other.upTo}`;
}

function shows({ xmax, xip }: Given, transaction: bigint): boolean {
  return transaction < xmax && !xip.includes(transaction);
}
