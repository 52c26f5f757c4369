/** Runs a person's searches one at a time, so that a person with many slows down only themselves. */
import { CallbackError } from '@ringback/client';

/** How many may wait behind the running one: typing leaves one or two, in each of a person's windows. */
const WAITING = 5;

export type InTurn = <T>(person: string, work: () => Promise<T>) => Promise<T>;

/** Makes the function that runs work once the same person's earlier work has finished. */
export function createTurns(): InTurn {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>();
  return async (person, work) => {
    const line = lines.get(person) ?? { last: Promise.resolve(), length: 0 };
    if (line.length > WAITING) throw tooManyAtOnce();
    lines.set(person, line);
    line.length += 1;
    const mine = line.last.then(work);
    line.last = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(person);
    }
  };
}

function tooManyAtOnce(): CallbackError {
  return new CallbackError(
    'rate_limited',
    'Your earlier searches are still running. Try again in a second.',
    {
      limit: 'searches_at_once',
      retryAfterSeconds: 1,
    },
  );
}
