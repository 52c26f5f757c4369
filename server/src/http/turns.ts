/** Work that a person may have done one at a time, so that who asks for much of it waits for themselves and not others for them. */
import { CallbackError } from '@ringback/client';

/** So many may wait behind the one that is done: typing leaves one or two, and each window of a person has its own. */
const WAITING = 5;

export type InTurn = <T>(person: string, work: () => Promise<T>) => Promise<T>;

/** Makes the function that does the work when those before it of the same person are through. */
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
    'Your earlier searches are not through yet; try again in a second.',
    {
      limit: 'searches_at_once',
      retryAfterSeconds: 1,
    },
  );
}
