/** The seller's call attempts, as both sides read them. */
import type { CallbackRequest, CallbackRequestDetail } from '@ringback/client';
import type { Format } from '../format/format.ts';
import type { RequestWords } from '../messages/en/request.ts';
import { lookUp } from '../platform/lookUp.ts';
import { isOpen } from './request.ts';

interface Reader {
  messages: RequestWords;
  format: Format;
  now: Date | undefined;
}

export interface AttemptList {
  /** "2 call attempts". */
  label: string;
  /** "No answer, today at 21:02", latest first; of a list's request only the last one is known. */
  lines: string[];
  /** "Next attempt: tomorrow at 10:00", while that is to come. */
  next: string | undefined;
}

/** Undefined before the first attempt. */
export function attemptsOf(
  request: CallbackRequest | CallbackRequestDetail,
  { messages, format, now }: Reader,
): AttemptList | undefined {
  const { attempts: words, outcomes } = messages;
  const { last_attempt: last, attempts_count: count } = request;
  if (!last) return undefined;
  const known =
    'attempts' in request && request.attempts.length > 0 ? [...request.attempts].reverse() : [last];
  const next = nextAttemptOf(request, now);
  return {
    label: words.count(count),
    lines: known.map(({ outcome, attempted_at }) =>
      words.line(lookUp(outcomes, outcome) ?? outcome, format.when(attempted_at, now)),
    ),
    next: next && words.next(format.when(next, now)),
  };
}

/** When the seller plans to try again, while that is to come. */
export function nextAttemptOf(request: CallbackRequest, now: Date | undefined): string | undefined {
  const next = request.last_attempt?.next_attempt_at;
  if (!next || !isOpen(request) || (now && Date.parse(next) <= now.getTime())) return undefined;
  return next;
}
