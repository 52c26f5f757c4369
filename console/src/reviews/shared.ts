/** What requests share: marks that stand for equal numbers, devices, addresses and texts, with the ids of the accounts behind each. */
import type { Review } from '@ringback/client';

export type Kind = keyof Review['shared'];

export interface SharedMark {
  kind: Kind;
  mark: string;
  requests: number;
  accounts: Set<string>;
}

const KINDS: Kind[] = ['phone', 'device', 'ip', 'text'];
const MOST = 12;

/** The marks of at least two requests, the most common first. */
export function sharedMarks(reviews: Review[]): SharedMark[] {
  const marks = new Map<string, SharedMark>();
  for (const { shared, buyer } of reviews) {
    for (const kind of KINDS) {
      const mark = shared[kind];
      if (mark === null) continue;
      const known = marks.get(kind + mark) ?? { kind, mark, requests: 0, accounts: new Set() };
      known.requests += 1;
      known.accounts.add(buyer.id);
      marks.set(kind + mark, known);
    }
  }
  return [...marks.values()]
    .filter(({ requests }) => requests > 1)
    .sort((one, other) => other.requests - one.requests)
    .slice(0, MOST);
}
