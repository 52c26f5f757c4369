/**
 * A list that holds still: its rows keep their places, and stay when they no longer match, until it is
 * renewed. What has been requested since waits aside; what else comes is added below.
 */
import type { CallbackRequest } from '@ringback/client';

export interface Settled {
  /** Names what is listed; another list starts afresh. */
  key: string;
  requests: CallbackRequest[];
  /** When the newest request was made that the reader may have seen. */
  since: number;
  /** From when the first answer is there. */
  isSettled: boolean;
}

export interface Answers {
  key: string;
  /** In the list's order. */
  listed: CallbackRequest[];
  /** Where those that have just been requested are found. */
  newest: CallbackRequest[];
  /** Rows that the other two no longer have, as they are now. */
  followed: CallbackRequest[];
  /** No answer is on its way. */
  isComplete: boolean;
}

export const UNSETTLED: Settled = { key: '', requests: [], since: 0, isSettled: false };

/** With the latest answers; the same object where nothing has changed. */
export function settle(held: Settled, answers: Answers): Settled {
  const { key, listed, isComplete } = answers;
  const holds = held.key === key && held.isSettled && held.requests.length > 0;
  const next = holds
    ? { ...held, requests: [...updated(held, answers), ...laterPages(held, answers)] }
    : { key, requests: listed, since: newestTime(answers), isSettled: isComplete };
  return isSame(held, next) ? held : next;
}

/** What has been requested since. */
export function arrivalsIn({ requests, since, isSettled }: Settled, { newest }: Answers): CallbackRequest[] {
  if (!isSettled || requests.length === 0) return [];
  const shown = new Set(requests.map(({ id }) => id));
  return newest.filter((request) => !shown.has(request.id) && timeOf(request) > since);
}

/** The list as it is now, with what has been requested since on top. */
export function renewed(held: Settled, answers: Answers): Settled {
  const arrivals = arrivalsIn(held, answers);
  const ids = new Set(arrivals.map(({ id }) => id));
  const requests = [...arrivals, ...answers.listed.filter(({ id }) => !ids.has(id))];
  return { key: answers.key, requests, since: newestTime(answers), isSettled: true };
}

/** The rows that no answer has any more, and that have to be asked for one by one. */
export function leftBehind({ requests, key }: Settled, answers: Omit<Answers, 'followed'>): string[] {
  if (key !== answers.key) return [];
  const known = new Set([...answers.listed, ...answers.newest].map(({ id }) => id));
  return requests.flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

function updated(held: Settled, { listed, newest, followed }: Answers): CallbackRequest[] {
  const known = new Map([...followed, ...newest, ...listed].map((request) => [request.id, request]));
  return held.requests.map((request) => known.get(request.id) ?? request);
}

function laterPages({ requests, since }: Settled, { listed }: Answers): CallbackRequest[] {
  const shown = new Set(requests.map(({ id }) => id));
  return listed.filter((request) => !shown.has(request.id) && timeOf(request) <= since);
}

const timeOf = ({ requested_at }: CallbackRequest) => Date.parse(requested_at);

const newestTime = ({ listed, newest }: Answers) =>
  [...newest, ...listed].reduce((latest, request) => Math.max(latest, timeOf(request)), 0);

const isSame = (a: Settled, b: Settled) =>
  a.key === b.key &&
  a.isSettled === b.isSettled &&
  a.since === b.since &&
  a.requests.length === b.requests.length &&
  a.requests.every((request, index) => request === b.requests[index]);
