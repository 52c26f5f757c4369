/** What a request's fields mean. */
import type { CALL_OUTCOMES, CallbackRequest, PRIORITIES, STATUSES } from '@ringback/client';

export type Status = (typeof STATUSES)[number];
export type Priority = (typeof PRIORITIES)[number];
/** The result of a call attempt, as the seller logs it; `reached` completes the request. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export function isOpen({ status }: { status: Status }): boolean {
  return status === 'pending' || status === 'acknowledged';
}

/** Whether the buyer has given another number since the seller reached a wrong one. */
export function isCorrected({ paused_at, last_attempt }: CallbackRequest): boolean {
  return paused_at === null && last_attempt?.outcome === 'wrong_number';
}

/** The status at this time: a list that was fetched a while ago may hold requests that have expired since. */
export function statusAt(request: CallbackRequest, now: Date | undefined): Status {
  const isOver = now !== undefined && Date.parse(request.expires_at) <= now.getTime();
  return isOpen(request) && isOver ? 'expired' : request.status;
}

/** Whether the buyer named times, and one of them is now; asked here too, because a list may be some minutes old. */
export function isPreferredNow(request: CallbackRequest, now: Date | undefined): boolean {
  if (!isOpen(request)) return false;
  if (!now) return request.is_preferred_now;
  return request.preferred_ranges.some(
    ({ start, end }) => Date.parse(start) <= now.getTime() && now.getTime() < Date.parse(end),
  );
}

/** Whether the seller wants to see it again later; a snooze that is over stays until the next call. */
export function isSnoozed(
  request: CallbackRequest,
  now: Date | undefined,
): request is CallbackRequest & { snoozed_until: string } {
  const { snoozed_until: until } = request;
  return until !== null && isOpen(request) && !(now && Date.parse(until) <= now.getTime());
}

/** The version of the request that changed last. */
export function newestOf(given: CallbackRequest, other: CallbackRequest | undefined): CallbackRequest {
  if (other?.id !== given.id) return given;
  return Date.parse(other.updated_at) > Date.parse(given.updated_at) ? other : given;
}
