/** Where a request stands, in a sentence or two for its buyer: what has happened and what comes next. */
import type { CallbackRequest } from '@ringback/client';
import type { Format } from '../../format/format.ts';
import type { ButtonWords } from '../../messages/en/button.ts';
import type { BuyerWords } from '../../messages/en/buyer.ts';
import type { RequestWords } from '../../messages/en/request.ts';
import { lookUp } from '../../platform/lookUp.ts';
import { nextAttemptOf } from '../attempts.ts';
import { statusNote } from '../badges.ts';
import { isCorrected, isOpen, type Status } from '../request.ts';

export interface SummaryReader {
  messages: ButtonWords & RequestWords & BuyerWords;
  format: Format;
  now: Date | undefined;
}

export function noteOf(request: CallbackRequest, status: Status, reader: SummaryReader): string {
  const { messages, format, now } = reader;
  if (isOpen({ status })) return openNote(request, status, reader);
  if (status === 'completed' && request.completed_at !== null)
    return messages.summary.completedAt(format.when(request.completed_at, now));
  return statusNote(messages, request, status);
}

function openNote(
  request: CallbackRequest,
  status: Status,
  { messages, format, now }: SummaryReader,
): string {
  const { summary, outcomes, attemptNotes } = messages;
  const seller = request.seller.name ?? '';
  if (request.paused_at !== null) return summary.paused(seller);
  const last = request.last_attempt;
  if (!last) return statusNote(messages, request, status);
  const outcome = lookUp(outcomes, last.outcome) ?? last.outcome;
  const next = nextAttemptOf(request, now);
  return [
    isCorrected(request)
      ? attemptNotes.corrected(seller)
      : summary.tried(seller, outcome, format.when(last.attempted_at, now)),
    next ? summary.nextTry(format.when(next, now)) : summary.callUntil(format.when(request.expires_at, now)),
  ].join(' ');
}
